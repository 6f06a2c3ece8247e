import { describe, expect, it } from "vitest";
import { SchemaError } from "../../../src/errors.js";
import { missingDescription } from "../../../src/lint/rules/missing-description.js";
import { unusedIgnore } from "../../../src/lint/rules/unused-ignore.js";
import { findingsOf, type LintSample } from "../../support/expect-findings.js";

const RULES = [missingDescription, unusedIgnore];
const ignore = (rules: Readonly<Record<string, unknown>> = { "missing-description": "It is a test." }) => ({
  "x-claimsmith-ignore": rules,
});

async function found(sample: LintSample): Promise<readonly string[]> {
  const findings = await findingsOf(RULES, sample);
  return findings.map(({ rule, location }) => `${rule} ${location.file}#${location.pointer}`);
}

describe("x-claimsmith-ignore", () => {
  it.each<[string, LintSample, readonly string[]]>([
    ["at the claim", { schema: { properties: { role: ignore() } } }, []],
    ["at the root, for all below", { schema: { ...ignore(), properties: { role: {}, plan: {} } } }, []],
    [
      "at a subschema, for what is below it only",
      { schema: { properties: { role: {} }, allOf: [{ ...ignore(), properties: { plan: {} } }] } },
      ["missing-description schema.json#/properties/role"],
    ],
    [
      "beside a reference of draft-07, where every validator ignores what stands there",
      {
        schema: {
          $schema: "http://json-schema.org/draft-07/schema#",
          properties: { role: { $ref: "#/definitions/role", ...ignore() } },
          definitions: { role: {} },
        },
      },
      [],
    ],
    [
      "in one file, and not in another that it refers to",
      {
        schema: { ...ignore(), properties: { role: {} }, allOf: [{ $ref: "other.json" }] },
        files: { "other.json": { properties: { plan: {} } } },
      },
      ["missing-description other.json#/properties/plan"],
    ],
    [
      "beside a root that is only a reference, among other rules",
      {
        schema: {
          $ref: "#/$defs/claims",
          ...ignore({ "no-secrets": "It is a test.", "missing-description": "It is a test." }),
          $defs: { claims: { properties: { role: {} } } },
        },
      },
      [],
    ],
    [
      "not for a name that begins alike",
      { schema: { properties: { role: ignore(), role2: {} } } },
      ["missing-description schema.json#/properties/role2"],
    ],
  ])("silences a rule %s", async (_, sample, want) => {
    expect(await found(sample)).toEqual(want);
  });

  it.each<[string, LintSample["schema"], string, string, string]>([
    [
      "no object",
      { properties: { role: { "x-claimsmith-ignore": ["missing-description"] } } },
      '"x-claimsmith-ignore" is not as it should be.',
      "/properties/role/x-claimsmith-ignore",
      "an object with the names of rules, each with the reason why it is silenced",
    ],
    [
      "without a reason",
      { properties: { role: ignore({ "missing-description": " " }) } },
      'The rule "missing-description" is silenced without a reason.',
      "/properties/role/x-claimsmith-ignore/missing-description",
      "a text that is not empty",
    ],
    [
      "with true for a reason",
      ignore({ "missing-description": true }),
      'The rule "missing-description" is silenced without a reason.',
      "/x-claimsmith-ignore/missing-description",
      "a text that is not empty",
    ],
  ])("is refused where it is %s", async (_, schema, message, pointer, expected) => {
    const error = await found({ schema }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SchemaError);
    expect(error).toMatchObject({
      code: "invalid_annotation",
      message,
      expected,
      at: { file: "schema.json", pointer },
    });
  });
});
