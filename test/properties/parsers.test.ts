import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/parse-config.js";
import { type ClaimsmithError, ConfigError, SchemaError } from "../../src/errors.js";
import { bundleSchema } from "../../src/schema/bundle/bundle.js";
import { parseText } from "../../src/text/parse-json.js";
import { claimSetOf, configOf, memoryReader } from "../support/project.js";

const runs = { numRuns: 500 };

const KEYWORDS = (
  "$schema $id $ref $anchor $defs definitions $dynamicRef $dynamicAnchor $recursiveRef type enum const properties " +
  "patternProperties additionalProperties required items prefixItems additionalItems contains allOf anyOf oneOf not if " +
  "then else dependencies pattern format minimum multipleOf minLength unevaluatedProperties x-claimsmith-name"
).split(" ");

/** Text of any kind, and text that looks like JSON or YAML for a while. */
const CONFIG_TEXT = JSON.stringify(configOf(), null, 2);
const YAML_TEXT =
  "$schema: x\ntype: object\nproperties:\n  a: &a { type: string }\n  b: *a\n  c: |\n    text\n  ? d\n  : [1, 2.5, ~]\n";
const pieces = fc.array(
  fc.constantFrom(
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    '"',
    '"a"',
    "a",
    "1",
    "-",
    "\n",
    "  ",
    "null",
    "&a",
    "*a",
    "!!js",
    "#",
    "'",
    "|",
    "%",
    "\\u",
    "\ud800",
    "\ufeff",
    "\0",
  ),
  { maxLength: 30 },
);
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  pieces.map((parts) => parts.join("")),
  fc.jsonValue().map((value) => JSON.stringify(value)),
  damaged(CONFIG_TEXT),
  damaged(YAML_TEXT),
);

/** A text with a stretch of it exchanged. */
function damaged(whole: string): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.nat(whole.length),
      fc.nat(12),
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 4 }),
        pieces.map((parts) => parts.slice(0, 3).join("")),
      ),
    )
    .map(([at, length, other]) => whole.slice(0, at) + other + whole.slice(at + length));
}

/** Runs a call that may refuse its input, but only in words for its author. */
function survive(call: () => unknown, kind: abstract new (...words: never[]) => ClaimsmithError): void {
  try {
    call();
  } catch (error) {
    if (!(error instanceof kind)) throw error;
    expect(error.code).toMatch(/^[a-z_]+$/);
    expect(error.message).toMatch(/[.?!]$/);
    expect(error.at?.file).toBeTypeOf("string");
  }
}

describe("parsers survive any input, and refuse it with an error that says where", () => {
  it.each(["a.json", "a.yaml"])("parseText as %s", (file) => {
    fc.assert(
      fc.property(text, (input) => survive(() => parseText({ file, text: input }, "schema"), SchemaError)),
      runs,
    );
  });

  it("parseConfig", () => {
    fc.assert(
      fc.property(text, fc.constantFrom("claims.config.json", "claims.config.yaml"), (input, file) =>
        survive(() => parseConfig({ file, text: input }), ConfigError),
      ),
      runs,
    );
  });

  it("parseConfig with a wrong value in any place", () => {
    const whole = configOf({
      issuer: "i",
      audience: ["a"],
      clockTolerance: "1s",
      unknownClaims: "strip",
      helpers: ["issue"],
    });
    const places = placesOf(whole);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue({ stringUnit: "binary" }), (place, value) => {
        survive(
          () => parseConfig({ file: "claims.config.json", text: JSON.stringify(replaced(whole, place, value)) }),
          ConfigError,
        );
      }),
      runs,
    );
  });

  const keyword = fc.constantFrom(...KEYWORDS);
  const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>(
        true,
        false,
        null,
        1,
        "",
        "string",
        "object",
        "#",
        "#/$defs/a",
        "#a",
        "b.json",
        "claimsmith:iana-jwt#/$defs/email",
        "https://acme.example/",
        "[",
        [],
      ),
      fc.dictionary(fc.oneof(keyword, fc.constantFrom("a", "b", "__proto__", "exp", "sub")), tie("schema"), {
        maxKeys: 4,
      }),
      fc.array(tie("schema"), { maxLength: 3 }),
    ),
  }));

  it("bundleSchema", () => {
    fc.assert(
      fc.property(schema, schema, (root, other) => {
        const reader = memoryReader({ "a.json": root, "b.json": other });
        survive(
          () => bundleSchema({ file: "a.json", pointer: "" }, reader, { file: "claims.config.json" }),
          SchemaError,
        );
      }),
      { numRuns: 1500 },
    );
  });

  it("buildProject", () => {
    fc.assert(
      fc.property(schema, (root) => survive(() => claimSetOf({ properties: { a: true }, allOf: [root] }), SchemaError)),
      { numRuns: 1000 },
    );
  });
});

type Place = readonly (string | number)[];

function placesOf(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([name, member]) => placesOf(member).map((place) => [name, ...place]))];
}

/** A copy with another value at a place. */
function replaced(whole: unknown, [name, ...rest]: Place, value: unknown): unknown {
  if (name === undefined) return value;
  const copy = structuredClone(whole);
  Reflect.set(Object(copy), name, replaced(Reflect.get(Object(copy), name), rest, value));
  return copy;
}
