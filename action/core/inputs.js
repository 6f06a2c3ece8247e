// @ts-check

/**
 * What the workflow asks for.
 *
 * @typedef {object} Inputs
 * @property {string} workingDirectory
 * @property {string} config - empty for the nearest
 * @property {string} base - empty for what the event says
 * @property {string} failOn - checked by claimsmith itself
 * @property {boolean} comment
 * @property {string} command
 */

/**
 * Returns the inputs of the action, and a sentence for each that cannot be.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {{ inputs: Inputs, problems: string[] }}
 */
export function readInputs(env) {
  const read = (/** @type {string} */ name) => (env[`CLAIMSMITH_${name}`] ?? "").trim();
  const comment = read("COMMENT");
  const command = read("COMMAND");
  const problems = [];
  if (comment !== "true" && comment !== "false") {
    problems.push(`The input \`comment\` is ${JSON.stringify(comment)}; it can be \`true\` or \`false\`.`);
  }
  if (command === "") problems.push("The input `command` is empty; it says how claimsmith is called.");
  if (read("BASE").startsWith("-")) problems.push("The input `base` begins with `-`; no revision does.");
  return {
    inputs: {
      workingDirectory: read("WORKING_DIRECTORY") || ".",
      config: read("CONFIG"),
      base: read("BASE"),
      failOn: read("FAIL_ON") || "breaking",
      comment: comment !== "false",
      command,
    },
    problems,
  };
}
