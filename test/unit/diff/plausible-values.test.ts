import { describe, expect, it } from "vitest";
import { diffProjects } from "../../../src/diff/diff-projects.js";
import type { JsonValue } from "../../../src/schema/json-schema.js";
import { configOf, projectOf } from "../../support/project.js";

const STRING = { type: "string" };
const claims = (properties: object, required: readonly string[] = []) => ({ type: "object", properties, required });

/** The claims of the first witness but for the times, between two claim sets. */
async function witnessOf(before: object, after: object): Promise<Readonly<Record<string, JsonValue>>> {
  const [base, revision] = [before, after].map((schema) => projectOf(configOf(), { "schema.json": schema }));
  if (base === undefined || revision === undefined) throw new TypeError("Two sides were given.");
  const { tokens } = await diffProjects(base, revision, { today: "2026-01-01" });
  const found = tokens[0]?.changes.find(({ witness }) => witness !== null)?.witness?.claims ?? {};
  return Object.fromEntries(Object.entries(found).filter(([name]) => !["exp", "iat"].includes(name)));
}

describe("a witness", () => {
  it.each<[string, object, object, Readonly<Record<string, JsonValue>>]>([
    [
      "has what claims of the name usually hold",
      claims({ email: STRING }),
      claims({ email: { type: "number" } }),
      { email: "ada@example.com" },
    ],
    [
      "has an example of the claim",
      claims({ plan: { ...STRING, examples: ["gold"] } }),
      claims({ plan: { type: "number" } }),
      { plan: "gold" },
    ],
    [
      "has a listed value of an enum that is meant to grow",
      claims({ role: { anyOf: [{ enum: ["admin", "member"] }, STRING] } }),
      claims({ role: { type: "array" } }),
      { role: "admin" },
    ],
    [
      "has a readable value where one outside of a list is refused",
      claims({ role: STRING }),
      claims({ role: { enum: ["a", "b"] } }),
      { role: "other" },
    ],
    [
      "has the listed value that is gone",
      claims({ role: { enum: ["admin", "member"] } }),
      claims({ role: { enum: ["admin"] } }),
      { role: "member" },
    ],
    [
      "has no example that is accepted on both sides",
      claims({ plan: { ...STRING, examples: ["gold"] } }),
      claims({ plan: { ...STRING, maxLength: 4 } }),
      { plan: "aaaaa" },
    ],
    [
      "has usual values for the claims beside the one",
      claims({ sub: STRING, email: STRING, role: STRING }, ["sub", "email"]),
      claims({ sub: STRING, email: STRING, role: { type: "number" } }, ["sub", "email"]),
      { sub: "user-1", email: "ada@example.com", role: "a" },
    ],
    [
      "takes no example of one claim for another",
      claims({ team: STRING, plan: { ...STRING, examples: ["gold"] }, role: STRING }, ["team", "plan"]),
      claims({ team: STRING, plan: { ...STRING, examples: ["gold"] }, role: { type: "number" } }, ["team", "plan"]),
      { team: "a", plan: "gold", role: "a" },
    ],
    [
      "keeps to what the claim allows",
      claims({ email: { ...STRING, maxLength: 3 } }),
      claims({ email: { type: "number" } }),
      { email: "a" },
    ],
  ])("%s", async (_, before, after, want) => {
    expect(await witnessOf(before, after)).toEqual(want);
  });
});
