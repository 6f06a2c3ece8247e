import path from "node:path";
import type { LintOptions, LintResult } from "../../api/lint.js";
import type { UnlintedConfig } from "../../api/lint-all.js";
import { UsageError } from "../../errors.js";
import { findConfig } from "../../io/project/find-config.js";
import { hasFailed } from "../../lint/has-failed.js";
import { formatLint, LINT_FORMATS, type LintFormat } from "../../report/format-lint.js";
import { CONFIG_OPTION, type Command } from "../command-line.js";
import { reportingErrors } from "../fail.js";
import { givenWords, NO_DEFAULT } from "../given-words.js";
import { lastOf, SEVERAL_WORDS } from "../repeated-options.js";
import type { Terminal } from "../terminal.js";
import { readVersion } from "../version.js";

/** The options of `claimsmith lint`, as typed. */
export interface LintArguments extends LintOptions {
  /** Config files, folders and patterns, where several are checked in one run. */
  readonly configs?: readonly string[] | undefined;
  readonly format: LintFormat;
  readonly maxWarnings?: number | undefined;
  /** A folder for the findings in every format that is not for the terminal. */
  readonly out?: string | undefined;
}

/** What `--out` writes, by format. */
const FILES = { json: "lint.json", markdown: "lint.md", github: "lint.github", sarif: "lint.sarif" } as const;

/** Runs `claimsmith lint`; gives the exit code, of several configs the worst. */
export function runLint({ format, maxWarnings, out, ...options }: LintArguments, terminal: Terminal): Promise<number> {
  const folder = () => path.dirname(findConfig(path.resolve("."), options.config));
  return reportingErrors(terminal, folder, async () => {
    if (maxWarnings !== undefined && !(Number.isInteger(maxWarnings) && maxWarnings >= 0)) throw noCount();
    terminal.progress("Checking…");
    const { failed = [], ...result } = await find(options);
    terminal.progress("");
    if (out !== undefined) await writeReports(result, path.resolve(options.cwd ?? ".", out));
    for (const { error } of failed) await reportError(error, terminal);
    terminal.out(
      await formatLint(result, format, { style: terminal.outStyle, columns: terminal.columns, version: readVersion() }),
    );
    const { lintNotes } = await import("../../report/lint-notes.js");
    terminal.err(lintNotes(result));
    return failed.length > 0 ? COULD_NOT_RUN : hasFailed(result.findings, maxWarnings) ? 1 : 0;
  });
}

/** Exit code where something could not be checked. */
const COULD_NOT_RUN = 2;

/** What is found in one config, or in those that were named. Loaded only now: help does without the rules and the schema libraries. */
async function find({
  configs = [],
  baseline,
  ...options
}: LintOptions & Pick<LintArguments, "configs">): Promise<
  LintResult & { readonly failed?: readonly UnlintedConfig[] }
> {
  if (configs.length === 0) return (await import("../../api/lint.js")).lint({ ...options, baseline });
  const { config, ...others } = options;
  if (config !== undefined) throw twice();
  const { lintAll } = await import("../../api/lint-all.js");
  return lintAll({ ...others, baseline, configs });
}

function reportError(error: unknown, terminal: Terminal): Promise<number> {
  return reportingErrors(
    terminal,
    () => ".",
    () => Promise.reject(error),
  );
}

async function writeReports(result: LintResult, folder: string): Promise<void> {
  const { writeReportFiles } = await import("../../io/files/write-report-files.js");
  const texts = new Map<string, string>();
  for (const format of ["json", "markdown", "github", "sarif"] as const) {
    texts.set(FILES[format], await formatLint(result, format, { version: readVersion() }));
  }
  writeReportFiles(folder, texts);
}

/** The empty text is no count, which the parser of numbers takes for 0: it is what a variable that is not set gives. */
function readCount(text: string): number {
  return /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
}

function noCount(): UsageError {
  return new UsageError("invalid_option", "The option --max-warnings is no number of warnings.", {
    expected: "a whole number from 0",
    hint: "Write for example `--max-warnings 0` to fail on any warning.",
  });
}

function twice(): UsageError {
  return new UsageError("invalid_option", "Configs were named both with --config and without it.", {
    expected: "either `--config FILE` for one config, or the names of any number",
    hint: "Leave out `--config`.",
  });
}

/** The command `lint`. */
export const lintCommand: Command = {
  name: "lint",
  add: (parser, { terminal, start }) =>
    parser.command(
      "lint [configs..]",
      "Say what is wrong or risky in claim sets and policies, and why",
      (command) =>
        command
          .parserConfiguration(SEVERAL_WORDS)
          .positional("configs", {
            type: "string",
            array: true,
            ...NO_DEFAULT,
            describe: "Several configs in one run: files, folders that hold one, quoted patterns",
          })
          .option("config", { ...CONFIG_OPTION, coerce: lastOf })
          .option("format", {
            choices: LINT_FORMATS,
            default: "text" as const,
            coerce: lastOf<LintFormat>,
            describe: "How the findings are printed",
          })
          .option("max-warnings", {
            type: "string",
            requiresArg: true,
            coerce: (text: string | readonly string[]) => readCount(lastOf(text) ?? ""),
            describe: "Exit 1 if there are more warnings than this",
          })
          .option("fix", { type: "boolean", describe: "Mend in the files what has one right answer" })
          .option("baseline", {
            type: "string",
            requiresArg: true,
            coerce: lastOf,
            describe: "Report only what this file does not list; written if it is not there",
          })
          .option("out", {
            type: "string",
            requiresArg: true,
            coerce: lastOf,
            describe: `Write the findings into this folder too, as ${Object.values(FILES).join(", ")}`,
          })
          .example("$0 lint", "what could go wrong with these tokens?")
          .example("$0 lint --max-warnings 0", "in CI: no warning either")
          .example("$0 lint 'packages/*'", "every config of a repository"),
      ({ configs, config, format, maxWarnings, fix, baseline, out }) =>
        start(
          runLint(
            { configs: givenWords(configs), config, format: format ?? "text", maxWarnings, fix, baseline, out },
            terminal,
          ),
        ),
    ),
};
