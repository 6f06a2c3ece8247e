import type { Argv } from "yargs";
import type { Terminal } from "./terminal.js";

/** What a command needs beside its arguments. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Hands over the exit code of the command that was called. */
  start(code: Promise<number>): void;
}

/** One command of the command line: its name, its options, and what it runs. */
export interface Command {
  readonly name: string;
  /** The parser with this command added. */
  add(parser: Argv, context: CommandContext): Argv;
}

/** The option `--config`, the same for every command that reads a config. */
export const CONFIG_OPTION = {
  type: "string",
  requiresArg: true,
  describe: "The config file, if not the nearest claims.config.json",
} as const;
