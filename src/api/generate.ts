import path from "node:path";
import type { TokenMemory } from "../emit/token-memory.js";
import { checkOutput } from "../io/package/check-output.js";
import { comparePackage, type FileDifference } from "../io/package/compare-package.js";
import { isUnchanged, writeStamp } from "../io/package/stamp.js";
import { findConfig } from "../io/project/find-config.js";
import type { MissingTokenExample } from "./build-package.js";
import { checkOptions, type OptionForms } from "./check-options.js";

export interface GenerateOptions {
  /** The config file; else claims.config.json in `cwd` or the nearest parent. */
  readonly config?: string | undefined;
  /** The folder that paths are relative to; the working directory by default. */
  readonly cwd?: string | undefined;
  /** Write nothing, and say how the package on disk differs from what would be written. */
  readonly check?: boolean | undefined;
  /** Told what is being done, for whoever watches. */
  readonly progress?: ((text: string) => void) | undefined;
}

/** What generate did, or with `check` what it would have to do. */
export interface GenerateResult {
  /** The output folder, relative to the config file. */
  readonly output: string;
  /** Paths in the output folder that were written. */
  readonly written: readonly string[];
  /** Paths of earlier runs that are no longer generated and were removed. */
  readonly removed: readonly string[];
  /** How many files were left as they are. */
  readonly unchanged: number;
  /** With `check`: the files that are not as they should be. */
  readonly files: readonly FileDifference[];
  /** Claims that need an `examples` entry, so that the test kit can fill them in; only there where there are some. */
  readonly missingExamples?: readonly MissingTokenExample[];
}

const OPTIONS: OptionForms<GenerateOptions> = { config: "text", cwd: "text", check: "switch", progress: "function" };

/**
 * Writes the package that the config describes, or with `check` compares it with what is on disk.
 *
 * Unchanged inputs write nothing, and a failure leaves the previous package whole.
 *
 * @throws {UsageError} `invalid_option`
 * @throws {ClaimsmithError} for whatever is wrong with config, schemas or disk
 */
export async function generate(options: GenerateOptions = {}): Promise<GenerateResult> {
  checkOptions("generate", options, OPTIONS);
  return generateFrom(options);
}

/**
 * As {@link generate}, for a run that is one of many: tokens that are as they were are taken from the memory.
 *
 * @param memory - of the runs before; an empty one is filled even where there is nothing to write
 * @throws {ClaimsmithError} for whatever is wrong with config, schemas or disk
 */
export async function generateFrom(options: GenerateOptions, memory?: TokenMemory): Promise<GenerateResult> {
  const configPath = findConfig(path.resolve(options.cwd ?? "."), options.config);
  const known = isUnchanged(configPath);
  if (known.unchanged && memory?.isEmpty !== true) {
    return { output: known.output, written: [], removed: [], unchanged: known.count, files: [] };
  }
  // Loaded only now: the parsers, ajv and the type printer cost more than all that went before.
  options.progress?.("Reading the schemas and generating…");
  const { buildPackage } = await import("./build-package.js");
  const built = await buildPackage(configPath, memory);
  const { config, files, folder, inputsDigest, output } = built;
  const notes = built.missingExamples.length === 0 ? {} : { missingExamples: built.missingExamples };

  const at = config.locate("/output");
  if (options.check) {
    const { readPackage } = await import("../io/package/read-package.js");
    checkOutput(output, folder, at);
    const differences = comparePackage(readPackage(output, files.keys()), files, inputsDigest);
    const unchanged = files.size + 1 - differences.filter(({ state }) => state !== "left over").length;
    if (differences.length === 0) remember();
    return { output: config.output, written: [], removed: [], unchanged, files: differences, ...notes };
  }

  const { writePackage } = await import("../io/package/write-package.js");
  const result = writePackage(output, files, { inputs: inputsDigest, within: folder, at });
  remember();
  return { output: config.output, ...result, files: [], ...notes };

  function remember(): void {
    const [own, ...inputs] = built.inputs;
    writeStamp(configPath, {
      configDigest: own?.sha256 ?? "",
      inputs,
      name: config.package.name,
      output: config.output,
      files,
      inputsDigest,
    });
  }
}
