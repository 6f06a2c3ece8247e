import yargs from "yargs";
import { FAIL_ON } from "../diff/is-failing.js";
import { DIFF_FORMATS, runDiff } from "./commands/diff.js";
import { runGenerate } from "./commands/generate.js";
import { runInit } from "./commands/init.js";
import { reportingErrors } from "./fail.js";
import type { Terminal } from "./terminal.js";
import { usageError } from "./usage-error.js";
import { readVersion } from "./version.js";

/** The widest that help is set. */
const MAX_COLUMNS = 100;

const COMMANDS = ["init", "generate", "diff"];

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
      let code: Promise<number> = Promise.resolve(0);
      const parser = commandLine(words, terminal, (started) => {
        code = started;
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

function commandLine(words: readonly string[], terminal: Terminal, start: (code: Promise<number>) => void) {
  return yargs()
    .scriptName("claimsmith")
    .parserConfiguration({ "duplicate-arguments-array": false, "boolean-negation": false })
    .usage("$0 <command>\n\nTyped, validated claims for JSON Web Tokens, generated from JSON Schemas.")
    .command(
      "init [dir]",
      "Write a config and a starter claim set; overwrites nothing",
      (command) =>
        command
          .positional("dir", { type: "string", describe: "The folder to write into" })
          .example("$0 init", "in this folder")
          .example("$0 init services/auth", "in another, which is made if needed"),
      ({ dir }) => start(runInit({ folder: dir }, terminal)),
    )
    .command(
      "generate",
      "Write the package that the config describes; unchanged inputs write nothing",
      (command) =>
        command
          .option("config", {
            type: "string",
            requiresArg: true,
            describe: "The config file, if not the nearest claims.config.json",
          })
          .option("check", {
            type: "boolean",
            describe: "Write nothing; exit 1 if the package is not what the config and schemas say",
          })
          .option("watch", { type: "boolean", describe: "Generate again whenever the config or a schema changes" })
          .option("format", {
            choices: ["text", "json"] as const,
            default: "text" as const,
            describe: "How the result is printed",
          })
          .conflicts("check", "watch")
          .example("$0 generate", "in a prebuild step")
          .example("$0 generate --check", "in CI: is what was committed still right?"),
      (options) => start(runGenerate(options, terminal)),
    )
    .command(
      "diff <base> [revision]",
      "Say what a change of schemas or policy breaks, and in which order to deploy it",
      (command) =>
        command
          .positional("base", { type: "string", demandOption: true, describe: "A git revision, config or schema file" })
          .positional("revision", { type: "string", describe: "The same; the work tree by default" })
          .option("config", {
            type: "string",
            requiresArg: true,
            describe: "The config file, if not the nearest claims.config.json",
          })
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
          .example("$0 diff main", "what does this branch change?")
          .example("$0 diff old.schema.json new.schema.json", "two schema files, without a config"),
      ({ base, revision, config, format, failOn }) =>
        start(runDiff({ base, revision, config, format, failOn }, terminal)),
    )
    .epilogue("Exit codes: 0 done, 1 a check found something, 2 could not run.")
    .strict()
    .demandCommand(1, 1)
    .exitProcess(false)
    .showHelpOnFail(false)
    .wrap(Math.min(MAX_COLUMNS, terminal.columns))
    .version(readVersion())
    .help()
    .fail((message, error) => {
      throw error instanceof Error && !isYargsError(error)
        ? error
        : usageError(message ?? error.message, words, COMMANDS);
    });
}

/** Errors of the parser itself, whose text is for the user. */
function isYargsError(error: Error): boolean {
  return error.name === "YError";
}
