import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULE_NAMES } from "../../../src/config/rule-names.js";
import { RULES } from "../../../src/lint/rules/index.js";
import { REPOSITORY } from "../../support/project.js";

/** The names of the files of a folder that end in a suffix, without it. */
function namesIn(folder: string, suffix: string): readonly string[] {
  return readdirSync(`${REPOSITORY}${folder}`)
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length));
}

const ids = RULES.map(({ id }) => id);

describe("every rule", () => {
  it.each([
    ["a file in src/lint/rules/", "src/lint/rules", ".ts", ["index"]],
    ["a test in test/unit/lint/rules/", "test/unit/lint/rules", ".test.ts", []],
    ["a page in docs/rules/", "docs/rules", ".md", ["README"]],
  ])("has %s, and there is no other", (_, folder, suffix, besides) => {
    const names = namesIn(folder, suffix).filter((name) => !besides.some((other) => other === name));
    expect([...names].sort()).toEqual([...ids].sort());
  });

  it("is named in the config's JSON Schema, and no other is", () => {
    expect([...RULE_NAMES]).toEqual([...ids].sort());
  });

  it("stands in the list once, sorted", () => {
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  it.each(RULES.map((rule) => ({ rule, id: rule.id })))("$id says what it wants, and why in a source", ({ rule }) => {
    expect(rule.description).toMatch(/^[A-Z].*\.$/s);
    expect(rule.source.length).toBeGreaterThan(0);
    for (const message of Object.values(rule.messages)) expect(message).toMatch(/^["{A-Z].*\.$/s);
  });
});
