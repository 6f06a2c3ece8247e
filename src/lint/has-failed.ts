import type { Finding } from "./finding.js";

/** Whether findings fail the check: one that is an `error`, or more that are a `warn` than are allowed. */
export function hasFailed(findings: readonly Finding[], maxWarnings: number = Number.POSITIVE_INFINITY): boolean {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return errors > 0 || findings.length - errors > maxWarnings;
}
