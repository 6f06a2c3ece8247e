// @ts-check

/** @typedef {import("../edge/run-program.js").Ended} Ended */

/**
 * What came of one check.
 *
 * @typedef {object} Check
 * @property {string} name - as it is called, such as `diff`
 * @property {0 | 1 | 2} code - 0 nothing found, 1 something found, 2 could not run
 * @property {string} summary - the result in a few words, Markdown
 * @property {string} details - Markdown; empty where the summary says it all
 * @property {string} [level] - of `diff`: the worst level of a token
 */

/**
 * Returns the exit code of claimsmith in its own meaning. A program that was killed, or that found something and says
 * not a word about it, did not run.
 *
 * @param {Ended} ended
 * @returns {0 | 1 | 2}
 */
export function meaningOf({ code, stdout }) {
  if (code === 0) return 0;
  return code === 1 && stdout.trim() !== "" ? 1 : 2;
}

/**
 * Returns the worst of some exit codes.
 *
 * @param {readonly (0 | 1 | 2)[]} codes
 * @returns {0 | 1 | 2}
 */
export function worstOf(codes) {
  return codes.includes(2) ? 2 : codes.includes(1) ? 1 : 0;
}

/**
 * Returns what a program that could not run says of it, in words that are never empty.
 *
 * @param {Ended} ended
 */
export function complaintOf({ code, signal, stdout, stderr }) {
  const said = [stderr.trim(), stdout.trim()].find((text) => text !== "");
  const end = signal === null ? `It ended with exit code ${code}.` : `It was ended by ${signal}.`;
  return said === undefined ? `${end} It said nothing.` : code === 2 ? said : `${said}\n\n${end}`;
}
