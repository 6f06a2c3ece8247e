import path from "node:path";
import type { DocsOptions } from "../../api/docs.js";
import { findConfig } from "../../io/project/find-config.js";
import { CONFIG_OPTION, type Command } from "../command-line.js";
import { reportingErrors } from "../fail.js";
import { lastOf } from "../repeated-options.js";
import type { Terminal } from "../terminal.js";

/** The formats of `claimsmith docs`. */
export const DOCS_FORMATS = ["html", "markdown"] as const;

/** Runs `claimsmith docs`; gives the exit code. */
export function runDocs(options: DocsOptions, terminal: Terminal): Promise<number> {
  const folder = () => path.dirname(findConfig(path.resolve("."), options.config));
  return reportingErrors(terminal, folder, async () => {
    terminal.progress(options.history ? "Reading the history…" : "Reading the schemas…");
    // Loaded only now: help and the other commands do without ajv and the templates.
    const { docs } = await import("../../api/docs.js");
    const { docsNotes, docsText } = await import("../../report/docs-text.js");
    const result = await docs(options);
    terminal.progress("");
    terminal.err(docsNotes(result));
    terminal.out(docsText(result));
    return 0;
  });
}

/** The command `docs`. */
export const docsCommand: Command = {
  name: "docs",
  add: (parser, { terminal, start }) =>
    parser.command(
      "docs",
      "Write the catalogue: every token and claim, and a page that decodes tokens",
      (command) =>
        command
          .option("config", CONFIG_OPTION)
          .option("format", {
            choices: DOCS_FORMATS,
            default: "html" as const,
            describe: "Pages for a browser or a repository",
          })
          .option("out", {
            type: "string",
            requiresArg: true,
            coerce: lastOf,
            describe: "The folder to write to; `catalogue` beside the config by default",
          })
          .option("history", { type: "boolean", describe: "Tell what changed with each commit of git" })
          .example("$0 docs --out public", "pages that open from a file, too")
          .example("$0 docs --format markdown --history", "for the repository, with its changes"),
      ({ config, format, out, history }) => start(runDocs({ config, format, out, history }, terminal)),
    ),
};
