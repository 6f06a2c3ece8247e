import path from "node:path";
import { generate } from "../../api/generate.js";
import { findConfig } from "../../io/project/find-config.js";
import { checkText, generateJson, generateText } from "../../report/generate-text.js";
import { missingExamplesText } from "../../report/missing-examples-text.js";
import { CONFIG_OPTION, type Command } from "../command-line.js";
import { reportingErrors } from "../fail.js";
import { givenWords, NO_DEFAULT } from "../given-words.js";
import { lastOf, SEVERAL_WORDS } from "../repeated-options.js";
import type { Terminal } from "../terminal.js";
import { tuneEngine } from "../tune-engine.js";

/** The options of `claimsmith generate`, as typed. */
export interface GenerateArguments {
  /** Config files, folders and patterns, where several packages are generated in one run. */
  readonly configs?: readonly string[] | undefined;
  readonly config?: string | undefined;
  readonly check?: boolean | undefined;
  readonly watch?: boolean | undefined;
  readonly format?: "text" | "json" | undefined;
}

/** The options of a call so plain that it needs no argument parser; null for every other. */
export function plainGenerate(words: readonly string[]): GenerateArguments | null {
  const [command, ...rest] = words;
  if (command !== "generate") return null;
  const configs = rest.filter((word) => word !== "--check");
  if (configs.some((word) => word.startsWith("-")) || rest.length - configs.length > 1) return null;
  return { configs, ...(rest.length > configs.length ? { check: true } : {}) };
}

/** Runs `claimsmith generate`; gives the exit code. */
export async function runGenerate(
  { configs = [], ...options }: GenerateArguments,
  terminal: Terminal,
): Promise<number> {
  if (configs.length > 0) {
    const { runGenerateAll } = await import("./generate-all.js");
    return runGenerateAll({ ...options, configs }, terminal);
  }
  const folder = () => path.dirname(findConfig(path.resolve("."), options.config));
  return reportingErrors(terminal, folder, async () => {
    if (options.watch) {
      tuneEngine();
      const { watch } = await import("../../api/watch.js");
      return watchUntilStopped(watch, options, terminal, folder);
    }
    const result = await generate({
      config: options.config,
      check: options.check,
      progress: (text) => startWork(text, terminal),
    });
    terminal.progress("");
    terminal.err(missingExamplesText(result));
    if (options.format === "json") terminal.out(generateJson(result));
    else terminal.out(options.check ? checkText(result) : generateText(result));
    return result.files.length === 0 ? 0 : 1;
  });
}

/** Where something changed: an unchanged run is over before any of it. */
function startWork(text: string, terminal: Terminal): void {
  tuneEngine();
  terminal.progress(text);
}

async function watchUntilStopped(
  watch: typeof import("../../api/watch.js").watch,
  options: GenerateArguments,
  terminal: Terminal,
  folder: () => string,
): Promise<number> {
  const watching = await watch({
    config: options.config,
    onResult: (result) => {
      terminal.err(missingExamplesText(result));
      terminal.out(options.format === "json" ? generateJson(result) : generateText(result));
    },
    onError: async (error) => {
      await reportingErrors(terminal, folder, () => Promise.reject(error));
    },
  });
  terminal.err("Watching the config and its schemas. Press Ctrl+C to stop.\n");
  const { untilStopped } = await import("../until-stopped.js");
  await untilStopped();
  await watching.close();
  return 0;
}

/** The command `generate`. */
export const generateCommand: Command = {
  name: "generate",
  add: (parser, { terminal, start }) =>
    parser.command(
      "generate [configs..]",
      "Write the package that the config describes; unchanged inputs write nothing",
      (command) =>
        command
          .parserConfiguration(SEVERAL_WORDS)
          .positional("configs", {
            type: "string",
            array: true,
            ...NO_DEFAULT,
            describe: "Several configs in one run: files, folders that hold one, quoted patterns",
          })
          .option("config", { ...CONFIG_OPTION, coerce: lastOf })
          .option("check", {
            type: "boolean",
            describe: "Write nothing; exit 1 if the package is not what the config and schemas say",
          })
          .option("watch", { type: "boolean", describe: "Generate again whenever the config or a schema changes" })
          .option("format", {
            choices: ["text", "json"] as const,
            default: "text" as const,
            coerce: lastOf<"text" | "json">,
            describe: "How the result is printed",
          })
          .conflicts("check", "watch")
          .example("$0 generate", "in a prebuild step")
          .example("$0 generate --check", "in CI: is what was committed still right?")
          .example("$0 generate 'packages/*'", "every package of a repository"),
      ({ configs, ...options }) => start(runGenerate({ ...options, configs: givenWords(configs) }, terminal)),
    ),
};
