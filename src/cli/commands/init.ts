import { init } from "../../api/init.js";
import { visibleText } from "../../report/visible-text.js";
import type { Command } from "../command-line.js";
import { reportingErrors } from "../fail.js";
import type { Terminal } from "../terminal.js";

/** Runs `claimsmith init`; gives the exit code. */
export function runInit(options: { readonly folder?: string | undefined }, terminal: Terminal): Promise<number> {
  return reportingErrors(
    terminal,
    () => ".",
    async () => {
      const { written } = init(options);
      const where = options.folder === undefined ? "" : ` in ${visibleText(options.folder)}`;
      terminal.out(
        [
          ...written.map((file) =>
            visibleText(`wrote ${options.folder === undefined ? file : `${options.folder}/${file}`}`),
          ),
          `Change the schema to your claims, then run \`npx claimsmith generate\`${where}.`,
          "",
        ].join("\n"),
      );
      return 0;
    },
  );
}

/** The command `init`. */
export const initCommand: Command = {
  name: "init",
  add: (parser, { terminal, start }) =>
    parser.command(
      "init [dir]",
      "Write a config and a starter claim set; overwrites nothing",
      (command) =>
        command
          .positional("dir", { type: "string", describe: "The folder to write into" })
          .example("$0 init", "in this folder")
          .example("$0 init services/auth", "in another, which is made if needed"),
      ({ dir }) => start(runInit({ folder: dir }, terminal)),
    ),
};
