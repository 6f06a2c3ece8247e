import fs from "node:fs";
import path from "node:path";
import { FileSystemError, type Location } from "../../errors.js";
import { showPath } from "../files/paths.js";
import { pause } from "../files/pause.js";
import { removeFolder } from "../files/remove-folder.js";
import { toFileSystemError } from "../files/system-error.js";
import { checkOutput } from "./check-output.js";
import { comparePackage } from "./compare-package.js";
import { healPackage } from "./heal-package.js";
import { withManifest } from "./package-manifest.js";
import { newSibling } from "./package-siblings.js";
import { readPackage } from "./read-package.js";
import { refuseForeign } from "./refuse-foreign.js";
import { folderIdentity } from "./remove-backup.js";
import { stagePackage } from "./stage-package.js";
import { swapPackage } from "./swap-package.js";

export interface WriteOptions {
  /** SHA-256 (hex) of all inputs. */
  readonly inputs: string;
  /** Absolute path of the config's folder, which the output must not leave. */
  readonly within: string;
  /** The place of `output` in the config, for errors about it. */
  readonly at?: Location | undefined;
}

/** What a run did. Files are relative to the output folder, with `/`, sorted by code unit. */
export interface WriteResult {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** How many files were right already. */
  readonly unchanged: number;
}

/** Each attempt fails only because another run has just succeeded. */
const MAX_ATTEMPTS = 100;

/**
 * Makes an output folder hold exactly these generated files, beside whatever claimsmith did not write, and
 * returns what that took. All or nothing: whenever the process ends, the output is the old package or the
 * new one (or gone for a moment, until the next run brings the old one back). Where nothing differs,
 * nothing is written; unchanged files stay the same files, with their times.
 *
 * @param output - absolute path of the output folder
 * @param files - path relative to the output, with `/`, to text; the manifest is added here
 * @throws {FileSystemError} `cannot_read`, `cannot_write`, `not_a_folder`
 * @throws {ConfigError} `output_outside`
 */
export function writePackage(output: string, files: ReadonlyMap<string, string>, options: WriteOptions): WriteResult {
  const wanted = withManifest(files, options.inputs);
  checkOutput(output, options.within, options.at);
  healPackage(output);
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const result = tryToWrite(output, files, wanted, options);
    if (result !== null) return result;
    pause(Math.random() * 10);
    checkOutput(output, options.within, options.at);
  }
  throw new FileSystemError("cannot_write", `Cannot write ${showPath(output)}: another program keeps changing it.`, {
    at: { file: showPath(output) },
    hint: "Stop the other program, then run the command again.",
  });
}

/** Returns null where another run changed the output meanwhile, so that what was read no longer holds. */
function tryToWrite(
  output: string,
  files: ReadonlyMap<string, string>,
  wanted: ReadonlyMap<string, string>,
  options: WriteOptions,
): WriteResult | null {
  const before = folderIdentity(output);
  const existing = readPackage(output, files.keys());
  const differences = comparePackage(existing, files, options.inputs);
  const isCurrent = (): boolean => folderIdentity(output) === before;
  // Read while another run swapped, it may be half of one package and half of the next.
  if (!isCurrent() || (before === null && existing.found.size > 0)) return null;
  if (differences.length > 0) {
    refuseForeign(output, existing, wanted);
    const stage = newSibling(output, "stage");
    try {
      fs.mkdirSync(path.dirname(output), { recursive: true });
      fs.mkdirSync(stage);
      const isStaged = stagePackage({ output, stage, existing, files: wanted });
      if (!isStaged || !isCurrent()) return null;
      swapPackage(stage, output);
    } catch (error) {
      // A file that was there a moment ago and is gone with the folder that held it.
      if (!isCurrent() && fs.existsSync(stage)) return null;
      throw toFileSystemError(error, "cannot_write", output);
    } finally {
      // After the swap there is no such folder any more.
      removeFolder(stage);
    }
  }
  const removed = differences.filter(({ state }) => state === "left over").map(({ file }) => file);
  const written = differences.filter(({ state }) => state !== "left over").map(({ file }) => file);
  return { written, removed, unchanged: wanted.size - written.length };
}
