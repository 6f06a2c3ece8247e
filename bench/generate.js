// Generating: whole processes, from nothing, again and again, and large.
import { measureCold } from "./generate/cold.js";
import { measureGrowth } from "./generate/growth.js";
import { measureUnchanged } from "./generate/unchanged.js";
import { measureWatch } from "./generate/watch.js";

/** Measures the section "generate". */
export async function generate({ quick }) {
  const parts = [];
  for (const measure of [measureUnchanged, measureCold, measureGrowth, measureWatch]) parts.push(await measure(quick));
  return {
    title: "Generate",
    text: [
      "Whole processes of the command line, the start of Node included. json2ts and quicktype read the same schemas and make",
      "TypeScript types; claimsmith makes validators, helpers and declarations besides. The exponent says how CPU grows from one size",
      "to the next, less the CPU of one token of one claim: 1 is twice the CPU for twice the claims; the steepest step counts.",
    ],
    tables: parts.flatMap(({ tables }) => tables),
    goals: parts.flatMap(({ goals }) => goals),
  };
}
