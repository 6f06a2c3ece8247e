import type { LintResult } from "../api/lint.js";
import type { Finding } from "../lint/finding.js";

/** The part of a result that reports print: what was mended is said beside them. */
export type LintFindings = Pick<LintResult, "findings" | "baseline">;

/** The page of a rule, as it is shipped with the package. */
export function rulePage(rule: string): string {
  return `docs/rules/${rule}.md`;
}

/** What a run found, in words: `1 error, 2 warnings`, and with a baseline ` new, 3 known`. */
export function summaryWords({ findings, baseline }: LintFindings): string {
  const found = findings.length === 0 ? "Nothing" : countWords(findings);
  if (baseline === null) return findings.length === 0 ? "Nothing found" : found;
  return `${found} new, ${baseline.known} known`;
}

/** How many findings there are, in words: `1 error, 2 warnings`. */
function countWords(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const warnings = findings.length - errors;
  const parts = [
    ...(errors === 0 ? [] : [count(errors, "error")]),
    ...(warnings === 0 ? [] : [count(warnings, "warning")]),
  ];
  return parts.join(", ");
}

/** A number with its noun. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
