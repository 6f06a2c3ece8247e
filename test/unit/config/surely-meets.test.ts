import { Ajv } from "ajv";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONFIG_SCHEMA } from "../../../src/config/config-schema.js";
import { surelyMeets } from "../../../src/config/surely-meets.js";
import type { JsonObject, JsonValue } from "../../../src/schema/json-schema.js";

const TOKEN: JsonObject = {
  schema: "schemas/access-token.schema.json",
  profile: "rfc9068",
  issuer: "https://auth.acme.example",
  audience: ["https://api.acme.example", "https://web.acme.example"],
  algorithms: ["ES256", "EdDSA"],
  type: "at+jwt",
  lifetime: "15m",
  clockTolerance: "30s",
  unknownClaims: "strip",
  maxTokenBytes: 4096,
  helpers: ["verify"],
};
const CONFIG: JsonObject = {
  $schema: "./node_modules/claimsmith/schemas/config.schema.json",
  package: { name: "@acme/claims", version: "1.0.0" },
  output: "packages/claims",
  emit: "ts",
  namespaces: ["https://acme.example/claims/"],
  tokens: {
    accessToken: TOKEN,
    idToken: { schema: "a.json", algorithms: ["ES256"], lifetime: "1h", helpers: "issue" },
  },
  lint: { extends: "claimsmith:all", rules: { "no-personal-data": "off" } },
  diff: { accept: [{ id: "c-1", reason: "known", until: "2027-06-30" }] },
  targets: ["auth0"],
};

const ajv = new Ajv({ allowUnionTypes: true });

describe("the answer in front of the config's validator", () => {
  test("a config that uses every key is settled without a validator", () => {
    expect(surelyMeets(CONFIG, CONFIG_SCHEMA)).toBe(true);
  });

  test("what it accepts, ajv accepts", () => {
    const validate = ajv.compile(CONFIG_SCHEMA);
    let accepted = 0;
    fc.assert(
      fc.property(arbitraryChange(CONFIG), (config) => {
        const isMet = surelyMeets(config, CONFIG_SCHEMA);
        if (isMet) accepted += 1;
        if (isMet !== validate(config)) expect.fail(JSON.stringify(config));
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(30);
  });

  test.each<[schema: JsonValue, value: JsonValue]>([
    [{ type: "string", format: "date" }, "2027-06-30"],
    [{ not: {} }, null],
    [{ const: 1 }, 1],
    [{ uniqueItems: true }, [{}, []]],
    [{ uniqueItems: false }, [1, 1]],
    [{ type: "number" }, 1.5],
    [{ enum: [{}] }, {}],
    [{ patternProperties: {} }, {}],
    [false, 1],
    ["", 1],
  ])("a keyword that it does not know in full is left to the validator: %j", (schema, value) => {
    expect(surelyMeets(value, schema)).toBe(false);
  });

  test("names of Object.prototype are neither declared nor present", () => {
    const closed = { type: "object", properties: { a: true }, additionalProperties: false };
    expect(surelyMeets(JSON.parse('{"__proto__":1}'), closed)).toBe(false);
    expect(surelyMeets({ constructor: 1 }, closed)).toBe(false);
    expect(surelyMeets({}, { required: ["toString"] })).toBe(false);
  });

  test("lengths are counted in code points", () => {
    expect(surelyMeets("😀", { minLength: 2 })).toBe(false);
    expect(surelyMeets("😀", { maxLength: 1 })).toBe(true);
  });
});

/** A config with up to two of its parts replaced, removed or added to. */
function arbitraryChange(config: JsonObject): fc.Arbitrary<JsonValue> {
  const part = fc.oneof(
    fc.constantFrom<JsonValue[]>(
      null,
      true,
      0,
      1,
      1.5,
      -1,
      1e7,
      "",
      "x",
      "1h",
      "js",
      "issue",
      "auth0",
      "ES256",
      "ES257",
    ),
    fc.constantFrom<JsonValue[]>([], [""], ["a", "a"], ["a", "b"], [1], ["issue"], [[]], {}, { a: 1 }, TOKEN, {
      x: TOKEN,
    }),
  );
  const key = fc.constantFrom(
    "tokens",
    "x",
    "schema",
    "__proto__",
    "constructor",
    "rules",
    "accept",
    "output",
    "-",
    "1a",
  );
  const change = fc.record({ path: fc.array(fc.nat(), { maxLength: 5 }), part, key, kind: fc.constantFrom(0, 1, 2) });
  return fc.array(change, { minLength: 1, maxLength: 2 }).map((changes) =>
    changes.reduce<JsonValue>((value, { path, part, key, kind }) => {
      return edit(value, path, (found) => {
        if (kind === 0 || typeof found !== "object" || found === null) return part;
        if (Array.isArray(found)) return kind === 1 ? [...found, part] : found.slice(1);
        const members = Object.entries(found);
        return Object.fromEntries(kind === 1 ? [...members, [key, part]] : members.slice(1));
      });
    }, config),
  );
}

/** The value with the part that a path of indexes leads to replaced. */
function edit(value: JsonValue, path: readonly number[], replace: (found: JsonValue) => JsonValue): JsonValue {
  const [index, ...rest] = path;
  if (index === undefined || typeof value !== "object" || value === null) return replace(value);
  const members = Object.entries(value);
  const at = members.length === 0 ? -1 : index % members.length;
  const edited = members.map(([name, member], place): [string, JsonValue] => [
    name,
    place === at ? edit(member, rest, replace) : member,
  ]);
  return Array.isArray(value) ? edited.map(([, member]) => member) : Object.fromEntries(edited);
}
