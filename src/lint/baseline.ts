import { ConfigError, type Location } from "../errors.js";
import type { JsonValue } from "../schema/json-schema.js";
import { isArray, isObject } from "../schema/own-property.js";
import { compareCodeUnits } from "./compare-code-units.js";
import type { Finding } from "./finding.js";

/** One finding that was there when the baseline was recorded. */
export interface KnownFinding {
  readonly rule: string;
  readonly token: string | null;
  readonly claim: string | null;
  readonly message: string;
  readonly fingerprint: string;
}

/** Findings held against a baseline. */
export interface BaselineComparison {
  /** Those that the baseline does not have. */
  readonly fresh: readonly Finding[];
  /** How many it has. */
  readonly known: number;
  /** Those of the baseline that are no longer there. */
  readonly gone: readonly KnownFinding[];
}

/** The text of a baseline file, sorted so that it changes only where findings come or go. */
export function baselineText(findings: readonly Finding[]): string {
  const known = findings.map(
    ({ rule, token, claim, message, fingerprint }): KnownFinding => ({ rule, token, claim, message, fingerprint }),
  );
  const keyOf = ({ rule, claim, fingerprint, message }: KnownFinding) =>
    JSON.stringify([rule, claim ?? "", fingerprint, message]);
  known.sort((a, b) => compareCodeUnits(keyOf(a), keyOf(b)));
  return `${JSON.stringify({ findings: known }, null, 2)}\n`;
}

/**
 * Reads the value of a baseline file.
 *
 * @param locate - the place of a pointer into the file
 * @throws {ConfigError} `invalid_value` for what `--baseline` did not write
 */
export function parseBaseline(value: JsonValue, locate: (pointer: string) => Location): readonly KnownFinding[] {
  const findings = isObject(value) ? value["findings"] : undefined;
  if (!isArray(findings)) throw invalid(locate(""));
  return findings.map((finding, index) => {
    const text = (name: string): string | null => {
      const member = isObject(finding) && Object.hasOwn(finding, name) ? finding[name] : undefined;
      return typeof member === "string" ? member : null;
    };
    const fingerprint = text("fingerprint");
    const rule = text("rule");
    if (fingerprint === null || rule === null) throw invalid(locate(`/findings/${index}`));
    return { rule, token: text("token"), claim: text("claim"), message: text("message") ?? "", fingerprint };
  });
}

/** Holds findings against a baseline. Of several that are alike, as many are known as the baseline has; the last ones are new. */
export function compareWithBaseline(
  findings: readonly Finding[],
  baseline: readonly KnownFinding[],
): BaselineComparison {
  const waiting = new Map<string, KnownFinding[]>();
  for (const known of baseline) {
    const alike = waiting.get(known.fingerprint);
    if (alike === undefined) waiting.set(known.fingerprint, [known]);
    else alike.push(known);
  }
  const fresh = findings.filter(({ fingerprint }) => waiting.get(fingerprint)?.shift() === undefined);
  return { fresh, known: findings.length - fresh.length, gone: [...waiting.values()].flat() };
}

function invalid(at: Location): ConfigError {
  return new ConfigError("invalid_value", "This is no baseline of `claimsmith lint`.", {
    at,
    expected: "an object with the list `findings`, each with `rule` and `fingerprint`",
    hint: "Delete the file, or name another, and run the command again to record today's findings.",
  });
}
