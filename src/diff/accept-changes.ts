import type { Config } from "../config/config.js";
import { ConfigError } from "../errors.js";
import type { JsonValue } from "../schema/json-schema.js";
import { getOwn, isArray, isObject } from "../schema/own-property.js";
import { pointerOf } from "../text/pointer.js";
import { quoteText } from "../text/quote-text.js";
import { suggest } from "../text/suggest.js";
import type { Acceptance, DiffReport } from "./diff-report.js";

/**
 * The report with the breaks marked that the config accepts (`diff.accept`).
 *
 * @param today - `2027-01-31`; an entry holds on its last day
 * @throws {ConfigError} `invalid_value` for an entry that matches no break, or is past its date
 */
export function acceptChanges(report: DiffReport, config: Config, today: string): DiffReport {
  const accepted = new Map<string, Acceptance>();
  const breaks = report.tokens.flatMap(({ changes }) => changes.filter((change) => change.breaks.length > 0));
  const ids = breaks.map(({ id }) => id);
  for (const [index, { id, ...entry }] of readEntries(config).entries()) {
    const at = config.locate(pointerOf("diff", "accept", index));
    if (entry.until !== null && today > entry.until) {
      throw new ConfigError("invalid_value", `The break ${quoteText(id)} was accepted until ${entry.until}.`, {
        at: config.locate(pointerOf("diff", "accept", index, "until")),
        expected: "a day that is not over",
        hint: "Complete the rollout and remove the entry, or accept the break for longer.",
      });
    }
    if (!ids.includes(id)) {
      const nearest = suggest(id, ids);
      throw new ConfigError("invalid_value", `No change that breaks something has the id ${quoteText(id)}.`, {
        at,
        expected: "the id of a change, as the report gives it",
        hint:
          nearest === null
            ? "Remove the entry: what it accepted is done, or has changed since."
            : `Did you mean ${quoteText(nearest)}?`,
      });
    }
    accepted.set(id, entry);
  }
  return {
    tokens: report.tokens.map((token) => ({
      ...token,
      changes: token.changes.map((change) => ({ ...change, accepted: accepted.get(change.id) ?? null })),
    })),
  };
}

interface Entry extends Acceptance {
  readonly id: string;
}

/** The entries of `diff.accept`, whose form the config's own schema has checked. */
function readEntries({ diff }: Config): readonly Entry[] {
  const accept = getOwn(diff, "accept");
  return isArray(accept) ? accept.map(readEntry) : [];
}

function readEntry(entry: JsonValue): Entry {
  const member = (name: string): string | null => {
    const value = isObject(entry) ? getOwn(entry, name) : undefined;
    return typeof value === "string" ? value : null;
  };
  return { id: member("id") ?? "", reason: member("reason") ?? "", until: member("until") };
}
