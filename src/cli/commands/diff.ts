import path from "node:path";
import type { DiffOptions } from "../../api/diff.js";
import type { DiffReport } from "../../diff/diff-report.js";
import { FAIL_ON, type FailOn, isFailing } from "../../diff/is-failing.js";
import { DIFF_FORMATS, type DiffFormat, formatDiff } from "../../report/format-diff.js";
import { CONFIG_OPTION, type Command } from "../command-line.js";
import { reportingErrors } from "../fail.js";
import type { Terminal } from "../terminal.js";

/** The options of `claimsmith diff`, as typed. */
export interface DiffArguments extends DiffOptions {
  readonly format: DiffFormat;
  readonly failOn: FailOn;
  /** A folder for the report in every format that is not for the terminal. */
  readonly out?: string | undefined;
}

/** What `--out` writes, by format. */
const FILES = { json: "diff.json", markdown: "diff.md", github: "diff.github" } as const;

/** Runs `claimsmith diff`; gives the exit code. */
export function runDiff({ format, failOn, out, ...options }: DiffArguments, terminal: Terminal): Promise<number> {
  return reportingErrors(
    terminal,
    () => ".",
    async () => {
      terminal.progress("Comparing…");
      // Loaded only now: help and the other commands do without ajv and the comparison.
      const { diff } = await import("../../api/diff.js");
      const report = await diff(options);
      terminal.progress("");
      if (out !== undefined) await writeReports(report, out);
      terminal.out(await formatDiff(report, format, { style: terminal.outStyle }));
      return isFailing(report, failOn) ? 1 : 0;
    },
  );
}

async function writeReports(report: DiffReport, folder: string): Promise<void> {
  const { writeReportFiles } = await import("../../io/files/write-report-files.js");
  const texts = new Map<string, string>();
  for (const format of ["json", "markdown", "github"] as const) {
    texts.set(FILES[format], await formatDiff(report, format));
  }
  writeReportFiles(path.resolve(folder), texts);
}

/** The command `diff`. */
export const diffCommand: Command = {
  name: "diff",
  add: (parser, { terminal, start }) =>
    parser.command(
      "diff <base> [revision]",
      "Say what a change of schemas or policy breaks, and in which order to deploy it",
      (command) =>
        command
          .positional("base", { type: "string", demandOption: true, describe: "A git revision, config or schema file" })
          .positional("revision", { type: "string", describe: "The same; the work tree by default" })
          .option("config", CONFIG_OPTION)
          .option("format", {
            choices: DIFF_FORMATS,
            default: "text" as const,
            describe: "How the result is printed",
          })
          .option("fail-on", {
            choices: FAIL_ON,
            default: "breaking" as const,
            describe: "What exits with 1: what breaks tokens, any change, or nothing",
          })
          .option("out", {
            type: "string",
            requiresArg: true,
            describe: `Write the result into this folder too, as ${Object.values(FILES).join(", ")}`,
          })
          .example("$0 diff main", "what does this branch change?")
          .example("$0 diff old.schema.json new.schema.json", "two schema files, without a config"),
      ({ base, revision, config, format, failOn, out }) =>
        start(runDiff({ base, revision, config, format, failOn, out }, terminal)),
    ),
};
