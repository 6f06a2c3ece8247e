import fs from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileStrictly } from "../support/compile-strictly.js";
import { type Imported, importPackages } from "../support/import-packages.js";
import { PAYLOADS, type PayloadName } from "../support/payloads.js";
import { configOf } from "../support/project.js";
import { scratchFolder, tryGenerate, writeProject } from "../support/scratch-project.js";

// Every payload in every place of a claim set or a token that ends in code, in comments or in a document.

type Json = Readonly<Record<string, unknown>>;

/** A claim set with a text in one place, with whatever else the token's config says. */
interface Place {
  readonly schema: (text: string) => Json;
  readonly token?: (text: string) => Json;
}

/** A text as one name of an object; a literal would set the prototype. */
const named = (name: string, value: unknown): Json => Object.fromEntries([[name, value]]);
const claim = (schema: unknown): Json => ({ type: "object", properties: { role: schema } });
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
/** A reference percent-encodes the name, which half a surrogate pair has no way to be. */
const wellFormed = (text: string) => text.replace(/\p{Surrogate}/gu, "\ufffd");
const pointer = (text: string) =>
  encodeURIComponent(wellFormed(text).replaceAll("~", "~0").replaceAll("/", "~1")).replaceAll("'", "%27");

const PLACES: Readonly<Record<string, Place>> = {
  "the title of the claim set": { schema: (title) => ({ ...claim({ type: "string" }), title }) },
  "the description of the claim set": { schema: (description) => ({ ...claim({ type: "string" }), description }) },
  "a $comment": { schema: ($comment) => ({ ...claim({ type: "string", $comment }), $comment }) },
  "the title of a claim": { schema: (title) => claim({ type: "string", title }) },
  "the description of a claim": { schema: (description) => claim({ type: "string", description }) },
  "the description of a nested object": {
    schema: (description) => claim({ type: "object", description, properties: { a: { description, type: "string" } } }),
  },
  "the name of a claim": { schema: (text) => ({ type: "object", properties: named(text, { type: "string" }) }) },
  "the name of a required claim": {
    schema: (text) => ({ type: "object", properties: named(text, { type: "string" }), required: [text] }),
  },
  "the name of a nested property": {
    schema: (text) => claim({ type: "object", properties: named(text, { type: "string" }), required: [text] }),
  },
  "a name that is only required": { schema: (text) => claim({ type: "object", required: [text] }) },
  "the names of dependentRequired": {
    schema: (text) => claim({ type: "object", properties: {}, dependentRequired: named(text, [text, "a"]) }),
  },
  "the name of a dependent schema": {
    schema: (text) => claim({ type: "object", dependentSchemas: named(text, { required: [text] }) }),
  },
  "a default": { schema: (text) => claim({ type: "string", default: text }) },
  "a default that is an object": { schema: (text) => claim({ type: "object", default: named(text, text) }) },
  "an example": { schema: (text) => claim({ type: "string", examples: [text, named(text, text)] }) },
  "an enum": { schema: (text) => claim({ enum: [text, "plain"] }) },
  "an object in an enum": { schema: (text) => claim({ enum: [named(text, [text]), "plain"] }) },
  "a const": { schema: (text) => claim({ const: text }) },
  "a const that is an object": { schema: (text) => claim({ const: named(text, { a: text }) }) },
  "a const that is filled in": { schema: (text) => ({ ...claim({ const: text }), required: ["role"] }) },
  "a pattern": { schema: (text) => claim({ type: "string", pattern: escaped(text) }) },
  "a pattern that fixes both ends": {
    schema: (text) => claim({ type: "string", pattern: `^${escaped(text)}.*${escaped(text)}$` }),
  },
  "a name pattern": {
    schema: (text) => claim({ type: "object", patternProperties: named(`^${escaped(text)}`, { type: "string" }) }),
  },
  propertyNames: { schema: (text) => claim({ type: "object", propertyNames: { enum: [text, "a"] } }) },
  "a format": { schema: (format) => claim({ type: "string", format }) },
  contentMediaType: { schema: (text) => claim({ type: "string", contentMediaType: text, contentEncoding: text }) },
  "the name of a definition": {
    schema: (text) => ({
      ...claim({ $ref: `#/$defs/${pointer(text)}` }),
      $defs: named(wellFormed(text), { type: "object", properties: { a: { type: "string" } } }),
    }),
  },
  "a $ref to the percent-encoded name": {
    schema: (text) => ({
      ...claim({ type: "array", items: { $ref: `#/$defs/${pointer(text)}` } }),
      $defs: named(wellFormed(text), { enum: [text, 1] }),
    }),
  },
  "an $id": {
    schema: (text) => ({
      ...claim({ $ref: "#/$defs/a" }),
      $id: `https://acme.example/${pointer(text)}`,
      $defs: { a: { type: "string" } },
    }),
  },
  "an $id that is no URI": {
    schema: (text) => ({
      ...claim({ $ref: "#/$defs/a" }),
      $id: text.replaceAll("#", ""),
      $defs: { a: { type: "string" } },
    }),
  },
  "a deprecated claim": { schema: (text) => claim({ type: "string", deprecated: true, description: text }) },
  "an unknown keyword": {
    schema: (text) => ({ ...claim({ type: "string", ...named(text, text) }), ...named(`x-${text}`, text) }),
  },
  "keywords of other generators": {
    schema: (text) =>
      claim({
        type: "string",
        tsType: text,
        tsEnumNames: [text],
        "x-enum-varnames": [text],
        javaType: text,
        goType: text,
      }),
  },
  "the readers and the version of a claim": {
    schema: (text) => claim({ type: "string", "x-claimsmith-readers": [text], "x-claimsmith-since": text }),
  },
  "the issuer and the audience": {
    schema: () => claim({ type: "string" }),
    token: (text) => ({ issuer: text, audience: [text, "a"] }),
  },
};

