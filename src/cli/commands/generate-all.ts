import type { GenerateAllResult } from "../../api/generate-all.js";
import { UsageError } from "../../errors.js";
import { generateAllJson } from "../../report/generate-all-json.js";
import { generateAllText, packageText } from "../../report/generate-all-text.js";
import { missingExamplesText } from "../../report/missing-examples-text.js";
import { reportingErrors } from "../fail.js";
import type { Terminal } from "../terminal.js";
import { tuneEngine } from "../tune-engine.js";
import { untilStopped } from "../until-stopped.js";

/** The options of `claimsmith generate CONFIG...`, as typed. */
export interface GenerateAllArguments {
  readonly configs: readonly string[];
  readonly config?: string | undefined;
  readonly check?: boolean | undefined;
  readonly watch?: boolean | undefined;
  readonly format?: "text" | "json" | undefined;
}

/** Runs `claimsmith generate` for the configs that were named; gives the worst of their exit codes. */
export function runGenerateAll(options: GenerateAllArguments, terminal: Terminal): Promise<number> {
  return reportingErrors(
    terminal,
    () => ".",
    async () => {
      const { config, configs, check, format } = options;
      if (config !== undefined) throw twice();
      if (options.watch) return watchUntilStopped(options, terminal);
      const { generateAll } = await import("../../api/generate-all.js");
      const progress = (text: string) => {
        tuneEngine();
        terminal.progress(text);
      };
      const result = await generateAll({ configs, check, progress });
      terminal.progress("");
      const codes = await Promise.all(result.packages.map((one) => codeOf(one, terminal)));
      terminal.out(format === "json" ? generateAllJson(result) : generateAllText(result));
      return Math.max(...codes);
    },
  );
}

/** The exit code of one config; its error is worded on stderr. */
async function codeOf(one: GenerateAllResult["packages"][number], terminal: Terminal): Promise<number> {
  if (one.error !== null) return reportError(one.error, terminal);
  terminal.err(missingExamplesText(one));
  return one.files.length === 0 ? 0 : 1;
}

function reportError(error: unknown, terminal: Terminal): Promise<number> {
  return reportingErrors(
    terminal,
    () => ".",
    () => Promise.reject(error),
  );
}

async function watchUntilStopped({ configs, format }: GenerateAllArguments, terminal: Terminal): Promise<number> {
  tuneEngine();
  const { watchAll } = await import("../../api/watch-all.js");
  const watching = await watchAll({
    configs,
    onResult: (result) =>
      terminal.out(format === "json" ? generateAllJson({ packages: [result] }) : packageText(result)),
    onError: async (error) => {
      await reportError(error, terminal);
    },
  });
  terminal.err("Watching the configs and their schemas. Press Ctrl+C to stop.\n");
  await untilStopped();
  await watching.close();
  return 0;
}

function twice(): UsageError {
  return new UsageError("invalid_option", "Configs were named both with --config and without it.", {
    expected: "either `--config FILE` for one config, or the names of any number",
    hint: "Leave out `--config`.",
  });
}
