import type { Finding } from "../lint/finding.js";

/** Findings as the interface's stable JSON. */
export function lintJson(findings: readonly Finding[]): string {
  return `${JSON.stringify({ findings: findings.map(findingMember) }, null, 2)}\n`;
}

function findingMember({ rule, severity, token, claim, location, message, help, source }: Finding) {
  const { file, line = null, column = null, pointer = null } = location;
  return { rule, severity, token, claim, file, line, column, pointer, message, help, source };
}
