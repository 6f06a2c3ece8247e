import { parseArgs } from "node:util";

/**
 * Reads the words of the command line.
 *
 * @returns `recipes`: those to run, all by default; `required`: ids that must be run; `keep`: whether the scratch folder stays
 */
export function readArguments(words, all) {
  const { values } = parseArgs({
    args: words,
    options: {
      only: { type: "string" },
      require: { type: "string", default: "" },
      keep: { type: "boolean", default: false },
    },
  });
  const known = all.map(({ id }) => id);
  const only = values.only === undefined ? known : split(values.only);
  const required = split(values.require);
  const unknown = [...only, ...required].filter((id) => !known.includes(id));
  if (unknown.length > 0) {
    throw new RangeError(`There is no recipe ${unknown.join(", ")}; there are ${known.join(", ")}.`);
  }
  return { recipes: all.filter(({ id }) => only.includes(id)), required, keep: values.keep };
}

function split(list) {
  return list.split(",").filter((id) => id !== "");
}
