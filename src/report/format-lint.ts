import type { LintResult } from "../api/lint.js";
import type { FormatOptions } from "./format-options.js";
import { PLAIN_STYLE } from "./plain-style.js";

/** The forms in which the findings of `lint` can be had. */
export const LINT_FORMATS = ["text", "json", "markdown", "github", "sarif"] as const;

/** One of {@link LINT_FORMATS}. */
export type LintFormat = (typeof LINT_FORMATS)[number];

/**
 * What `lint` found, as `claimsmith lint --format` prints it. Each format is loaded when it is asked for.
 *
 * @example await formatLint(await lint(), "sarif")
 */
export async function formatLint(
  result: LintResult,
  format: LintFormat,
  { style = PLAIN_STYLE, columns = 80, version }: FormatOptions = {},
): Promise<string> {
  switch (format) {
    case "text":
      return (await import("./lint-text.js")).lintText(result, style, columns);
    case "json":
      return (await import("./lint-json.js")).lintJson(result.findings);
    case "markdown":
      return (await import("./lint-markdown.js")).lintMarkdown(result);
    case "github":
      return (await import("./lint-github.js")).lintGithub(result.findings);
    case "sarif":
      return sarif(result.findings, version);
  }
}

async function sarif(findings: LintResult["findings"], version: string | undefined): Promise<string> {
  const [{ lintSarif }, { RULES }] = await Promise.all([import("./lint-sarif.js"), import("../lint/rules/index.js")]);
  return lintSarif(findings, RULES, version);
}
