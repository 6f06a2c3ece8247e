import { type Location, SchemaError } from "../errors.js";
import type { Project } from "../model/model.js";
import { isObject } from "../schema/own-property.js";
import { quoteText } from "../text/quote-text.js";
import type { Finding } from "./finding.js";
import { walkToken } from "./walk.js";

/** The annotation that silences rules, at a claim, at any schema below it, or at the root of a claim set. */
export const IGNORE_KEYWORD = "x-claimsmith-ignore";

/** One rule that a schema silences. */
export interface Silence {
  /** As written; there may be no such rule. */
  readonly rule: string;
  /** Why, as written. */
  readonly reason: string;
  /** The token in whose claim set it was met first. */
  readonly token: string;
  readonly claim: string | null;
  /** The place of the schema: what is found there and below it, in the same file, is silenced. */
  readonly scope: Location;
  /** The place of the entry itself. */
  readonly location: Location;
}

/**
 * The silences of all claim sets, in their order, each once.
 *
 * @throws {SchemaError} `invalid_annotation` where the annotation is no object, or gives no reason
 */
export function findSilences(project: Project): readonly Silence[] {
  const silences = new Map<string, Silence>();
  for (const token of project.tokens) {
    for (const visit of walkToken(token)) {
      if (visit.shipped || !Object.hasOwn(visit.schema, IGNORE_KEYWORD)) continue;
      const ignored = visit.schema[IGNORE_KEYWORD];
      if (!isObject(ignored)) throw notAnObject(visit.locate(IGNORE_KEYWORD));
      for (const [rule, reason] of Object.entries(ignored)) {
        const location = visit.locate(IGNORE_KEYWORD, rule);
        if (typeof reason !== "string" || reason.trim() === "") throw noReason(rule, location);
        // The rule as well: of annotations beside a root that is only a reference, the place is that of the target.
        const key = JSON.stringify([location.file, location.pointer, rule]);
        if (silences.has(key)) continue;
        silences.set(key, { rule, reason, token: token.key, claim: visit.claim, scope: visit.location, location });
      }
    }
  }
  return [...silences.values()];
}

/** The findings that no silence covers, and the silences that covered one. */
export function applySilences(
  findings: readonly Finding[],
  silences: readonly Silence[],
): { readonly findings: readonly Finding[]; readonly used: ReadonlySet<Silence> } {
  const used = new Set<Silence>();
  const loud = findings.filter((finding) => {
    // Every silence that covers a finding counts as used: which of two to remove is not for us to say.
    const covering = silences.filter((silence) => covers(silence, finding));
    for (const silence of covering) used.add(silence);
    return covering.length === 0;
  });
  return { findings: loud, used };
}

function covers({ rule, scope }: Silence, finding: Finding): boolean {
  if (rule !== finding.rule || scope.file !== finding.location.file) return false;
  const around = scope.pointer ?? "";
  const pointer = finding.location.pointer ?? "";
  return pointer === around || pointer.startsWith(`${around}/`);
}

function notAnObject(at: Location): SchemaError {
  return new SchemaError("invalid_annotation", `"${IGNORE_KEYWORD}" is not as it should be.`, {
    at,
    expected: "an object with the names of rules, each with the reason why it is silenced",
    hint: `Write for example "${IGNORE_KEYWORD}": { "missing-description": "Described in the handbook." }.`,
  });
}

function noReason(rule: string, at: Location): SchemaError {
  return new SchemaError("invalid_annotation", `The rule ${quoteText(rule)} is silenced without a reason.`, {
    at,
    expected: "a text that is not empty",
    hint: "Say why the finding does not matter here: whoever reads the schema next will ask.",
  });
}
