import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { bundleSchema } from "../../../../src/schema/bundle/bundle.js";
import { compileSchema } from "../../../../src/schema/compile/compile.js";
import type { JsonObject, JsonValue } from "../../../../src/schema/json-schema.js";
import { KEYWORDS } from "../../../../src/schema/keywords.js";
import { isObject } from "../../../../src/schema/own-property.js";
import { createVocabulary } from "../../../../src/schema/read/vocabulary.js";
import { subschemasOf } from "../../../../src/schema/subschemas.js";
import { memoryReader } from "../../../support/memory-reader.js";

const root = path.resolve(import.meta.dirname, "../../../..");
const data = process.env["CLAIMSMITH_TEST_DATA"] ?? path.join(root, "../shared");
const text = readFileSync(path.join(root, "schemas/iana-jwt.schema.json"), "utf8");
const parsed = JSON.parse(text) as { readonly $defs: JsonObject };
const { claims, definitions } = createVocabulary(JSON.parse(text));

/** Keywords that some drafts say otherwise and that the normal form has under these names. */
const NORMAL: ReadonlySet<string> = new Set(["items", "contains", "minContains", "maxContains"]);

describe("the vocabulary", () => {
  it("has the seven registered claims of RFC 7519", () => {
    const registered = [...claims.values()]
      .filter((claim) => claim.category === "registered")
      .map((claim) => claim.name);
    expect(registered).toEqual(["iss", "sub", "aud", "exp", "nbf", "iat", "jti"]);
  });

  it("says of a claim what its standard says", () => {
    expect(claims.get("exp")).toMatchObject({
      name: "exp",
      category: "registered",
      description: "Expiration Time, in seconds since 1970-01-01T00:00:00Z. RFC 7519 section 4.1.4.",
      standard: "RFC 7519 section 4.1.4",
      pointer: "/$defs/exp",
    });
    expect(claims.get("exp")?.aliases).toContain("expires_at");
    expect(claims.get("email")).toMatchObject({ category: "public", personalData: true, genericName: false });
  });

  it("keeps shared shapes apart from claims", () => {
    const shapes = Object.keys(parsed.$defs).filter((name) => !claims.has(name));
    expect(shapes.length).toBeGreaterThan(0);
    expect(shapes.filter((name) => !name.startsWith("types."))).toEqual([]);
  });

  it.each([...claims.keys()])("has a schema for %j that can be referred to and compiled", (name) => {
    const reference = `claimsmith:iana-jwt#/$defs/${encodeURIComponent(name)}`;
    const reader = memoryReader({ "a.json": { properties: { claim: { $ref: reference } } } }, JSON.parse(text));
    const { schema } = bundleSchema({ file: "a.json", pointer: "" }, reader);
    expect(JSON.stringify(schema)).not.toContain("x-claimsmith-claim");
    expect(compileSchema(schema)({})).toBe(true);
  });

  it("hands out its definitions, which are in the normal form but for the facts of a claim", () => {
    expect(Object.keys(definitions)).toEqual(Object.keys(parsed.$defs));
    // Keywords that the normal form says in another way, or not at all.
    const others = [...KEYWORDS].filter(([, { treatment }]) => treatment === "rewrite" || treatment === "drop");
    const foreign = new Set(others.map(([keyword]) => keyword).filter((keyword) => !NORMAL.has(keyword)));
    const found = new Set<string>();
    const look = (schema: JsonValue): void => {
      if (!isObject(schema)) return;
      for (const [keyword, value] of Object.entries(schema)) {
        if (foreign.has(keyword)) found.add(keyword);
        for (const below of subschemasOf(value, KEYWORDS.get(keyword)?.shape ?? "any")) look(below.value);
      }
    };
    for (const schema of Object.values(parsed.$defs)) look(schema);
    expect([...found]).toEqual(["x-claimsmith-claim"]);
    expect(text).not.toMatch(/"\$ref": "(?!#\/\$defs\/)/);
  });

  it("leaves out what has no facts of a claim, and is empty for what is no vocabulary", () => {
    expect(
      createVocabulary({ $defs: { x: {}, y: true, z: { "x-claimsmith-claim": { category: "other" } } } }).claims.size,
    ).toBe(0);
    expect(createVocabulary(null).claims.size).toBe(0);
    expect(createVocabulary({ $defs: 1 }).claims.size).toBe(0);
  });
});

const registry = path.join(data, "data/iana-jwt-claims.json");

describe.skipIf(!existsSync(registry))("schemas/iana-jwt.schema.json (not run: no test data, where skipped)", () => {
  it("is what scripts/build-vocabulary.js makes of the registry", async () => {
    const script = path.join(root, "scripts/build-vocabulary.js");
    // The script is plain JavaScript; this is the one function that it exports.
    const { buildVocabulary } = (await import(script)) as {
      buildVocabulary(registry: unknown, misspellings: unknown): string;
    };
    const facts = JSON.parse(readFileSync(path.join(data, "data/lint-facts.json"), "utf8"));
    expect(buildVocabulary(JSON.parse(readFileSync(registry, "utf8")), facts.misspellings.map)).toBe(text);
  });
});
