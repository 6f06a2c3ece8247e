import { describe, expect, it } from "vitest";
import { RULES } from "../../../src/lint/rules/index.js";
import { isCheapToValidate } from "../../../src/lint/validation-cost.js";
import { findingsOf } from "../../support/expect-findings.js";
import { configOf, projectOf } from "../../support/project.js";

const tokenOf = (schema: unknown) => {
  const [token] = projectOf(configOf(), { "schema.json": schema }).tokens;
  if (token === undefined) throw new TypeError("The config has no token.");
  return token;
};

/** Definitions of which each has two members of the next: two to the power of their number, unfolded. */
function doubling(count: number) {
  const definitions: [string, unknown][] = [["d0", { type: "string" }]];
  for (let index = 1; index <= count; index += 1) {
    const next = { $ref: `#/$defs/d${index - 1}` };
    definitions.push([`d${index}`, { properties: { a: next, b: next } }]);
  }
  const last = { $ref: `#/$defs/d${count}`, examples: [1] };
  return {
    type: "object",
    properties: { email: last, groups: last, role: last },
    $defs: Object.fromEntries(definitions),
  };
}

describe("isCheapToValidate", () => {
  it.each([
    ["a few claims", { properties: { role: { enum: ["a"] } } }],
    [
      "a schema of lists of itself",
      { properties: { tree: { $ref: "#/$defs/tree" } }, $defs: { tree: { items: { $ref: "#/$defs/tree" } } } },
    ],
    ["definitions that double a few times", doubling(8)],
  ])("accepts %s", (_, schema) => {
    expect(isCheapToValidate(tokenOf(schema))).toBe(true);
  });

  it("refuses definitions that double over and over", () => {
    expect(isCheapToValidate(tokenOf(doubling(60)))).toBe(false);
  });
});

it("no rule hangs where definitions double over and over", async () => {
  await findingsOf(RULES, { schema: doubling(60) });
}, 20_000);
