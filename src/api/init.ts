import path from "node:path";
import { UsageError } from "../errors.js";
import { writeNewFiles } from "../io/files/write-new-files.js";
import { configSchemaPath } from "../io/project/config-schema-path.js";
import { checkOptions } from "./check-options.js";
import { starterFiles } from "./starter.js";

export interface InitOptions {
  /** The folder to write into; made where it does not exist. The working directory by default. */
  readonly folder?: string | undefined;
}

export interface InitResult {
  /** The files that were written, relative to the folder. */
  readonly written: readonly string[];
}

/**
 * Writes a config and a starter claim set. Never overwrites: where one of the files exists, nothing is written.
 *
 * @throws {UsageError} `file_exists`, `invalid_option`
 * @throws {FileSystemError} `cannot_write`
 */
export function init(options: InitOptions = {}): InitResult {
  checkOptions("init", options, { folder: "text" });
  const folder = path.resolve(options.folder ?? ".");
  const files = starterFiles(configSchemaPath(folder));
  const existing = writeNewFiles(folder, files);
  if (existing !== null) {
    throw new UsageError("file_exists", `${existing} exists already, and init overwrites nothing.`, {
      at: { file: existing },
      expected: "a folder without claimsmith's files",
      hint: "Run `claimsmith generate` to use what is there, or name another folder: `claimsmith init DIR`.",
    });
  }
  return { written: [...files.keys()] };
}
