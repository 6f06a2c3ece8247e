import fs from "node:fs";
import { baselineText, type KnownFinding, parseBaseline } from "../../lint/baseline.js";
import type { Finding } from "../../lint/finding.js";
import { parseText } from "../../text/parse-json.js";
import { showPath } from "../files/paths.js";
import { readInputFile } from "../files/read-file.js";
import { replaceFile } from "../files/replace-file.js";
import { isAbsence, toFileSystemError } from "../files/system-error.js";

/**
 * The findings of a baseline file; null where there is no such file yet.
 *
 * @param file - absolute path
 * @throws {ConfigError} `invalid_value` and what parsing gives
 * @throws {FileSystemError} `cannot_read`
 */
export function readBaseline(file: string): readonly KnownFinding[] | null {
  try {
    if (fs.statSync(file, { throwIfNoEntry: false }) === undefined) return null;
  } catch (error) {
    if (isAbsence(error)) return null;
    throw toFileSystemError(error, "cannot_read", file);
  }
  const text = readInputFile(file);
  const parsed = parseText({ file: showPath(file), text }, "config");
  return parseBaseline(parsed.value, (pointer) => parsed.locate(pointer));
}

/**
 * Records findings in a baseline file, whole or not at all.
 *
 * @param file - absolute path
 * @throws {FileSystemError} `cannot_write`
 */
export function writeBaseline(file: string, findings: readonly Finding[]): void {
  replaceFile(file, baselineText(findings));
}
