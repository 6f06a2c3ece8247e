import { describe, expect, it } from "vitest";
import { parseConfig } from "../../../src/config/parse-config.js";
import type { Severity } from "../../../src/lint/finding.js";
import { lintProject } from "../../../src/lint/lint.js";
import { defineRule, type Rule } from "../../../src/lint/rule.js";
import { findingsOf, shippedVocabulary, TODAY } from "../../support/expect-findings.js";
import { configOf, projectOf } from "../../support/project.js";

const everyClaim = (id: string, severity: Severity = "warn"): Rule =>
  defineRule({
    id,
    description: "Every claim is a finding.",
    severity,
    source: ["nobody"],
    messages: { found: '"{claim}" was found.' },
    claim(claim, { report }) {
      if (claim.declaredBy === "schema") report({ at: claim.location, message: "found", data: { claim: claim.name } });
    },
  });

const SCHEMA = { properties: { b: {}, a: {} } };

function run(rules: readonly Rule[], severities: Readonly<Record<string, Severity>> = {}, config = configOf()) {
  return lintProject({
    project: projectOf(config, { "schema.json": SCHEMA }),
    config: parseConfig({ file: "claims.config.json", text: JSON.stringify(config) }),
    vocabulary: shippedVocabulary(),
    today: TODAY,
    rules,
    severities: new Map(Object.entries(severities)),
  });
}

describe("lintProject", () => {
  it("gives every finding with its rule, its subject, its place and a fingerprint", async () => {
    const [first] = await run([everyClaim("one", "error")]);
    expect(first).toEqual({
      rule: "one",
      severity: "error",
      token: "token",
      claim: "b",
      location: { file: "schema.json", line: 3, column: 10, pointer: "/properties/b" },
      message: '"b" was found.',
      help: null,
      source: ["nobody"],
      fix: null,
      fingerprint: expect.stringMatching(/^[0-9a-f]{24}$/),
    });
  });

  it("orders findings by place and then by rule, whatever the order of the rules", async () => {
    const order = async (...ids: readonly string[]) =>
      (await run(ids.map((id) => everyClaim(id)))).map(({ rule, claim }) => `${rule} ${claim}`);
    expect(await order("y", "x")).toEqual(["x b", "y b", "x a", "y a"]);
    expect(await order("x", "y")).toEqual(["x b", "y b", "x a", "y a"]);
  });

  it.each<[string, Severity, Readonly<Record<string, Severity>>, readonly string[]]>([
    ["its own severity", "warn", {}, ["warn", "warn"]],
    ["the severity of the config", "warn", { one: "error" }, ["error", "error"]],
    ["no run where the config turns it off", "error", { one: "off" }, []],
    ["no run where it is off by default", "off", {}, []],
    ["a run where the config turns it on", "off", { one: "warn" }, ["warn", "warn"]],
  ])("gives a rule %s", async (_, severity, severities, want) => {
    const findings = await run([everyClaim("one", severity)], severities);
    expect(findings.map((finding) => finding.severity)).toEqual(want);
  });

  it("reports a place that two tokens share once, for the first of them", async () => {
    const { token } = configOf().tokens;
    const findings = await run([everyClaim("one")], {}, configOf({}, { tokens: { first: token, second: token } }));
    expect(findings.map(({ token, claim }) => `${token} ${claim}`)).toEqual(["first b", "first a"]);
  });

  it("lets a report say its own source, hint and fix", async () => {
    const fix = { file: "schema.json", edits: [{ kind: "remove", pointer: "/properties" }] } as const;
    const rule = defineRule({
      id: "one",
      description: "",
      severity: "warn",
      source: ["the rule's"],
      messages: { found: "Found." },
      token({ location }, { report }) {
        report({ at: location, message: "found", hint: "Do it.", source: ["its own"], fix });
      },
    });
    expect(await findingsOf([rule], {})).toMatchObject([
      { token: "token", claim: null, source: ["its own"], help: "Do it.", fix },
    ]);
  });
});

describe("the words of a finding", () => {
  const say = async (text: string, data: Readonly<Record<string, string | number>>) => {
    const rule = defineRule({
      id: "one",
      description: "",
      severity: "warn",
      source: [],
      messages: { say: text },
      project(_, { report }) {
        report({ at: { file: "x" }, message: "say", data });
      },
    });
    return (await findingsOf([rule], {}))[0]?.message;
  };

  it.each([
    ["numbers and texts", "{count} of {what}", { count: 2, what: "them" }, "2 of them"],
    ["a name twice", "{a} and {a}", { a: "x" }, "x and x"],
    ["a name that has no value", "{a} {toString}", { a: "x" }, "x {toString}"],
    ["a value that looks like a name", "{a}{b}", { a: "{b}", b: "$&" }, "{b}$&"],
    ["line breaks, controls and marks of direction", "{a}", { a: "\n\u001b[31m\u202e" }, "\\n\\u001b[31m\\u202e"],
    ["what is long", "{a}", { a: "x".repeat(300) }, `${"x".repeat(200)}…`],
  ])("fill in %s", async (_, text, data, want) => {
    expect(await say(text, data)).toBe(want);
  });
});

describe("the fingerprint of a finding", () => {
  const fingerprint = async (data: Readonly<Record<string, string | number>>, at = { file: "a.json", line: 1 }) => {
    const rule = defineRule({
      id: "one",
      description: "",
      severity: "warn",
      source: [],
      messages: { say: "{what} {size}" },
      project(_, { report }) {
        report({ at, message: "say", data: { what: "", size: 0, ...data } });
      },
    });
    return (await findingsOf([rule], {}))[0]?.fingerprint;
  };

  it("stays when the place or a number changes", async () => {
    const one = await fingerprint({ what: "12 bytes", size: 1 });
    expect(await fingerprint({ what: "13 bytes", size: 2 }, { file: "b.json", line: 7 })).toBe(one);
  });

  it("changes with what the finding is about", async () => {
    expect(await fingerprint({ what: "this" })).not.toBe(await fingerprint({ what: "that" }));
  });
});
