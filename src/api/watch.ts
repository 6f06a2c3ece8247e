import path from "node:path";
import { TokenMemory } from "../emit/token-memory.js";
import { watchFolders } from "../io/files/watch-folders.js";
import { readStamp } from "../io/package/stamp.js";
import { findConfig } from "../io/project/find-config.js";
import { checkOptions, type OptionForms } from "./check-options.js";
import { type GenerateResult, generateFrom } from "./generate.js";

export interface WatchOptions {
  readonly config?: string | undefined;
  readonly cwd?: string | undefined;
  /** Called after each run that wrote something, and after the first. */
  readonly onResult: (result: GenerateResult) => void;
  /** Called where a run fails; the previous package is whole, and watching goes on. */
  readonly onError: (error: unknown) => void | Promise<void>;
}

/** A watch that runs until it is closed. */
export interface Watching {
  close(): Promise<void>;
}

const OPTIONS: OptionForms<WatchOptions> = {
  config: "text",
  cwd: "text",
  onResult: { needed: "function" },
  onError: { needed: "function" },
};

/**
 * Generates, and again whenever the config or a file that it reaches changes.
 *
 * @throws {UsageError} `invalid_option`
 * @throws {ConfigError} `config_not_found`; every later error goes to `onError`
 */
export async function watch(options: WatchOptions): Promise<Watching> {
  checkOptions("watch", options, OPTIONS);
  const configPath = findConfig(path.resolve(options.cwd ?? "."), options.config);
  // Filled by the first run, also where that finds nothing to write: the first change is then as quick as the next.
  const memory = new TokenMemory();
  let queued: Promise<void> = Promise.resolve();
  let first = true;

  async function regenerate(): Promise<void> {
    try {
      const result = await generateFrom({ config: configPath }, memory);
      if (first || result.written.length + result.removed.length > 0) options.onResult(result);
    } catch (error) {
      await options.onError(error);
    }
    first = false;
    folders.follow(inputFolders(configPath));
  }

  const folders = watchFolders(inputFolders(configPath), () => {
    queued = queued.then(regenerate);
  });
  await folders.ready;
  queued = queued.then(regenerate);
  await queued;
  return {
    async close() {
      await folders.close();
      await queued;
    },
  };
}

/** The folders of the config and of the files that the last successful run read. */
function inputFolders(configPath: string): readonly string[] {
  const folder = path.dirname(configPath);
  const inputs = readStamp(configPath)?.inputs ?? [];
  return [...new Set([folder, ...inputs.map(({ file }) => path.dirname(path.resolve(folder, file)))])];
}
