import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileStrictly } from "../support/compile-strictly.js";
import { importPackages } from "../support/import-packages.js";
import { configOf } from "../support/project.js";
import { type Content, scratchFolder, tryGenerate, writeProject } from "../support/scratch-project.js";

// Input of a size or shape that no claim set has: it ends, with a package that works or with an error that says what is too much.

import { ClaimsmithError } from "../../src/errors.js";

const EXPORTS = [
  "ClaimsError",
  "AuthenticationError",
  "authenticateSession",
  "createMemoryStore",
  "createSessionVerifier",
  "SessionClaimNames",
  "isSessionClaims",
  "issueSession",
  "sessionPolicy",
  "sessionSchema",
  "validateSessionClaims",
  "verifySession",
].sort();

const CONFIG = configOf(
  {},
  {
    output: "generated",
    tokens: { session: { schema: "schema.json", algorithms: ["HS256"], lifetime: "15m" } },
  },
);

let scratch: string;
/** The packages that were generated, by what they are of; a folder of the scratch folder each. */
const generated = new Map<string, string>();

beforeAll(() => {
  scratch = scratchFolder();
});
afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));

/** Generates, and puts the package with those that are compiled and imported at the end. */
async function expectPackage(what: string, schema: Content): Promise<void> {
  const name = `project${generated.size}`;
  const folder = path.join(scratch, name);
  writeProject(folder, { "claims.config.json": CONFIG, "schema.json": schema });
  const result = await tryGenerate(folder);
  if (result instanceof Error) throw result;
  // One copy of the runtime for all, so that the compiler reads it once.
  const runtime = path.join(scratch, "runtime");
  fs.rmSync(runtime, { recursive: true, force: true });
  fs.renameSync(path.join(folder, "generated/runtime"), runtime);
  fs.symlinkSync(runtime, path.join(folder, "generated/runtime"));
  // Its engine is chosen by the package.json above it.
  fs.copyFileSync(path.join(folder, "generated/package.json"), path.join(scratch, "package.json"));
  fs.writeFileSync(
    path.join(folder, "use.ts"),
    'import * as everything from "./generated/index.js";\nvoid everything;\n',
  );
  generated.set(what, name);
}

const claim = (schema: unknown) => ({ type: "object", properties: { role: schema } });
const many = <Value>(count: number, make: (index: number) => Value) => Array.from({ length: count }, (_, i) => make(i));
const nest = (levels: number, wrap: (inner: unknown) => unknown, innermost: unknown = { type: "string" }): unknown =>
  many(levels, () => null).reduce((inner: unknown) => wrap(inner), innermost);

