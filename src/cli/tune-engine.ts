import process from "node:process";

/** The V8 of Node 20, with which the flags below were measured. Later ones complain on stderr of a flag that is gone. */
const KNOWN_ENGINE = /^11\.3\./;

const FLAGS = [
  // How much code a function has to run before it is worth optimizing; V8 itself says 67 584. A generate is over before that
  // pays: optimizing took a third of its CPU, and with 500 000 still a fifth where a claim set is large. What runs long is
  // optimized all the same, a little later.
  "--interrupt-budget=2000000",
  // How much the heap may grow, in percent, before it is cleaned again. A large claim set leaves much behind at each stage.
  "--heap-growing-percent=30",
];

/**
 * Sets V8 up for runs that are short, and for large claim sets in little memory.
 *
 * A matter for the command line, whose process is ours; a library leaves its host's engine alone.
 */
export function tuneEngine(): void {
  if (!KNOWN_ENGINE.test(process.versions.v8 ?? "")) return;
  // Not imported above: loading it takes longer than an unchanged run has to spare.
  const { setFlagsFromString } = process.getBuiltinModule("node:v8");
  for (const flag of FLAGS) setFlagsFromString(flag);
}
