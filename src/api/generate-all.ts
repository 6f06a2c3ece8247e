import path from "node:path";
import type { ClaimsmithError } from "../errors.js";
import { findConfigs } from "../io/project/find-configs.js";
import { checkOptions, type OptionForms } from "./check-options.js";
import { errorInConfig } from "./error-in-config.js";
import { type GenerateOptions, type GenerateResult, generateFrom } from "./generate.js";
import { refuseCollisions } from "./refuse-collisions.js";

export interface GenerateAllOptions extends Omit<GenerateOptions, "config"> {
  /** Config files, folders that hold a claims.config.json, and patterns of either with `*`, `?` and `**`. */
  readonly configs: readonly string[];
}

/** What generate did for one config among several. */
export interface GeneratedPackage extends GenerateResult {
  /** The config file, relative to the working directory, with `/`. */
  readonly config: string;
  readonly error: null;
}

/** A config for which generate could do nothing; the package of an earlier run is as it was. */
export interface FailedPackage {
  /** The config file, relative to the working directory, with `/`. */
  readonly config: string;
  /** What is wrong; its place is relative to the working directory, too. */
  readonly error: ClaimsmithError;
}

/** What generate did for several configs. */
export interface GenerateAllResult {
  /** In the order in which the configs were named, those of a pattern sorted. */
  readonly packages: readonly (GeneratedPackage | FailedPackage)[];
}

const OPTIONS: OptionForms<GenerateAllOptions> = {
  configs: { needed: "texts" },
  cwd: "text",
  check: "switch",
  progress: "function",
};

/**
 * Writes the package of each config, or with `check` compares each with what is on disk. One that fails stops no other.
 *
 * @throws {ConfigError} `config_not_found`, where a name leads to no config; `config_collision`, where two configs have one
 * output folder or package name; nothing has been written then
 * @throws {UsageError} `invalid_option`
 */
export async function generateAll(given: GenerateAllOptions): Promise<GenerateAllResult> {
  checkOptions("generateAll", given, OPTIONS);
  const { configs, ...options } = given;
  const { files, show } = await settleConfigs(options.cwd, configs);
  const packages: (GeneratedPackage | FailedPackage)[] = [];
  // One after another: what a run needs is never in memory for all of them.
  for (const file of files) {
    const config = show(file);
    const progress = options.progress && ((text: string) => options.progress?.(`${config}: ${text}`));
    try {
      packages.push({ config, error: null, ...(await generateFrom({ ...options, config: file, progress })) });
    } catch (error) {
      packages.push({ config, error: errorInConfig(error, config) });
    }
  }
  return { packages };
}

/**
 * Returns the configs that were named, absolute, once it is known that they can be generated side by side, and how
 * messages show them.
 *
 * @throws {ConfigError} `config_not_found`, `config_collision`
 */
export async function settleConfigs(
  cwd: string | undefined,
  configs: readonly string[],
): Promise<{ readonly files: readonly string[]; readonly show: (file: string) => string }> {
  const folder = path.resolve(cwd ?? ".");
  const show = (file: string): string => path.relative(folder, file).split(path.sep).join("/");
  const files = findConfigs(folder, configs);
  await refuseCollisions(files, show);
  return { files, show };
}
