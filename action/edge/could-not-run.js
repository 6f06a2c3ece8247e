// @ts-check
import path from "node:path";
import { complaintPlace } from "../core/complaint-place.js";
import { fence } from "../core/markdown.js";
import { annotate, print } from "./log.js";

/** @typedef {import("../core/check.js").Check} Check */
/** @typedef {import("./run-folder.js").CheckName} CheckName */

/**
 * Says in the log, and at the place, why a check could not run; returns it as the result of the check.
 *
 * @param {CheckName} name
 * @param {string} complaint
 * @param {{ folder: string }} run
 * @returns {Check}
 */
export function couldNotRun(name, complaint, { folder }) {
  print(complaint);
  const place = complaintPlace(complaint);
  const properties = "file" in place ? { ...place, file: path.posix.join(folder, place.file) } : {};
  annotate("error", complaint, { ...properties, title: `claimsmith ${name} could not run` });
  return { name, code: 2, summary: "**could not run**", details: fence(complaint) };
}
