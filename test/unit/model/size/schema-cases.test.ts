// biome-ignore-all lint/suspicious/noThenProperty: a keyword of JSON Schema
import { describe, expect, it } from "vitest";
import { SchemaCases } from "../../../../src/model/size/schema-cases.js";
import type { Schema, SchemaObject } from "../../../../src/schema/json-schema.js";

/** The titles of the schemas of each case: those that always apply, and after a bar those that may. */
function titlesOf(schema: Schema, definitions: Readonly<Record<string, Schema>> = {}): readonly string[] {
  const titles = (schemas: readonly SchemaObject[]): string => schemas.flatMap(({ title }) => title ?? []).join(" ");
  return new SchemaCases(definitions).of([schema]).map(({ always, perhaps }) => {
    const rest = titles(perhaps);
    return rest === "" ? titles(always) : `${titles(always)} | ${rest}`;
  });
}

const [a, b, c, d] = ["a", "b", "c", "d"].map((title): SchemaObject => ({ title }));

describe("SchemaCases", () => {
  it.each<[string, Schema, readonly string[]]>([
    ["anything", true, [""]],
    ["nothing", false, []],
    ["allOf", { title: "r", allOf: [a ?? {}, b ?? {}] }, ["r a b"]],
    ["allOf with nothing", { allOf: [a ?? {}, false] }, []],
    ["oneOf, of which the others fail", { title: "r", oneOf: [a ?? {}, b ?? {}] }, ["r a", "r b"]],
    ["anyOf, of which the others may hold", { title: "r", anyOf: [a ?? {}, b ?? {}] }, ["r a | b", "r b | a"]],
    ["if, then and else", { if: a ?? {}, then: b ?? {}, else: c ?? {} }, ["a b", "c"]],
    ["if alone", { title: "r", if: a ?? {} }, ["r a", "r"]],
    ["dependentSchemas", { title: "r", dependentSchemas: { x: a ?? {} } }, ["r | a"]],
    ["a reference", { title: "r", $ref: "#/$defs/D" }, ["r d"]],
    [
      "choices that multiply",
      { oneOf: [a ?? {}, b ?? {}], allOf: [{ oneOf: [c ?? {}, false, d ?? {}] }] },
      ["c a", "c b", "d a", "d b"],
    ],
  ])("takes %s apart", (_, schema, want) => {
    expect(titlesOf(schema, { D: d ?? {} })).toEqual(want);
  });

  it("ends where a schema refers to itself in place", () => {
    const loop: SchemaObject = { title: "loop", allOf: [{ $ref: "#/$defs/L" }] };
    expect(titlesOf(loop, { L: loop })).toEqual(["loop"]);
  });

  it("lets a choice go that has too many ways", () => {
    const branches = Array.from({ length: 65 }, (_, at): SchemaObject => ({ title: `b${at}` }));
    expect(titlesOf({ title: "r", oneOf: branches })).toEqual([`r | ${branches.map(({ title }) => title).join(" ")}`]);
    const ten = Array.from({ length: 10 }, (): SchemaObject => ({ oneOf: [{ title: "x" }, { title: "y" }] }));
    expect(titlesOf({ allOf: ten }).length).toBe(64);
  });
});
