import type { ClaimsmithError } from "../errors.js";
import { checkOptions, type OptionForms } from "./check-options.js";
import { errorInConfig } from "./error-in-config.js";
import { type GeneratedPackage, settleConfigs } from "./generate-all.js";
import { type Watching, watch } from "./watch.js";

export interface WatchAllOptions {
  /** Config files, folders that hold a claims.config.json, and patterns of either; looked for once, at the start. */
  readonly configs: readonly string[];
  readonly cwd?: string | undefined;
  /** Called after each run that wrote something, and after the first of each config. */
  readonly onResult: (result: GeneratedPackage) => void;
  /** Called where a run fails; the previous package is whole, and watching goes on. */
  readonly onError: (error: ClaimsmithError) => void | Promise<void>;
}

const OPTIONS: OptionForms<WatchAllOptions> = {
  configs: { needed: "texts" },
  cwd: "text",
  onResult: { needed: "function" },
  onError: { needed: "function" },
};

/**
 * Generates the package of each config, and again whenever it or a file that it reaches changes.
 *
 * @throws {UsageError} `invalid_option`
 * @throws {ConfigError} `config_not_found`, `config_collision`; every later error goes to `onError`
 */
export async function watchAll(options: WatchAllOptions): Promise<Watching> {
  checkOptions("watchAll", options, OPTIONS);
  const { configs, cwd, onResult, onError } = options;
  const { files, show } = await settleConfigs(cwd, configs);
  const watches: Watching[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(watches.map((watching) => watching.close()));
  };
  try {
    for (const file of files) {
      const config = show(file);
      const watching = await watch({
        config: file,
        onResult: (result) => onResult({ config, error: null, ...result }),
        onError: (error) => onError(errorInConfig(error, config)),
      });
      watches.push(watching);
    }
  } catch (error) {
    // Removed since it was found: none is watched rather than some.
    await close();
    throw error;
  }
  return { close };
}
