import path from "node:path";
import type { LintOptions, LintResult } from "../../api/lint.js";
import { UsageError } from "../../errors.js";
import { findConfig } from "../../io/find-config.js";
import { hasFailed } from "../../lint/has-failed.js";
import type { Style } from "../../report/error-text.js";
import { CONFIG_OPTION, type Command } from "../command-line.js";
import { reportingErrors } from "../fail.js";
import type { Terminal } from "../terminal.js";
import { readVersion } from "../version.js";

/** The formats of `claimsmith lint`. */
export const LINT_FORMATS = ["text", "json", "markdown", "github", "sarif"] as const;

/** The options of `claimsmith lint`, as typed. */
export interface LintArguments extends LintOptions {
  readonly format: (typeof LINT_FORMATS)[number];
  readonly maxWarnings?: number | undefined;
}

const plain = (text: string): string => text;
const PLAIN: Style = { red: plain, bold: plain, dim: plain };

/** Runs `claimsmith lint`; gives the exit code. */
export function runLint({ format, maxWarnings, ...options }: LintArguments, terminal: Terminal): Promise<number> {
  const folder = () => path.dirname(findConfig(path.resolve("."), options.config));
  return reportingErrors(terminal, folder, async () => {
    if (maxWarnings !== undefined && !(Number.isInteger(maxWarnings) && maxWarnings >= 0)) throw noCount();
    terminal.progress("Checking…");
    // Loaded only now: help and the other commands do without the rules and the schema libraries.
    const { lint } = await import("../../api/lint.js");
    const result = await lint(options);
    terminal.progress("");
    terminal.out(await words(result, format, terminal));
    const { lintNotes } = await import("../../report/lint-notes.js");
    terminal.err(lintNotes(result));
    return hasFailed(result.findings, maxWarnings) ? 1 : 0;
  });
}

async function words(result: LintResult, format: LintArguments["format"], terminal: Terminal): Promise<string> {
  switch (format) {
    case "text":
      return (await import("../../report/lint-text.js")).lintText(result, terminal.outStyle ?? PLAIN, terminal.columns);
    case "json":
      return (await import("../../report/lint-json.js")).lintJson(result.findings);
    case "markdown":
      return (await import("../../report/lint-markdown.js")).lintMarkdown(result);
    case "github":
      return (await import("../../report/lint-github.js")).lintGithub(result.findings);
    case "sarif":
      return sarif(result.findings);
  }
}

async function sarif(findings: LintResult["findings"]): Promise<string> {
  const { lintSarif } = await import("../../report/lint-sarif.js");
  const { RULES } = await import("../../lint/rules/index.js");
  return lintSarif(findings, RULES, readVersion());
}

function noCount(): UsageError {
  return new UsageError("invalid_option", "The option --max-warnings is no number of warnings.", {
    expected: "a whole number from 0",
    hint: "Write for example `--max-warnings 0` to fail on any warning.",
  });
}

/** The command `lint`. */
export const lintCommand: Command = {
  name: "lint",
  add: (parser, { terminal, start }) =>
    parser.command(
      "lint",
      "Say what is wrong or risky in claim sets and policies, and why",
      (command) =>
        command
          .option("config", CONFIG_OPTION)
          .option("format", {
            choices: LINT_FORMATS,
            default: "text" as const,
            describe: "How the findings are printed",
          })
          .option("max-warnings", {
            type: "number",
            requiresArg: true,
            describe: "Exit 1 if there are more warnings than this",
          })
          .option("fix", { type: "boolean", describe: "Mend in the files what has one right answer" })
          .option("baseline", {
            type: "string",
            requiresArg: true,
            describe: "Report only what this file does not list; written if it is not there",
          })
          .example("$0 lint", "what could go wrong with these tokens?")
          .example("$0 lint --max-warnings 0", "in CI: no warning either"),
      ({ config, format, maxWarnings, fix, baseline }) =>
        start(runLint({ config, format, maxWarnings, fix, baseline }, terminal)),
    ),
};
