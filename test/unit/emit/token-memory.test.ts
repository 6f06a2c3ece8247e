import * as fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { packageFiles } from "../../../src/emit/package-files.js";
import { type TokenFiles, type TokenSurroundings, tokenFiles } from "../../../src/emit/token-files.js";
import { TokenMemory } from "../../../src/emit/token-memory.js";
import { SchemaError } from "../../../src/errors.js";
import type { Project, Token } from "../../../src/model/model.js";
import { configOf, projectOf } from "../../support/project.js";

const KEYS = Array.from({ length: 10 }, (_, index) => `token${index}`);

/** A schema of one claim; what is given here replaces its members. */
function schemaOf(claim: Readonly<Record<string, unknown>> = {}, more: Readonly<Record<string, unknown>> = {}) {
  return { type: "object", properties: { "https://acme.example/role": { type: "string", ...claim } }, ...more };
}

/** A project of ten tokens, each with a schema file of its own. */
function tenTokens(
  schemas: Readonly<Record<string, unknown>> = {},
  token: Readonly<Record<string, unknown>> = {},
  top: Readonly<Record<string, unknown>> = {},
): Project {
  const tokens = KEYS.map((key) => [key, { schema: `${key}.json`, algorithms: ["ES256"], lifetime: "15m", ...token }]);
  const files = KEYS.map((key) => [`${key}.json`, schemas[key] ?? schemaOf()]);
  return projectOf(configOf({}, { tokens: Object.fromEntries(tokens), ...top }), Object.fromEntries(files));
}

let memory: TokenMemory;
let made: string[];
beforeEach(() => {
  memory = new TokenMemory();
  made = [];
});

function make(token: Token, surroundings: TokenSurroundings): Promise<TokenFiles> {
  made.push(token.key);
  return tokenFiles(token, surroundings);
}

/** The keys of the tokens that have to be computed for a project. */
async function computedFor(project: Project): Promise<readonly string[]> {
  made = [];
  await memory.filesOf(project.tokens, project, make);
  return made;
}