describe("a claim set that is large", () => {
  it.each<[what: string, schema: () => Content]>([
    ["10 MB of description", () => claim({ type: "string", description: "long ".repeat(2_000_000) })],
    ["10 MB of one line without a space", () => claim({ type: "string", description: "x".repeat(10_000_000) })],
    [
      "a byte order mark and Windows line ends",
      () => `\ufeff${JSON.stringify(claim({ type: "string" }), null, 2)}`.replaceAll("\n", "\r\n"),
    ],
    ["10 MB of blanks", () => `${" ".repeat(10_000_000)}${JSON.stringify(claim({ type: "string" }))}`],
    ["a $comment of 10 MB", () => ({ ...claim({ type: "string" }), $comment: "*/".repeat(5_000_000) })],
    ["an enum of 20 000 values", () => claim({ enum: many(20_000, (i) => `value-${i}`) })],
    [
      "100 definitions that form a chain",
      () => ({
        ...claim({ $ref: "#/$defs/d0" }),
        $defs: Object.fromEntries(
          many(100, (i) => [
            `d${i}`,
            { type: "object", properties: { next: i < 99 ? { $ref: `#/$defs/d${i + 1}` } : {} } },
          ]),
        ),
      }),
    ],
    [
      "100 definitions that all refer to each other",
      () => ({
        ...claim({ $ref: "#/$defs/d0" }),
        $defs: Object.fromEntries(
          many(100, (i) => [
            `d${i}`,
            {
              type: "object",
              properties: {
                a: { $ref: `#/$defs/d${(i * 7 + 1) % 100}` },
                b: { $ref: `#/$defs/d${(i * 13 + 2) % 100}` },
              },
            },
          ]),
        ),
      }),
    ],
    [
      "definitions that double 14 times",
      () => ({
        ...claim({ $ref: "#/$defs/d0" }),
        $defs: Object.fromEntries(
          many(15, (i) => [
            `d${i}`,
            i === 14 ? { type: "string" } : { allOf: [{ $ref: `#/$defs/d${i + 1}` }, { $ref: `#/$defs/d${i + 1}` }] },
          ]),
        ),
      }),
    ],
    [
      "a choice of 2 to the power of 20",
      () =>
        claim({
          allOf: many(20, (i) => ({ anyOf: [{ required: [`a${i}`] }, { required: [`b${i}`] }] })),
        }),
    ],
    [
      "a choice of 100 objects",
      () =>
        claim({
          oneOf: many(100, (i) => ({
            type: "object",
            properties: { kind: { const: `k${i}` }, [`p${i}`]: { type: "string" } },
            required: ["kind"],
          })),
        }),
    ],
    [
      "80 conditions",
      () =>
        claim({
          type: "object",
          properties: { a: { type: "string" } },
          allOf: many(80, (i) => ({ if: { properties: { a: { const: `${i}` } } }, then: { required: [`b${i}`] } })),
        }),
    ],
    ["100 levels of objects", () => claim(nest(100, (inner) => ({ type: "object", properties: { a: inner } })))],
    ["240 levels of objects", () => claim(nest(240, (inner) => ({ type: "object", properties: { a: inner } })))],
    [
      "50 000 claims",
      () => ({
        type: "object",
        properties: Object.fromEntries(
          many(50_000, (i) => [`claim_${i}`, { type: "string", description: `Claim ${i}` }]),
        ),
      }),
    ],
    ["150 levels of lists", () => claim(nest(150, (inner) => ({ type: "array", items: inner })))],
    ["100 levels of allOf", () => claim(nest(100, (inner) => ({ allOf: [inner] })))],
    ["100 levels of not", () => claim(nest(100, (inner) => ({ not: inner })))],
    [
      "a tuple of 1 000",
      () => claim({ type: "array", prefixItems: many(1_000, () => ({ type: "string" })), items: false }),
    ],
    [
      "a least length of 10 to the power of 9",
      () => claim({ type: "array", minItems: 1e9, maxItems: 1e9, items: { type: "string" } }),
    ],
    [
      "a name of 100 000 characters",
      () => ({ type: "object", properties: { ["n".repeat(100_000)]: { type: "string" } } }),
    ],
    ["a pattern of 100 000 characters", () => claim({ type: "string", pattern: "a".repeat(100_000) })],
    ["a pattern that repeats repeats", () => claim({ type: "string", pattern: "^(((a+)+)+)+$" })],
    ["a pattern of nested counts", () => claim({ type: "string", pattern: "^(?:(?:a{1,1000}){1,1000}){1,1000}$" })],
    [
      "a name pattern that backtracks",
      () =>
        claim({
          type: "object",
          properties: { [`${"a".repeat(60)}!`]: { type: "string" } },
          patternProperties: { "^(a|a?)+$": { type: "string" } },
        }),
    ],
    [
      "patterns that backtrack on an enum",
      () => claim({ allOf: [{ enum: [`${"a".repeat(60)}!`, "b"] }, { pattern: "^(a|a?)+$" }] }),
    ],
    ["patterns that backtrack on a const", () => claim({ const: `${"x".repeat(60)}!`, pattern: "^(x+x+)+y$" })],
  ])(
    "of %s is generated",
    async (what, schema) => {
      await expectPackage(what, schema());
    },
    60_000,
  );

  it("compiles strictly, whatever its size", async () => {
    const files = [...generated.values()].map((name) => `${name}/use.ts`);
    expect(await compileStrictly(scratch, files)).toEqual([]);
  }, 120_000);

  it("has the exports of any other, whatever its size", async () => {
    const modules = [...generated].map(
      ([what, name]) => [what, path.join(scratch, name, "generated/index.js")] as const,
    );
    const { imported, files } = await importPackages(scratch, new Map(modules));
    // What a claim grants has helpers of its own, where there is such a claim.
    const plain = Object.entries(imported).map(([what, { exports, leaked }]) => [
      what,
      { exports: exports.filter((name) => !/^(?:has|require)Session[A-Z]/.test(name)), leaked },
    ]);
    expect(Object.fromEntries(plain)).toEqual(
      Object.fromEntries(modules.map(([what]) => [what, { exports: EXPORTS, leaked: [] }])),
    );
    expect(files).toEqual([]);
  });
});

describe("a claim set that is too much", () => {
  it.each<[what: string, schema: () => Content]>([
    [
      "2 000 definitions that form a chain",
      () => ({
        ...claim({ $ref: "#/$defs/d0" }),
        $defs: Object.fromEntries(
          many(2_000, (i) => [
            `d${i}`,
            { type: "object", properties: { next: i < 1_999 ? { $ref: `#/$defs/d${i + 1}` } : {} } },
          ]),
        ),
      }),
    ],
    [
      "1 000 definitions that all refer to each other",
      () => ({
        ...claim({ $ref: "#/$defs/d0" }),
        $defs: Object.fromEntries(
          many(1_000, (i) => [
            `d${i}`,
            {
              type: "object",
              properties: {
                a: { $ref: `#/$defs/d${(i * 7 + 1) % 1_000}` },
                b: { $ref: `#/$defs/d${(i * 13 + 2) % 1_000}` },
              },
            },
          ]),
        ),
      }),
    ],
  ])("of %s is refused by name", async (_what, schema) => {
    const folder = path.join(scratch, "refused");
    writeProject(folder, { "claims.config.json": CONFIG, "schema.json": schema() });
    const error = await tryGenerate(folder);
    expect(error).toBeInstanceOf(ClaimsmithError);
    expect(error).toMatchObject({ code: "too_complex", at: { file: "schema.json" } });
    expect(fs.existsSync(path.join(folder, "generated"))).toBe(false);
  });
});
