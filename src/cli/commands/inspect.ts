import process from "node:process";
import type { InspectOptions } from "../../api/inspect.js";
import type { Inspection } from "../../inspect/inspection.js";
import { formatInspection, INSPECT_FORMATS, type InspectFormat } from "../../report/format-inspection.js";
import { CONFIG_OPTION, type Command } from "../command-line.js";
import { reportingErrors } from "../fail.js";
import { FREE_WORDS, refuseOptions } from "../free-words.js";
import { NO_DEFAULT } from "../given-words.js";
import { lastOf } from "../repeated-options.js";
import type { Terminal } from "../terminal.js";

/** The options of `claimsmith inspect`, as typed. */
export interface InspectArguments extends Omit<InspectOptions, "text"> {
  /** A token, the name of a file, or `-`; several words are one text: `Bearer eyJ…`. */
  readonly words: readonly string[];
  readonly format: InspectFormat;
}

/** Findings that say nothing of the token: the key that was named could not be had, or is none. */
const NOT_OF_THE_TOKEN: readonly string[] = ["jwks_unavailable", "invalid_key"];

/** Runs `claimsmith inspect`; gives the exit code. */
export function runInspect(
  { words, format, ...options }: InspectArguments,
  terminal: Terminal,
  input: AsyncIterable<Uint8Array | string> = process.stdin,
): Promise<number> {
  return reportingErrors(
    terminal,
    () => ".",
    async () => {
      refuseOptions("inspect", words);
      // Loaded only now: help and the other commands do without ajv and jose.
      const [{ inspect }, { readTokenInput }] = await Promise.all([
        import("../../api/inspect.js"),
        import("../../io/tokens/token-input.js"),
      ]);
      const text = await readTokenInput(words.join(" "), options.cwd ?? ".", input);
      terminal.progress(options.jwks === undefined ? "" : "Fetching keys…");
      const inspection = await inspect({ ...options, text });
      terminal.progress("");
      const { outStyle: style, columns } = terminal;
      terminal.out(await formatInspection(inspection, format, { style, columns }));
      // The text has them at its end.
      if (format === "json" && inspection.notes.length > 0) terminal.err(`${inspection.notes.join("\n")}\n`);
      return exitCode(inspection);
    },
  );
}

/** 1 for a token that is not acceptable, 2 where only the key kept it from being verified. */
function exitCode({ acceptable, findings }: Inspection): number {
  if (acceptable) return 0;
  return findings.some(({ code, refuses }) => refuses && !NOT_OF_THE_TOKEN.includes(code)) ? 1 : 2;
}

/** The command `inspect`. */
export const inspectCommand: Command = {
  name: "inspect",
  add: (parser, { terminal, start }) =>
    parser.command(
      "inspect <text..>",
      "Say what is wrong with a token, and why",
      (command) =>
        command
          .parserConfiguration(FREE_WORDS)
          .positional("text", {
            type: "string",
            array: true,
            demandOption: true,
            ...NO_DEFAULT,
            describe: "A token, the name of a file, or - for the standard input",
          })
          .option("config", { ...CONFIG_OPTION, coerce: lastOf })
          .option("token", {
            type: "string",
            requiresArg: true,
            coerce: lastOf,
            describe: "The kind that the token is meant to be, if it does not tell",
          })
          .option("key", {
            type: "string",
            requiresArg: true,
            conflicts: "jwks",
            coerce: lastOf,
            describe: "A file with the key to verify with: JWK, JWK Set, PEM or secret",
          })
          .option("jwks", {
            type: "string",
            requiresArg: true,
            coerce: lastOf,
            describe: "A file or URL with the key set to verify with",
          })
          .option("format", {
            choices: INSPECT_FORMATS,
            default: "text" as const,
            describe: "How the result is printed",
          })
          .example("$0 inspect - < token.txt", "a token that no shell history keeps")
          .example("$0 inspect - --jwks https://auth.acme.example/jwks", "with its signature"),
      ({ text, config, token, key, jwks, format }) =>
        start(runInspect({ words: text, config, token, key, jwks, format }, terminal)),
    ),
};
