import yargs from "yargs";
import type { Command, CommandContext } from "./command-line.js";
import { diffCommand } from "./commands/diff.js";
import { docsCommand } from "./commands/docs.js";
import { generateCommand } from "./commands/generate.js";
import { inferCommand } from "./commands/infer.js";
import { initCommand } from "./commands/init.js";
import { inspectCommand } from "./commands/inspect.js";
import { keysCommand } from "./commands/keys.js";
import { lintCommand } from "./commands/lint.js";
import { reportingErrors } from "./fail.js";
import { refuseSwitchValues } from "./refuse-switch-values.js";
import type { Terminal } from "./terminal.js";
import { usageError } from "./usage-error.js";
import { readVersion } from "./version.js";

/** The widest that help is set. */
const MAX_COLUMNS = 100;

/** In the order in which help lists them. */
const COMMANDS: readonly Command[] = [
  initCommand,
  generateCommand,
  lintCommand,
  diffCommand,
  inspectCommand,
  inferCommand,
  docsCommand,
  keysCommand,
];

/**
 * Runs the command line.
 *
 * @param words - the arguments after the program's name
 * @returns the exit code: 0 done, 1 a check found something, 2 could not run
 */
export function run(words: readonly string[], terminal: Terminal): Promise<number> {
  return reportingErrors(
    terminal,
    () => ".",
    async () => {
      refuseSwitchValues(words);
      let code: Promise<number> = Promise.resolve(0);
      const parser = commandLine(words, {
        terminal,
        start(started) {
          code = started;
        },
      });
      let help = "";
      await parser.parseAsync(words, {}, (error, _arguments, output) => {
        if (error) throw error;
        help = output;
      });
      if (help !== "") terminal.out(`${help}\n`);
      return code;
    },
  );
}

function commandLine(words: readonly string[], context: CommandContext) {
  const parser = yargs()
    .scriptName("claimsmith")
    .parserConfiguration({ "duplicate-arguments-array": false, "boolean-negation": false })
    .usage("$0 <command>\n\nTyped, validated claims for JSON Web Tokens, generated from JSON Schemas.");
  return COMMANDS.reduce((line, command) => command.add(line, context), parser)
    .epilogue("Exit codes: 0 done, 1 a check found something, 2 could not run.")
    .strict()
    .demandCommand(1, 1)
    .exitProcess(false)
    .showHelpOnFail(false)
    .wrap(Math.min(MAX_COLUMNS, context.terminal.columns))
    .version(readVersion())
    .help()
    .alias("help", "h")
    .fail((message, error) => {
      throw error instanceof Error && !isYargsError(error)
        ? error
        : usageError(
            message ?? error.message,
            words,
            COMMANDS.map(({ name }) => name),
          );
    });
}

/** Errors of the parser itself, whose text is for the user. */
function isYargsError(error: Error): boolean {
  return error.name === "YError";
}
