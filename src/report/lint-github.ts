import type { Finding } from "../lint/finding.js";
import { githubAnnotation } from "./github-command.js";
import { rulePage } from "./lint-words.js";

/** Findings as annotations of a pull request, one line each at its place. */
export function lintGithub(findings: readonly Finding[]): string {
  return findings
    .map((finding) => {
      const { rule, severity, location, message, help } = finding;
      const lines = [message, ...(help === null ? [] : [help]), `See ${rulePage(rule)}.`];
      const level = severity === "error" ? "error" : "warning";
      return githubAnnotation(level, location, `claimsmith: ${rule}`, lines.join("\n"));
    })
    .join("");
}
