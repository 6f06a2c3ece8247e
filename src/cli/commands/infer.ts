import process from "node:process";
import type { Command } from "../command-line.js";
import { reportingErrors } from "../fail.js";
import { FREE_WORDS, refuseOptions } from "../free-words.js";
import { NO_DEFAULT } from "../given-words.js";
import { lastOf } from "../repeated-options.js";
import type { Terminal } from "../terminal.js";

/** The options of `claimsmith infer`, as typed. */
export interface InferArguments {
  readonly inputs: readonly string[];
  readonly out?: string | undefined;
}

/** Runs `claimsmith infer`; gives the exit code. */
export function runInfer(
  { inputs, out }: InferArguments,
  terminal: Terminal,
  stdin: AsyncIterable<Uint8Array | string> = process.stdin,
): Promise<number> {
  // An error is shown without the lines around its place: they are somebody's token.
  return reportingErrors(
    terminal,
    () => null,
    async () => {
      refuseOptions("infer", inputs);
      terminal.progress("Reading the samples…");
      // Loaded only now: help and the other commands do without ajv.
      const { infer } = await import("../../api/infer.js");
      const { inferSchema, inferNotes, inferWritten } = await import("../../report/infer-text.js");
      const result = await infer({ inputs, out, stdin });
      terminal.progress("");
      terminal.err(inferNotes(result, terminal.style));
      terminal.out(out === undefined ? inferSchema(result) : inferWritten(result, out));
      return 0;
    },
  );
}

/** The command `infer`. */
export const inferCommand: Command = {
  name: "infer",
  add: (parser, { terminal, start }) =>
    parser.command(
      "infer <samples..>",
      "Draft a claim set from tokens or decoded payloads",
      (command) =>
        command
          .parserConfiguration(FREE_WORDS)
          .positional("samples", {
            type: "string",
            array: true,
            demandOption: true,
            ...NO_DEFAULT,
            describe: "Files, tokens or payloads; - is standard input",
          })
          .option("out", {
            type: "string",
            requiresArg: true,
            coerce: lastOf,
            describe: "Write config and schemas into this folder; overwrites nothing",
          })
          .example("$0 infer tokens.jsonl", "print the claim set")
          .example("pbpaste | $0 infer - --out claims", "write a config, too"),
      ({ samples, out }) => start(runInfer({ inputs: samples, out }, terminal)),
    ),
};
