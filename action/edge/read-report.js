// @ts-check
import { readFileSync } from "node:fs";
import path from "node:path";

/**
 * Returns what claimsmith wrote into a folder with `--out`; null where it did not, which the caller has to say.
 *
 * @param {string} folder
 * @param {string} name
 * @returns {string | null}
 */
export function readReport(folder, name) {
  try {
    return readFileSync(path.join(folder, name), "utf8");
  } catch {
    return null;
  }
}
