import type { DiffOptions } from "../../api/diff.js";
import type { DiffReport } from "../../diff/diff-report.js";
import { type FailOn, isFailing } from "../../diff/is-failing.js";
import { diffGithub } from "../../report/diff-github.js";
import { diffJson } from "../../report/diff-json.js";
import { diffMarkdown } from "../../report/diff-markdown.js";
import { diffText } from "../../report/diff-text.js";
import type { Style } from "../../report/error-text.js";
import { reportingErrors } from "../fail.js";
import type { Terminal } from "../terminal.js";

/** The formats of `claimsmith diff`. */
export const DIFF_FORMATS = ["text", "json", "markdown", "github"] as const;

/** The options of `claimsmith diff`, as typed. */
export interface DiffArguments extends DiffOptions {
  readonly format: (typeof DIFF_FORMATS)[number];
  readonly failOn: FailOn;
}

const plain = (text: string): string => text;
const PLAIN: Style = { red: plain, bold: plain, dim: plain };

/** Runs `claimsmith diff`; gives the exit code. */
export function runDiff({ format, failOn, ...options }: DiffArguments, terminal: Terminal): Promise<number> {
  return reportingErrors(
    terminal,
    () => ".",
    async () => {
      terminal.progress("Comparing…");
      // Loaded only now: help and the other commands do without ajv and the comparison.
      const { diff } = await import("../../api/diff.js");
      const report = await diff(options);
      terminal.progress("");
      terminal.out(words(report, format, terminal.outStyle ?? PLAIN));
      return isFailing(report, failOn) ? 1 : 0;
    },
  );
}

function words(report: DiffReport, format: DiffArguments["format"], style: Style): string {
  switch (format) {
    case "text":
      return diffText(report, style);
    case "json":
      return diffJson(report);
    case "markdown":
      return diffMarkdown(report);
    case "github":
      return diffGithub(report);
  }
}
