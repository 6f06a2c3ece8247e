import { init } from "../../api/init.js";
import { reportingErrors } from "../fail.js";
import type { Terminal } from "../terminal.js";

/** Runs `claimsmith init`; gives the exit code. */
export function runInit(options: { readonly folder?: string | undefined }, terminal: Terminal): Promise<number> {
  return reportingErrors(
    terminal,
    () => ".",
    async () => {
      const { written } = init(options);
      terminal.out(
        [
          ...written.map((file) => `wrote ${options.folder === undefined ? file : `${options.folder}/${file}`}`),
          "Change the schema to your claims, then run `npx claimsmith generate`.",
          "",
        ].join("\n"),
      );
      return 0;
    },
  );
}
