import { expect, it } from "vitest";
import { RULES } from "../../../src/lint/rules/index.js";
import { findingsOf } from "../../support/expect-findings.js";

/** Definitions of which each refers twice to the next: two to the power of their number, unfolded. */
function doubling(count: number, step: (next: object) => object) {
  const definitions: [string, unknown][] = [["d0", { type: "string" }]];
  for (let index = 1; index <= count; index += 1) {
    definitions.push([`d${index}`, step({ $ref: `#/$defs/d${index - 1}` })]);
  }
  const last = { $ref: `#/$defs/d${count}`, examples: [1] };
  return {
    type: "object",
    properties: { email: last, groups: last, role: last },
    $defs: Object.fromEntries(definitions),
  };
}

// What doubles a validator's work any further is refused before lint sees it.
it.each([
  ["as members, without end", doubling(60, (next) => ({ type: "object", properties: { a: next, b: next } }))],
  ["as alternatives, as far as a schema may", doubling(15, (next) => ({ anyOf: [next, next] }))],
])(
  "no rule hangs where definitions double %s",
  async (_, schema) => {
    const findings = await findingsOf(RULES, { schema });
    expect(findings.some(({ rule }) => rule === "invalid-example")).toBe(true);
  },
  20_000,
);
