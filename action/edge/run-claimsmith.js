// @ts-check
import { runProgram } from "./run-program.js";

/** @typedef {import("./run-program.js").Ended} Ended */
/** @typedef {import("../core/inputs.js").Inputs} Inputs */

/**
 * Runs claimsmith as the workflow says that it is called. The command is the workflow's own and read by a shell; the
 * arguments reach it as they stand.
 *
 * @param {{ inputs: Pick<Inputs, "command">, cwd: string }} run
 * @param {readonly string[]} words
 * @returns {Promise<Ended>}
 */
export function runClaimsmith({ inputs, cwd }, words) {
  return runProgram("bash", ["-c", `${inputs.command} "$@"`, "claimsmith", ...words], { cwd });
}

/**
 * Returns the option that names the config, where one is named.
 *
 * @param {Pick<Inputs, "config">} inputs
 * @returns {readonly string[]}
 */
export function configOption({ config }) {
  return config === "" ? [] : [`--config=${config}`];
}
