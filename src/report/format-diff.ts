import type { DiffReport } from "../diff/diff-report.js";
import type { FormatOptions } from "./format-options.js";
import { PLAIN_STYLE } from "./plain-style.js";

/** The forms in which the report of `diff` can be had. */
export const DIFF_FORMATS = ["text", "json", "markdown", "github"] as const;

/** One of {@link DIFF_FORMATS}. */
export type DiffFormat = (typeof DIFF_FORMATS)[number];

/**
 * The report of `diff`, as `claimsmith diff --format` prints it. Each format is loaded when it is asked for.
 *
 * @example await formatDiff(await diff({ base: "main" }), "markdown")
 */
export async function formatDiff(
  report: DiffReport,
  format: DiffFormat,
  { style = PLAIN_STYLE }: Pick<FormatOptions, "style"> = {},
): Promise<string> {
  switch (format) {
    case "text":
      return (await import("./diff-text.js")).diffText(report, style);
    case "json":
      return (await import("./diff-json.js")).diffJson(report);
    case "markdown":
      return (await import("./diff-markdown.js")).diffMarkdown(report);
    case "github":
      return (await import("./diff-github.js")).diffGithub(report);
  }
}
