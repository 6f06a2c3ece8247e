import { parseArgs } from "node:util";

/**
 * Reads the words of the command line.
 *
 * @returns `runtimes`: those to run, all by default; `required`: ids that must be run; `engine`: a file of the runtime that
 * every package gets in place of the engine that it would choose, or null
 */
export function readArguments(words, runtimes) {
  const options = {
    only: { type: "string" },
    require: { type: "string", default: "" },
    engine: { type: "string" },
    program: { type: "string", multiple: true, default: [] },
  };
  const { values } = parseArgs({ args: words, options });
  const programs = new Map(
    values.program.map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)]),
  );
  const required = split(values.require);
  const only = values.only === undefined ? null : split(values.only);
  checkIds([...required, ...(only ?? []), ...programs.keys()], runtimes);
  return {
    runtimes: runtimes
      .filter(({ id }) => only === null || only.includes(id))
      .map((runtime) => ({ ...runtime, file: programs.get(runtime.id) ?? runtime.file })),
    required,
    engine: values.engine ?? null,
  };
}

function split(list) {
  return list.split(",").filter((id) => id !== "");
}

function checkIds(ids, runtimes) {
  const known = runtimes.map(({ id }) => id);
  const unknown = ids.filter((id) => !known.includes(id));
  if (unknown.length > 0)
    throw new RangeError(`There is no runtime ${unknown.join(", ")}; there are ${known.join(", ")}.`);
}
