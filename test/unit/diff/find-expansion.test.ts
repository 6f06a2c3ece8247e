import { describe, expect, it } from "vitest";
import { diffProjects } from "../../../src/diff/diff-projects.js";
import type { TokenDiff } from "../../../src/diff/diff-report.js";
import type { Includes } from "../../../src/diff/direction-judge.js";
import type { Project } from "../../../src/model/model.js";
import { applyExpansion } from "../../support/apply-expansion.js";
import { configOf, projectOf } from "../../support/project.js";

const STRING = { type: "string" };
const NUMBER = { type: "number" };
const claims = (properties: object, more: object = {}) => ({ type: "object", properties, ...more });
const role = (schema: unknown, more: object = {}) => claims({ role: schema }, more);

interface Side {
  readonly schema: unknown;
  readonly token?: Readonly<Record<string, unknown>>;
  readonly files?: Readonly<Record<string, unknown>>;
}

const TENANTS = "https://login.example/{tenant}";
const TOKEN = { schema: "schema.json", algorithms: ["HS256"], lifetime: "15m" };

function projectOfSide({ schema, token, files }: Side): Project {
  return projectOf(configOf(token), { ...files, "schema.json": schema });
}

async function compare(base: Project, revision: Project, includes?: Includes): Promise<TokenDiff> {
  const { tokens } = await diffProjects(base, revision, { today: "2026-01-01", includes });
  if (tokens[0] === undefined) throw new TypeError("No token was compared.");
  return tokens[0];
}

/** What is to be written, by file and pointer; and whether the sources, once it is, make two steps of the change. */
async function expand(before: Side, after: Side) {
  const [base, revision] = [projectOfSide(before), projectOfSide(after)];
  const diff = await compare(base, revision);
  if (diff.expansion === null) return { rollout: diff.rollout, plan: diff.plan[0] };
  const { schema, policy } = diff.expansion;
  const own = schema.filter(({ location }) => location.file === "schema.json");
  const written = applyExpansion(after.schema, { ...TOKEN, ...after.token }, { schema: own, policy });
  const files = Object.entries(after.files ?? {}).map(([name, file]): [string, unknown] => {
    const members = schema.filter(({ location }) => location.file === name);
    return [name, applyExpansion(file, {}, { schema: members, policy: {} }).file];
  });
  const between = projectOfSide({ schema: written.file, token: written.token, files: Object.fromEntries(files) });
  const steps = [await compare(base, between), await compare(between, revision)];
  return {
    schema: schema.map(({ location, pointer, value }) => [`${location.file}#${pointer}`, value]),
    policy,
    steps: [steps[0]?.backward, steps[1]?.forward],
  };
}

