import { describe, expect, it } from "vitest";
import { memberTypes, oneLineType } from "../../../src/emit/one-line-type.js";
import type { Member, Type } from "../../../src/types/type.js";

const STRING: Type = { kind: "primitive", name: "string" };
const NUMBER: Type = { kind: "primitive", name: "number" };
const NEVER: Type = { kind: "never" };

function member(name: string, type: Type): Member {
  const documentation = { summary: "Says /** much */.", deprecated: true, default: 1, examples: ["a\nb"] };
  return { name, type, optional: false, documentation };
}

function object(...members: readonly Member[]): Type {
  return { kind: "object", members, index: null, closed: false };
}

describe("oneLineType", () => {
  it.each<[Type, string]>([
    [STRING, "string"],
    [object(member("kind", { kind: "literal", value: "a" }), member("n", NUMBER)), '{ kind: "a"; n: number }'],
    [{ kind: "array", items: object(member("n", NUMBER)) }, "{ n: number }[]"],
    [
      { kind: "tuple", prefix: [object(member("n", NUMBER))], required: 1, rest: STRING },
      "[{ n: number }, ...string[]]",
    ],
    [object(member("o", object(member("p", STRING), member("q", STRING)))), "{ o: { p: string; q: string } }"],
    [
      { kind: "union", members: [object(member("a", STRING)), object(member("b", NUMBER))] },
      "{ a: string } | { b: number }",
    ],
    [
      { kind: "object", members: [member("a", STRING)], index: { kind: "unknown" }, closed: false },
      "{ a: string; [name: string]: unknown }",
    ],
    [object(), "{}"],
  ])("%j", (type, want) => {
    expect(oneLineType(type)).toBe(want);
  });

  it("joins a union that is long enough to stand on lines of its own", () => {
    const values = Array.from({ length: 12 }, (_, at) => `value-number-${at}`);
    const type: Type = { kind: "union", members: values.map((value) => ({ kind: "literal", value })) };
    expect(oneLineType(type)).toBe(values.map((value) => `"${value}"`).join(" | "));
    expect(oneLineType(object(member("v", type)))).toBe(`{ v: ${values.map((value) => `"${value}"`).join(" | ")} }`);
  });
});

describe("the type of a member", () => {
  it.each<[string, Type, Type | null]>([
    ["of an object", object(member("a", STRING)), STRING],
    ["that no one declares", object(member("b", STRING)), null],
    ["of what is no object", STRING, null],
    [
      "of branches that agree",
      { kind: "union", members: [object(member("a", STRING)), object(member("a", STRING))] },
      STRING,
    ],
    [
      "of a branch that excludes it",
      { kind: "union", members: [object(member("a", NEVER)), object(member("a", STRING))] },
      STRING,
    ],
    [
      "of branches that differ",
      { kind: "union", members: [object(member("a", STRING)), object(member("a", NUMBER))] },
      { kind: "union", members: [STRING, NUMBER] },
    ],
    [
      "of an intersection",
      { kind: "intersection", members: [object(member("b", STRING)), object(member("a", STRING))] },
      STRING,
    ],
  ])("%s", (_, type, want) => {
    expect(memberTypes(type).get("a") ?? null).toEqual(want);
  });
});
