import { describe, it } from "vitest";
import { unknownKeyword } from "../../../../src/lint/rules/unknown-keyword.js";
import { expectFindings } from "../../../support/expect-findings.js";

const claimOf = (schema: object) => ({ schema: { properties: { role: schema } } });

describe("unknown-keyword", () => {
  it.each([
    ["maxLenght", 64, 'Did you mean "maxLength"?'],
    ["Pattern", "^a$", 'Did you mean "pattern"?'],
    ["nullable", true, 'Add "null" to the type: "type": ["string", "null"].'],
    ["example", "admin", 'Write "examples": [ … ].'],
    ["discriminator", {}, 'Leave it out: "oneOf" with a "const" in each branch says it.'],
    ["owningTeam", "accounts", 'Begin the name of an annotation of your own with "x-".'],
    ["owner", { name: "accounts" }, 'Begin the name of an annotation of your own with "x-".'],
    [
      "tenant",
      { type: "string" },
      'If it is the name of a claim or member, move it into "properties". Begin the name of an annotation of your own with "x-".',
    ],
  ])("reports %s", async (keyword, value, help) => {
    await expectFindings(unknownKeyword, claimOf({ [keyword]: value }), [
      {
        at: `schema.json#/properties/role/${keyword}`,
        claim: "role",
        message: `"${keyword}" is no keyword of JSON Schema, so it has no effect.`,
        help,
      },
    ]);
  });

  it("reports it in the claim set itself, and at any depth", async () => {
    const schema = { requried: ["role"], properties: { role: { type: "array", items: { minlength: 1 } } } };
    await expectFindings(unknownKeyword, { schema }, [
      { claim: null, help: 'Did you mean "required"?' },
      { claim: "role", help: 'Did you mean "minLength"?' },
    ]);
  });

  it.each([
    ["keywords", { type: "string", maxLength: 64, examples: ["a"], deprecated: true, $comment: "" }],
    ["annotations of one's own", { "x-owner": "accounts", "x-claimsmith-since": "1.2.0" }],
    ["annotations of editors", { markdownDescription: "**Role**" }],
    ["claims of any name, which are no keywords", { properties: { maxLenght: {} } }],
    ["values of any form, which are no schemas", { const: { maxLenght: 1 }, default: { nullable: true } }],
  ])("accepts %s", async (_, schema) => {
    await expectFindings(unknownKeyword, claimOf(schema), []);
  });

  it.each(["http://json-schema.org/draft-07/schema#", "https://json-schema.org/draft/2019-09/schema"])(
    "accepts the keywords of %s",
    async ($schema) => {
      const schema = { $schema, properties: { role: { items: [{}], additionalItems: false } }, definitions: { a: {} } };
      await expectFindings(unknownKeyword, { schema }, []);
    },
  );
});