describe("the memory of tokens", () => {
  it("computes of ten tokens the one that changed", async () => {
    expect(memory.isEmpty).toBe(true);
    expect(await computedFor(tenTokens())).toEqual(KEYS);
    expect(memory.isEmpty).toBe(false);
    expect(await computedFor(tenTokens())).toEqual([]);
    const changed = { token3: schemaOf({ maxLength: 5 }) };
    expect(await computedFor(tenTokens(changed))).toEqual(["token3"]);
    expect(await computedFor(tenTokens(changed))).toEqual([]);
  });

  it("takes a token whose place in its file is another", async () => {
    await computedFor(tenTokens());
    expect(await computedFor(tenTokens({ token3: JSON.stringify(schemaOf(), null, 7) }))).toEqual([]);
    expect(await computedFor(tenTokens({}, {}, { output: "elsewhere" }))).toEqual([]);
  });

  it("forgets what the last call did not meet", async () => {
    await computedFor(tenTokens());
    await computedFor(tenTokens({ token3: schemaOf({ maxLength: 5 }) }));
    expect(await computedFor(tenTokens())).toEqual(["token3"]);
  });

  it("knows what it knew after a call that failed", async () => {
    await computedFor(tenTokens());
    const project = tenTokens({ token3: schemaOf({ maxLength: 5 }) });
    const fail = () => Promise.reject(new SchemaError("too_complex", "Too complex."));
    await expect(memory.filesOf(project.tokens, project, fail)).rejects.toThrow(SchemaError);
    expect(await computedFor(tenTokens())).toEqual([]);
  });

  it.each<[string, Project]>([
    ["emit", tenTokens({}, {}, { emit: "ts" })],
    ["a namespace", tenTokens({}, {}, { namespaces: ["https://acme.example/", "https://other.example/"] })],
    ["the lifetime", tenTokens({}, { lifetime: "16m" })],
    ["an algorithm", tenTokens({}, { algorithms: ["ES256", "EdDSA"] })],
    ["the order of algorithms", tenTokens({}, { algorithms: ["EdDSA", "ES256"] })],
    ["an issuer", tenTokens({}, { issuer: "https://auth.acme.example" })],
    ["the audience", tenTokens({}, { audience: ["https://api.acme.example"] })],
    ["the header's type", tenTokens({}, { type: "x+jwt" })],
    ["the profile", tenTokens({}, { profile: "rfc9068" })],
    ["the tolerance", tenTokens({}, { clockTolerance: "1s" })],
    ["unknown claims", tenTokens({}, { unknownClaims: "reject" })],
    ["the longest token", tenTokens({}, { maxTokenBytes: 100 })],
    ["the helpers", tenTokens({}, { helpers: ["verify"] })],
    ["a file's name", tenTokens({}, { schema: "token0.json" })],
  ])("computes all that have another %s", async (_, project) => {
    await computedFor(tenTokens());
    expect((await computedFor(project)).length).toBeGreaterThanOrEqual(9);
    expect(await packageFiles(project, memory)).toEqual(await packageFiles(project));
  });

  it.each<[string, unknown]>([
    ["a constraint", schemaOf({ minLength: 1 })],
    ["a description", schemaOf({ description: "The role." })],
    ["an example", schemaOf({ examples: ["admin"] })],
    ["a short name", schemaOf({ "x-claimsmith-name": "duty" })],
    ["a required claim", schemaOf({}, { required: ["https://acme.example/role"] })],
    ["an open claim set", schemaOf({}, { additionalProperties: true })],
    ["a title", schemaOf({}, { title: "Session" })],
    ["a claim named __proto__", JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}}}')],
  ])("computes a token whose schema has %s", async (_, schema) => {
    await computedFor(tenTokens());
    const project = tenTokens({ token3: schema });
    expect(await computedFor(project)).toEqual(["token3"]);
    expect(await packageFiles(project, memory)).toEqual(await packageFiles(project));
  });

  it("computes a token whose claims, or whose enum, have another order", async () => {
    const [one, other] = [
      { a: { enum: ["x", "y"] }, b: {} },
      { b: {}, a: { enum: ["x", "y"] } },
    ];
    await computedFor(tenTokens({ token3: { type: "object", properties: one } }));
    expect(await computedFor(tenTokens({ token3: { type: "object", properties: other } }))).toEqual(["token3"]);
    const turned = { b: {}, a: { enum: ["y", "x"] } };
    expect(await computedFor(tenTokens({ token3: { type: "object", properties: turned } }))).toEqual(["token3"]);
  });

  it("gives for any row of projects what a generation from nothing gives", async () => {
    const claim = fc.constantFrom({}, { enum: ["x"] }, { $ref: "#/$defs/One" }, { type: ["string", "null"] });
    const definition = fc.constantFrom(
      { type: "object", properties: { a: {} } },
      { const: 1 },
      { $ref: "#/$defs/Two" },
    );
    const schema = fc.record({
      type: fc.constant("object"),
      properties: fc.dictionary(fc.constantFrom("a", "b", "email"), claim),
      $defs: fc.record({ One: definition, Two: fc.constant({ type: "array", items: { $ref: "#/$defs/One" } }) }),
    });
    const row = fc.array(fc.record({ a: schema, b: schema, emit: fc.constantFrom("js", "ts") }), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(row, async (projects) => {
        const remembered = new TokenMemory();
        for (const { a, b, emit } of projects) {
          const token = { algorithms: ["ES256"], lifetime: "15m" };
          const tokens = { a: { schema: "a.json", ...token }, b: { schema: "b.json", ...token } };
          const project = buildable(() => projectOf(configOf({}, { tokens, emit }), { "a.json": a, "b.json": b }));
          if (project === null) continue;
          expect(await packageFiles(project, remembered)).toEqual(await packageFiles(project));
        }
      }),
      { numRuns: 15 },
    );
  });
});

/** Null for a claim set that is refused before anything is made of it. */
function buildable(build: () => Project): Project | null {
  try {
    return build();
  } catch (error) {
    if (error instanceof SchemaError) return null;
    throw error;
  }
}
