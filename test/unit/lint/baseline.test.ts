import { describe, expect, it } from "vitest";
import { ConfigError } from "../../../src/errors.js";
import { baselineText, compareWithBaseline, parseBaseline } from "../../../src/lint/baseline.js";
import type { Finding } from "../../../src/lint/finding.js";
import type { JsonValue } from "../../../src/schema/json-schema.js";
import { thrownBy } from "../../support/thrown-by.js";

const finding = (fingerprint: string, more: Partial<Finding> = {}): Finding => ({
  rule: "sample",
  severity: "warn",
  token: "token",
  claim: "role",
  location: { file: "schema.json", line: 3 },
  message: `This is ${fingerprint}.`,
  help: null,
  source: [],
  fix: null,
  fingerprint,
  ...more,
});

const read = (text: string) => parseBaseline(JSON.parse(text), (pointer) => ({ file: "b.json", pointer }));

describe("a baseline", () => {
  it("has no places, and is the same in whatever order findings come", () => {
    const findings = [finding("b"), finding("a"), finding("a", { rule: "other", claim: null })];
    const text = baselineText(findings);
    expect(text).toBe(baselineText([...findings].reverse()));
    expect(JSON.parse(text)).toEqual({
      findings: [
        { rule: "other", token: "token", claim: null, message: "This is a.", fingerprint: "a" },
        { rule: "sample", token: "token", claim: "role", message: "This is a.", fingerprint: "a" },
        { rule: "sample", token: "token", claim: "role", message: "This is b.", fingerprint: "b" },
      ],
    });
    expect(text.endsWith("}\n")).toBe(true);
  });

  it("knows what was recorded, whatever its place and words are by now", () => {
    const later = finding("a", { location: { file: "moved.json", line: 99 }, message: "In other words." });
    expect(compareWithBaseline([later], read(baselineText([finding("a")])))).toEqual({ fresh: [], known: 1, gone: [] });
  });

  it("tells what is new and what is gone", () => {
    const { fresh, known, gone } = compareWithBaseline(
      [finding("a"), finding("c")],
      read(baselineText([finding("a"), finding("b")])),
    );
    expect({
      fresh: fresh.map(({ fingerprint }) => fingerprint),
      known,
      gone: gone.map(({ message }) => message),
    }).toEqual({
      fresh: ["c"],
      known: 1,
      gone: ["This is b."],
    });
  });

  it("knows as many of a kind as were recorded", () => {
    const baseline = read(baselineText([finding("a"), finding("a")]));
    const last = finding("a", { location: { file: "last.json" } });
    expect(compareWithBaseline([finding("a"), finding("a"), last], baseline).fresh).toEqual([last]);
    expect(compareWithBaseline([last], baseline).gone).toHaveLength(1);
  });

  it.each<[string, JsonValue, string]>([
    ["a list", [], ""],
    ["an object without findings", { results: [] }, ""],
    ["findings that are no list", { findings: {} }, ""],
    ["a finding without a fingerprint", { findings: [{ rule: "sample" }] }, "/findings/0"],
    ["a fingerprint that is a number", { findings: [{ rule: "sample", fingerprint: 1 }] }, "/findings/0"],
    ["a finding that is null", { findings: [null] }, "/findings/0"],
  ])("is not read from %s", (_, value, pointer) => {
    const error = thrownBy(() => read(JSON.stringify(value)));
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toMatchObject({
      code: "invalid_value",
      message: "This is no baseline of `claimsmith lint`.",
      at: { file: "b.json", pointer },
    });
  });
});
