import process from "node:process";
import type { Command } from "../command-line.js";
import { reportingErrors } from "../fail.js";
import type { Terminal } from "../terminal.js";
import { usageError } from "../usage-error.js";

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
      const option = inputs.find((input) => /^-./u.test(input));
      if (option !== undefined) {
        const name = option.replace(/^-+/u, "").replace(/=.*$/su, "");
        throw usageError(`Unknown argument: ${name}`, ["infer", option], ["infer"]);
      }
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

/**
 * The parser reads what stands for samples once more, as values of an option: it keeps the last of several, and takes the
 * hyphen of standard input for another option, unless it is told otherwise. What are unknown options is then for us to say.
 */
const PARSER = {
  "duplicate-arguments-array": true,
  "boolean-negation": false,
  "unknown-options-as-args": true,
} as const;

/** The command `infer`. */
export const inferCommand: Command = {
  name: "infer",
  add: (parser, { terminal, start }) =>
    parser.command(
      "infer <samples..>",
      "Draft a claim set from tokens or decoded payloads",
      (command) =>
        command
          .parserConfiguration(PARSER)
          .positional("samples", {
            type: "string",
            array: true,
            demandOption: true,
            describe: "Files, tokens or payloads; - is standard input",
          })
          .option("out", {
            type: "string",
            requiresArg: true,
            // Of two, the last counts, as everywhere.
            coerce: (value: string | readonly string[]) => [value].flat().at(-1),
            describe: "Write config and schemas into this folder; overwrites nothing",
          })
          .example("$0 infer tokens.jsonl", "print the claim set")
          .example("pbpaste | $0 infer - --out claims", "write a config, too"),
      ({ samples, out }) => start(runInfer({ inputs: samples, out }, terminal)),
    ),
};
