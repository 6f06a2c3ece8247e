import fs from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { compileStrictly } from "../support/compile-strictly.js";
import { importPackages } from "../support/import-packages.js";
import { configOf } from "../support/project.js";
import { scratchFolder, tryGenerate, writeProject } from "../support/scratch-project.js";

// Names of tokens, definitions and claims that the generated code, or the language, has a use for itself.

const LANGUAGE = (
  "await async class default delete enum eval export function implements import in interface let new null package private " +
  "protected public return static super switch this undefined var void while with yield arguments constructor prototype " +
  "toString valueOf hasOwnProperty then name length Object Array String Promise Symbol Error globalThis exports module require"
).split(" ");

/** Keys whose functions, constants and types are close to what the generated modules import. */
const RUNTIME = ["claim", "claims", "validate", "verified", "issue", "verify", "type", "optional"];

/** Keys whose exports bear the name of something that the module imports from the runtime. */
const IMPORTED = ["token", "standard", "json"];

const USE = 'import * as everything from "./generated/index.js";\nvoid everything;\n';

function configFor(keys: readonly string[]): object {
  const tokens = keys.map((key) => [key, { schema: "schema.json", algorithms: ["HS256"], lifetime: "15m" }]);
  return configOf({}, { output: "generated", tokens: Object.fromEntries(tokens) });
}

async function packageWith(keys: readonly string[], schema: object) {
  const scratch = scratchFolder();
  onTestFinished(() => fs.rmSync(scratch, { recursive: true, force: true }));
  writeProject(scratch, {
    "claims.config.json": configFor(keys),
    "schema.json": schema,
    "use.ts": USE,
  });
  const result = await tryGenerate(scratch);
  if (result instanceof Error) throw result;
  const complaints = await compileStrictly(scratch, ["use.ts"]);
  const { imported } = await importPackages(scratch, new Map([["it", path.join(scratch, "generated/index.js")]]));
  return { complaints, imported: imported["it"] };
}

function exportsOf(keys: readonly string[]): readonly string[] {
  const names = keys.flatMap((key) => {
    const pascal = `${key.charAt(0).toUpperCase()}${key.slice(1)}`;
    const camel = `${key.charAt(0).toLowerCase()}${key.slice(1)}`;
    return [
      `${pascal}ClaimNames`,
      `${camel}Policy`,
      `${camel}Schema`,
      `issue${pascal}`,
      `verify${pascal}`,
      `create${pascal}Verifier`,
      `authenticate${pascal}`,
      `validate${pascal}Claims`,
      `is${pascal}Claims`,
    ];
  });
  // A token that is called `any` has a function of that name.
  const any = keys.length > 1 && !keys.includes("any") ? ["verifyAny"] : [];
  return [...names, ...any, "AuthenticationError", "ClaimsError", "createMemoryStore"].sort();
}

const plain = { type: "object", properties: { role: { type: "string" } } };

describe("a token", () => {
  it("may have the name of a word of the language", async () => {
    const { complaints, imported } = await packageWith(LANGUAGE, plain);
    expect(complaints).toEqual([]);
    expect(imported).toEqual({ exports: exportsOf(LANGUAGE), leaked: [] });
  });

  it("may have a name close to those of the runtime", async () => {
    const { complaints, imported } = await packageWith(RUNTIME, plain);
    expect(complaints).toEqual([]);
    expect(imported).toEqual({ exports: exportsOf(RUNTIME), leaked: [] });
  });

  // To be turned into an ordinary test once the module of a token imports the runtime under names that no token has.
  it.each(IMPORTED)("may be called %s", async (key) => {
    const { complaints, imported } = await packageWith([key], plain);
    expect(complaints).toEqual([]);
    expect(imported).toEqual({ exports: exportsOf([key]), leaked: [] });
  });
});

describe("a claim and a definition", () => {
  it("may have the name of a word of the language, or of a member of every object", async () => {
    const names = [...LANGUAGE, "__proto__", "__defineGetter__", "isPrototypeOf"];
    const { complaints, imported } = await packageWith(["session"], {
      type: "object",
      properties: Object.fromEntries(names.map((name) => [name, { $ref: `#/$defs/${name}` }])),
      required: names,
      $defs: Object.fromEntries(
        names.map((name) => [name, { type: "object", properties: Object.fromEntries([[name, { type: "string" }]]) }]),
      ),
    });
    expect(complaints).toEqual([]);
    expect(imported).toEqual({ exports: exportsOf(["session"]), leaked: [] });
  });
});

describe("a definition", () => {
  const OF_A_TOKEN = [
    ["session", "claims"],
    ["session", "input"],
    ["session", "claimNames"],
  ] as const;
  const OF_THE_RUNTIME = [
    ["claims", "schema"],
    ["issue", "options"],
    ["verify", "options"],
    ["verified", "token"],
    ["validation", "result"],
    ["claims", "error"],
    ["claim", "issue"],
  ] as const;
  let complaints: readonly string[];

  beforeAll(async () => {
    const scratch = scratchFolder();
    const files: string[] = [];
    for (const [key, definition] of [...OF_A_TOKEN, ...OF_THE_RUNTIME]) {
      const folder = path.join(scratch, `${key}-${definition}`);
      writeProject(folder, {
        "claims.config.json": configFor([key]),
        "schema.json": {
          type: "object",
          properties: { a: { $ref: `#/$defs/${definition}` }, b: { $ref: `#/$defs/${definition}` } },
          $defs: { [definition]: { type: "object", properties: { x: { type: "string" } } } },
        },
        "use.ts": USE,
      });
      const result = await tryGenerate(folder);
      if (result instanceof Error) throw result;
      files.push(`${key}-${definition}/use.ts`);
    }
    complaints = await compileStrictly(scratch, files);
    fs.rmSync(scratch, { recursive: true, force: true });
  });

  const complaintsOf = (key: string, definition: string) =>
    complaints.filter((line) => line.startsWith(`${key}-${definition}/`));

  it.each(OF_A_TOKEN)("of a token %s may be called %s", (key, definition) => {
    expect(complaintsOf(key, definition)).toEqual([]);
  });

  // To be turned into ordinary tests once the types of definitions keep clear of what the runtime exports.
  it.each(OF_THE_RUNTIME)("of a token %s may be called %s, as a type of the runtime is", (key, definition) => {
    expect(complaintsOf(key, definition)).toEqual([]);
  });
});
