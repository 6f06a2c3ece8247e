import { describe, expect, it } from "vitest";
import { diffProjects } from "../../../src/diff/diff-projects.js";
import { configOf, projectOf } from "../../support/project.js";

const STRING = { type: "string" };
const claims = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });

type Files = Readonly<Record<string, unknown>>;

/** The places of the changes, as `file:line pointer`. */
async function placesOf(before: Files, after: Files): Promise<readonly string[]> {
  const config = configOf({ schema: Object.keys(after)[0] });
  const [base, revision] = [projectOf(config, before), projectOf(config, after)];
  const { tokens } = await diffProjects(base, revision, { today: "2026-01-01" });
  return (tokens[0]?.changes ?? []).map(({ location: at }) => `${at?.file}:${at?.line} ${at?.pointer}`);
}

const one = (schema: unknown): Files => ({ "schema.json": schema });
const ref = (file: string) => ({ $ref: `${file}#/$defs/base` });
const common = (properties: object, more: object = {}) => ({ $defs: { base: claims(properties, more) } });

describe("the place of a change", () => {
  it.each<[string, Files, Files, readonly string[]]>([
    [
      "of a claim that is gone is the list that held it",
      one(claims({ role: STRING, sub: STRING })),
      one(claims({ sub: STRING })),
      ["schema.json:3 /properties"],
    ],
    [
      "of the last claim, whose list went with it, is the claim set",
      one(claims({ role: STRING })),
      one({ type: "object" }),
      ["schema.json:1 "],
    ],
    [
      "of a claim that is gone from a definition is that definition's list",
      {
        "schema.json": { allOf: [ref("common.json")], ...claims({ sub: STRING }) },
        "common.json": common({ role: STRING, team: STRING }),
      },
      {
        "schema.json": { allOf: [ref("common.json")], ...claims({ sub: STRING }) },
        "common.json": common({ team: STRING }),
      },
      ["common.json:5 /$defs/base/properties"],
    ],
    [
      "of a claim that a definition declares in place is there, and only there",
      {
        "schema.json": { allOf: [ref("common.json")] },
        "common.json": common({ role: { enum: ["a", "b"] } }, { required: ["role"] }),
      },
      {
        "schema.json": { allOf: [ref("common.json")] },
        "common.json": common({ role: { enum: ["a"] } }, { required: ["role"] }),
      },
      ["common.json:6 /$defs/base/properties/role"],
    ],
    [
      "of a claim behind a reference is what it refers to, where that changed",
      { "schema.json": claims({ sub: STRING, team: ref("common.json") }), "common.json": common({ id: STRING }) },
      {
        "schema.json": claims({ sub: STRING, team: ref("common.json") }),
        "common.json": common({ id: { type: "number" } }),
      },
      ["common.json:6 /$defs/base/properties/id"],
    ],
    [
      "of a claim that refers to something else is the claim",
      one(claims({ a: { $ref: "#/$defs/x" } }, { $defs: { x: STRING } })),
      one(claims({ a: { type: "number" } })),
      ["schema.json:4 /properties/a"],
    ],
    [
      "of a change deep inside is the innermost schema that has all of it",
      one(claims({ tenant: claims({ id: STRING, plan: { enum: ["a", "b"] } }) })),
      one(claims({ tenant: claims({ id: STRING, plan: { enum: ["a"] } }) })),
      ["schema.json:10 /properties/tenant/properties/plan"],
    ],
    [
      "of two changes inside is what holds both",
      one(claims({ tenant: claims({ id: STRING, plan: { enum: ["a", "b"] } }) })),
      one(claims({ tenant: claims({ id: { type: "number" }, plan: { enum: ["a"] } }) })),
      ["schema.json:4 /properties/tenant"],
    ],
    [
      "of what recursion leads back to is found in bounded time",
      one(
        claims({ tree: { $ref: "#/$defs/t" } }, { $defs: { t: claims({ next: { $ref: "#/$defs/t" }, id: STRING }) } }),
      ),
      one(
        claims(
          { tree: { $ref: "#/$defs/t" } },
          { $defs: { t: claims({ next: { $ref: "#/$defs/t" }, id: { enum: ["a"] } }) } },
        ),
      ),
      ["schema.json:9 /$defs/t"],
    ],
    [
      "in YAML is a line of YAML",
      { "schema.yaml": "type: object\nproperties:\n  sub: {type: string}\n  role:\n    enum: [a, b]\n" },
      { "schema.yaml": "type: object\n# A comment.\nproperties:\n  sub: {type: string}\n" },
      ["schema.yaml:4 /properties"],
    ],
  ])("%s", async (_, before, after, want) => {
    expect(await placesOf(before, after)).toEqual(want);
  });
});
