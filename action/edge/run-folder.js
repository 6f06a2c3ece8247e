// @ts-check
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** @typedef {import("../core/check.js").Check} Check */
/** @typedef {import("../core/event.js").Event} Event */
/** @typedef {import("../core/inputs.js").Inputs} Inputs */
/** @typedef {import("../core/base.js").Base} Base */

/**
 * What the first step finds out for those after it.
 *
 * @typedef {object} Run
 * @property {Inputs} inputs
 * @property {Event} event
 * @property {string} cwd - absolute path of the working directory
 * @property {string} folder - the same from the repository's root, `/` as separator, "" for the root
 * @property {string} config - the config's path from the repository's root
 * @property {string} head - the commit that is checked out, "" where there is none
 * @property {boolean} hasLint
 * @property {Base} base
 * @property {Check | null} problem - why nothing can be checked
 */

/**
 * The checks, in the order in which they run and are reported.
 *
 * @typedef {"generate" | "lint" | "diff"} CheckName
 */
export const CHECKS = /** @type {const} */ (["generate", "lint", "diff"]);

/** Returns a new folder in which the steps of one run leave what the later ones need. */
export function newRunFolder() {
  return mkdtempSync(path.join(process.env["RUNNER_TEMP"] || os.tmpdir(), "claimsmith-"));
}

/**
 * @param {string} folder
 * @param {Run} run
 */
export function writeRun(folder, run) {
  writeFileSync(path.join(folder, "run.json"), JSON.stringify(run));
}

/**
 * Returns what the first step found out, null where it did not come to its end.
 *
 * @param {string | undefined} folder
 * @returns {Run | null}
 */
export function readRun(folder) {
  return readJson(folder, "run.json");
}

/**
 * @param {string} folder
 * @param {CheckName} name
 * @param {Check} check
 */
export function writeCheck(folder, name, check) {
  writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(check));
}

/**
 * Returns what came of a check; one that left no result did not run.
 *
 * @param {string | undefined} folder
 * @param {CheckName} name
 * @returns {Check}
 */
export function readCheck(folder, name) {
  return (
    readJson(folder, `${name}.json`) ?? {
      name,
      code: 2,
      summary: "**could not run**",
      details: "The step ended before it had a result; its log says more.",
    }
  );
}

/**
 * @param {string | undefined} folder
 * @param {string} name
 */
function readJson(folder, name) {
  if (folder === undefined || folder === "") return null;
  try {
    return JSON.parse(readFileSync(path.join(folder, name), "utf8"));
  } catch {
    return null; // The step that writes it ended too early, which the caller reports.
  }
}