const places = Object.keys(PLACES);
const payloads = Object.keys(PAYLOADS) as PayloadName[];
const keyOf = (place: string) => `place${places.indexOf(place)}`;
const cases = payloads.flatMap((payload) => places.map((place) => ({ payload, place })));

function projectFor(payload: PayloadName): Json {
  const text = PAYLOADS[payload];
  const files: [string, unknown][] = [];
  const tokens: [string, unknown][] = [];
  for (const [place, { schema, token }] of Object.entries(PLACES)) {
    const key = keyOf(place);
    files.push([`${key}.json`, schema(text)]);
    tokens.push([key, { schema: `${key}.json`, algorithms: ["HS256"], lifetime: "15m", ...token?.(text) }]);
  }
  const config = configOf({}, { output: "generated", namespaces: [text], tokens: Object.fromEntries(tokens) });
  return { ...Object.fromEntries(files), "claims.config.json": config };
}

/** Characters that a reader of code does not see as they are; of the controls only the line feed may stand in code. */
const HIDDEN = /(?!\n)[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/u;

describe("a payload", () => {
  let scratch: string;
  const folders = new Map(payloads.map((payload, index) => [payload, `p${index}`]));
  let complaints: readonly string[];
  let imported: Readonly<Record<string, Imported>>;
  let files: readonly string[];

  beforeAll(async () => {
    scratch = scratchFolder();
    const modules = new Map<string, string>();
    const sources: string[] = [];
    for (const [payload, folder] of folders) {
      const root = path.join(scratch, folder);
      writeProject(root, projectFor(payload));
      const result = await tryGenerate(root);
      if (result instanceof Error) throw result;
      // One copy of the runtime for all, so that the compiler reads it once.
      fs.rmSync(path.join(scratch, "runtime"), { recursive: true, force: true });
      fs.renameSync(path.join(root, "generated/runtime"), path.join(scratch, "runtime"));
      fs.symlinkSync(path.join(scratch, "runtime"), path.join(root, "generated/runtime"));
      // Its engine is chosen by the package.json above it.
      fs.copyFileSync(path.join(root, "generated/package.json"), path.join(scratch, "package.json"));
      modules.set(payload, path.join(root, "generated/index.js"));
      for (const place of places) {
        modules.set(`${payload}, ${place}`, path.join(root, `generated/tokens/${keyOf(place)}.js`));
      }
      fs.writeFileSync(
        path.join(root, "use.ts"),
        'import * as everything from "./generated/index.js";\nvoid everything;\n',
      );
      sources.push(`${folder}/use.ts`);
    }
    complaints = await compileStrictly(scratch, sources);
    ({ imported, files } = await importPackages(scratch, modules));
  }, 300_000);

  afterAll(() => fs.rmSync(scratch, { recursive: true, force: true }));

  it.each(cases)("$payload in $place gives a module with the exports it should have", ({ payload, place }) => {
    const name = `Place${places.indexOf(place)}`;
    const camel = keyOf(place);
    const { exports = [], leaked } = imported[`${payload}, ${place}`] ?? {};
    // What a claim grants has helpers of its own, where there is such a claim.
    const plain = exports.filter((one) => !/^(?:has|require)Place\d+[A-Z]/.test(one));
    expect({ exports: plain, leaked }).toEqual({
      exports: [
        `${name}ClaimNames`,
        `is${name}Claims`,
        `issue${name}`,
        `${camel}Policy`,
        `${camel}Schema`,
        `validate${name}Claims`,
        `verify${name}`,
        `create${name}Verifier`,
        `authenticate${name}`,
      ].sort(),
      leaked: [],
    });
  });

  it("never compiles to an error under strict flags", () => {
    expect(complaints).toEqual([]);
  });

  it("never writes a file when imported", () => {
    expect(files).toEqual([]);
  });

  it("never ends the line of a comment or turns the direction of the text around it", () => {
    const hidden: string[] = [];
    for (const [payload, folder] of folders) {
      const root = path.join(scratch, folder, "generated");
      for (const file of fs.readdirSync(root, { recursive: true, encoding: "utf8" })) {
        const full = path.join(root, file);
        if (!fs.statSync(full).isFile()) continue;
        const found = HIDDEN.exec(fs.readFileSync(full, "utf8"));
        if (found !== null)
          hidden.push(`${payload}: ${file}: ${JSON.stringify(found.input.slice(found.index - 40, found.index + 40))}`);
      }
    }
    expect(hidden).toEqual([]);
  });
});