describe("the expanded state", () => {
  it.each<[string, unknown, unknown, unknown]>([
    ["types become a list", STRING, NUMBER, { type: ["string", "number"] }],
    ["enums become one", { enum: ["a", "b"] }, { enum: ["b", "c"] }, { enum: ["a", "b", "c"] }],
    ["constants become an enum", { const: "a" }, { const: "b" }, { enum: ["a", "b"] }],
    [
      "bounds become the wider ones",
      { type: "integer", minimum: 1, maximum: 5 },
      { type: "integer", minimum: 3, maximum: 9 },
      { type: "integer", minimum: 1, maximum: 9 },
    ],
    [
      "lengths become the wider ones",
      { ...STRING, minLength: 2, maxLength: 4 },
      { ...STRING, minLength: 3, maxLength: 8 },
      { ...STRING, minLength: 2, maxLength: 8 },
    ],
    [
      "what has nothing in common stands side by side",
      { ...STRING, maxLength: 4 },
      { ...NUMBER, minimum: 0 },
      {
        anyOf: [
          { ...STRING, maxLength: 4 },
          { ...NUMBER, minimum: 0 },
        ],
      },
    ],
    [
      "alternatives get more of them",
      { anyOf: [{ ...STRING, maxLength: 4 }, { type: "null" }] },
      { type: "array", items: STRING },
      { anyOf: [{ ...STRING, maxLength: 4 }, { type: "null" }, { type: "array", items: STRING }] },
    ],
    [
      "objects are united member by member",
      claims({ id: STRING, old: STRING }, { required: ["id", "old"] }),
      claims({ id: NUMBER, plan: STRING }, { required: ["id", "plan"] }),
      claims({ id: { type: ["string", "number"] }, plan: STRING, old: STRING }, { required: ["id"] }),
    ],
    [
      "the description is the newer one",
      { ...STRING, description: "Old.", title: "Gone" },
      { type: "integer", description: "New." },
      { description: "New.", type: ["string", "integer"] },
    ],
  ])("of a claim: %s", async (_, before, after, want) => {
    expect(await expand({ schema: role(before) }, { schema: role(after) })).toEqual({
      schema: [["schema.json#/properties/role", want]],
      policy: {},
      steps: [true, true],
    });
  });

  it("leaves what accepts old tokens as the revision has it", async () => {
    const before = claims({ a: STRING, wide: { enum: ["x"] } }, { required: ["a"] });
    const after = claims({ a: STRING, wide: { enum: ["x", "y"] }, fresh: STRING }, { required: ["a", "fresh"] });
    expect(await expand({ schema: before }, { schema: after })).toEqual({
      schema: [["schema.json#/required", ["a"]]],
      policy: {},
      steps: [true, true],
    });
  });

  it("is the revision under another policy, where only the policy refuses", async () => {
    const [old, now] = [
      { algorithms: ["RS256"], lifetime: "1h", issuer: "https://a.example", audience: "x", clockTolerance: "10s" },
      { algorithms: ["ES256"], maxTokenBytes: 4096, issuer: ["https://b.example"], lifetime: "15m" },
    ];
    expect(await expand({ schema: role(STRING), token: old }, { schema: role(STRING), token: now })).toEqual({
      schema: [],
      policy: {
        issuer: ["https://b.example", "https://a.example"],
        algorithms: ["ES256", "RS256"],
        lifetime: "1h",
        clockTolerance: "10s",
        maxTokenBytes: 8192,
      },
      steps: [true, true],
    });
  });

  it.each<[string, unknown, unknown, unknown]>([
    ["a pattern with what does not fit it", TENANTS, "https://a.example", ["https://a.example", TENANTS]],
    ["a pattern alone, where it fits the other", "https://login.example/acme", TENANTS, undefined],
    [
      "the pattern of the base in the place of what it fits",
      [TENANTS, "https://b.example"],
      ["https://login.example/acme", "https://a.example"],
      ["https://a.example", TENANTS, "https://b.example"],
    ],
  ])("lists of issuers %s", async (_name, before, after, want) => {
    const side = (issuer: unknown, value: object) => ({ schema: role(value), token: { issuer } });
    expect(await expand(side(before, STRING), side(after, NUMBER))).toMatchObject({
      policy: want === undefined ? {} : { issuer: want },
      steps: [true, true],
    });
  });

  it("is not shown where patterns of both sides fit the same token in part", async () => {
    const side = (issuer: string, value: object) => ({ schema: role(value), token: { issuer } });
    const sides = [side("https://a.example/{x}/y", STRING), side("https://a.example/x/{y}", NUMBER)] as const;
    expect(await expand(...sides)).not.toHaveProperty("policy");
  });

  it("demands no issuer where one side names none", async () => {
    const sides = [
      { schema: role(STRING), token: {} },
      { schema: role(NUMBER), token: { issuer: "https://a.example" } },
    ] as const;
    expect(await expand(...sides)).toEqual({
      schema: [["schema.json#/properties/role", { type: ["string", "number"] }]],
      policy: { issuer: null },
      steps: [true, true],
    });
  });

  it("keeps a claim that is gone where consumers reject unknown ones, and gives it a short name that is free", async () => {
    const token = { unknownClaims: "reject" };
    const [before, after] = [
      claims({ role: STRING }, { required: ["role"] }),
      claims({ "https://acme.example/role": STRING }, { required: ["https://acme.example/role"] }),
    ];
    expect(await expand({ schema: before, token }, { schema: after, token })).toEqual({
      schema: [
        ["schema.json#/properties/role", { ...STRING, "x-claimsmith-name": "oldRole" }],
        ["schema.json#/required", []],
      ],
      policy: {},
      steps: [true, true],
    });
  });

  it("is written where the claim is declared, in whichever file that is", async () => {
    const schema = (ref: string) => ({ type: "object", allOf: [{ $ref: ref }] });
    const common = (value: object) => ({ $defs: { base: claims({ role: value }, { required: ["role"] }) } });
    const side = (value: object) => ({
      schema: schema("common.json#/$defs/base"),
      files: { "common.json": common(value) },
    });
    expect(await expand(side(STRING), side(NUMBER))).toEqual({
      schema: [["common.json#/$defs/base/properties/role", { type: ["string", "number"] }]],
      policy: {},
      steps: [true, true],
    });
  });

  it("refers to nothing", async () => {
    const schema = (id: object) =>
      claims({ tenant: { $ref: "#/$defs/tenant" } }, { $defs: { tenant: claims({ id }) } });
    expect(await expand({ schema: schema(STRING) }, { schema: schema(NUMBER) })).toEqual({
      schema: [["schema.json#/properties/tenant", claims({ id: { type: ["string", "number"] } })]],
      policy: {},
      steps: [true, true],
    });
  });

  it("is both claim sets side by side where no single claim is to blame, or a claim contains itself", async () => {
    const tree = (name: object) => ({
      ...role({ $ref: "#/$defs/tree" }),
      $defs: {
        tree: claims({ name, children: { type: "array", items: { $ref: "#/$defs/tree" } } }, { required: ["name"] }),
      },
    });
    const recursive = await expand({ schema: tree(STRING) }, { schema: tree(NUMBER) });
    expect(recursive).toMatchObject({ steps: [true, true], schema: [["schema.json#", { type: "object" }]] });
    const two = { a: STRING, b: STRING };
    const dependent = await expand(
      { schema: claims(two, { dependentRequired: { a: ["b"] } }) },
      { schema: claims(two, { dependentRequired: { b: ["a"] } }) },
    );
    expect(dependent).toEqual({
      schema: [
        [
          "schema.json#",
          {
            $schema: "https://json-schema.org/draft/2020-12/schema",
            type: "object",
            anyOf: [claims(two, { dependentRequired: { a: ["b"] } }), claims(two, { dependentRequired: { b: ["a"] } })],
          },
        ],
      ],
      policy: {},
      steps: [true, true],
    });
  });

  it("gives way with the profile, where that is what demands a claim", async () => {
    const [before, after] = [{ type: "at+jwt" }, { profile: "rfc9068" }];
    expect(await expand({ schema: role(STRING), token: before }, { schema: role(NUMBER), token: after })).toEqual({
      schema: [["schema.json#/properties/role", { type: ["string", "number"] }]],
      policy: { profile: "jwt", type: "at+jwt" },
      steps: [true, true],
    });
  });

  it("of a token that is only verified frees a name that may hold anything", async () => {
    const token = { helpers: ["verify"] };
    const [before, after] = [claims({ a: { enum: ["x"] } }), claims({ a: { enum: ["x", "y"] }, b: STRING })];
    expect(await expand({ schema: before, token }, { schema: after, token })).toEqual({
      schema: [["schema.json#/properties/b", true]],
      policy: {},
      steps: [true, true],
    });
  });

  it.each([
    [
      "a header `typ` that no policy accepts beside the other",
      { schema: role(STRING), token: { type: "at+jwt" } },
      { schema: role(STRING), token: { type: "logout+jwt" } },
      "Expand: no policy accepts both header types. Declare the revision as a token of its own beside token, and let consumers accept either.",
    ],
  ])("is left out for %s", async (_, before, after, plan) => {
    expect(await expand(before, after)).toEqual({ rollout: "two-step", plan });
  });

  it("is never shown on somebody's word: without a proof the plan says what to try and how to check it", async () => {
    const doubt: Includes = () => ({ verdict: "unknown", reason: "nobody looked" });
    const diff = await compare(projectOfSide({ schema: role(STRING) }), projectOfSide({ schema: role(NUMBER) }), doubt);
    expect(diff).toMatchObject({ rollout: "two-step", expansion: null });
    expect(diff.plan[0]).toBe(
      'Expand: let "role" have the old and the new form (anyOf); let the claim set accept what either side accepts (anyOf). No such state was proved, so check yours: claimsmith diff says consumers-first of it after the base, and producers-first of the revision after it.',
    );
  });

  it.each(["any-order", "consumers-first", "producers-first"])("is null for %s", async (rollout) => {
    const [before, after] = {
      "any-order": [STRING, STRING],
      "consumers-first": [STRING, { type: ["string", "null"] }],
      "producers-first": [{ type: ["string", "null"] }, STRING],
    }[rollout] as [object, object];
    const diff = await compare(projectOfSide({ schema: role(before) }), projectOfSide({ schema: role(after) }));
    expect([diff.rollout, diff.expansion]).toEqual([rollout, null]);
  });
});
