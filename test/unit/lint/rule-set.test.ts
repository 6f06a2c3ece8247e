import { describe, expect, it } from "vitest";
import { ConfigError } from "../../../src/errors.js";
import type { Severity } from "../../../src/lint/finding.js";
import { defineRule } from "../../../src/lint/rule.js";
import { mergeSeverities, parseRuleSet } from "../../../src/lint/rule-set.js";
import { parseText } from "../../../src/text/parse-json.js";
import { thrownBy } from "../../support/thrown-by.js";

function parse(value: unknown) {
  const parsed = parseText({ file: "lint.json", text: JSON.stringify(value) }, "config");
  return parseRuleSet(parsed.value, (pointer, options) => parsed.locate(pointer, options));
}

describe("parseRuleSet", () => {
  it("reads what a set extends, with the place of each name, and its severities", () => {
    const set = parse({
      $schema: "x",
      extends: ["claimsmith:all", "./a.json"],
      rules: { "missing-description": "off" },
    });
    expect(set.extends.map(({ name, at }) => `${name} ${at.pointer}`)).toEqual([
      "claimsmith:all /extends/0",
      "./a.json /extends/1",
    ]);
    expect([...set.severities]).toEqual([["missing-description", "off"]]);
  });

  it("reads one name that stands alone, and a set that says nothing", () => {
    expect(parse({ extends: "@acme/lint" }).extends).toMatchObject([
      { name: "@acme/lint", at: { pointer: "/extends" } },
    ]);
    expect(parse({})).toEqual({ extends: [], severities: new Map() });
  });

  it.each<[string, unknown, object]>([
    ["a list", [], { code: "invalid_value", message: "A rule set is an object.", at: { pointer: "" } }],
    [
      "an unknown key",
      { rule: {} },
      { code: "unknown_key", message: "Unknown key `rule`.", hint: "Did you mean `rules`?", at: { pointer: "/rule" } },
    ],
    [
      "rules that are a list",
      { rules: ["missing-description"] },
      { code: "invalid_value", message: "`rules` is no object.", at: { pointer: "/rules" } },
    ],
    [
      "a rule that there is not",
      { rules: { "missing-descriptions": "off" } },
      {
        code: "unknown_key",
        message: 'There is no rule "missing-descriptions".',
        hint: "Did you mean `missing-description`?",
        at: { pointer: "/rules/missing-descriptions" },
      },
    ],
    [
      "a rule with the name of an inherited member",
      { rules: { constructor: "off" } },
      { code: "unknown_key", message: 'There is no rule "constructor".', hint: "Remove it." },
    ],
    [
      "a severity that is a number",
      { rules: { "missing-description": 2 } },
      { code: "invalid_value", expected: '"error", "warn" or "off"', at: { pointer: "/rules/missing-description" } },
    ],
    ["a name that is no text", { extends: [1] }, { code: "invalid_value", at: { pointer: "/extends/0" } }],
    ["an empty name", { extends: "" }, { code: "invalid_value", at: { pointer: "/extends" } }],
  ])("refuses %s", (_, value, want) => {
    const error = thrownBy(() => parse(value));
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toMatchObject(want);
  });
});

describe("mergeSeverities", () => {
  const rule = (id: string, severity: Severity) =>
    defineRule({ id, description: "", severity, source: [], messages: {} });
  const rules = [rule("on", "error"), rule("some", "warn"), rule("off", "off")];
  const merged = (...layers: Parameters<typeof mergeSeverities>[1]) =>
    Object.fromEntries(mergeSeverities(rules, layers));

  it.each<[string, Parameters<typeof mergeSeverities>[1], object]>([
    ["says nothing where no layer does", [], {}],
    ["knows the recommended set", ["claimsmith:recommended"], { on: "error", some: "warn", off: "off" }],
    ["turns every rule on", ["claimsmith:all"], { on: "error", some: "warn", off: "warn" }],
    ["turns every rule off", ["claimsmith:none"], { on: "off", some: "off", off: "off" }],
    [
      "lets the last layer win",
      ["claimsmith:all", new Map([["on", "warn"]]), new Map([["on", "off"]])],
      { on: "off", some: "warn", off: "warn" },
    ],
    [
      "lets a set win over what stands before it",
      [new Map([["some", "error"]]), "claimsmith:none"],
      { on: "off", some: "off", off: "off" },
    ],
  ])("%s", (_, layers, want) => {
    expect(merged(...layers)).toEqual(want);
  });
});
