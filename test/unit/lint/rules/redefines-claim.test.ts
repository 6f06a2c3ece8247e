import { describe, it } from "vitest";
import { redefinesClaim } from "../../../../src/lint/rules/redefines-claim.js";
import { expectFindings } from "../../../support/expect-findings.js";

const registered = (name: string) => ({ $ref: `claimsmith:iana-jwt#/$defs/${name}` });
const wayOut = (name: string) =>
  `Write { "$ref": "claimsmith:iana-jwt#/$defs/${name}" }, or give a claim of another meaning a name in your namespace.`;

describe("redefines-claim", () => {
  it("reports another type", async () => {
    await expectFindings(redefinesClaim, { schema: { properties: { groups: { type: ["string", "null"] } } } }, [
      {
        at: "schema.json#/properties/groups",
        claim: "groups",
        message: 'The claim "groups" can be a string or null; its registration makes it an array.',
        help: wayOut("groups"),
        source: ["RFC 7643 section 4.1.2; RFC 9068 section 2.2.3.1"],
        fix: null,
      },
    ]);
  });

  it("reports a format that is missing, and adds it", async () => {
    await expectFindings(redefinesClaim, { schema: { properties: { email: { type: "string" } } } }, [
      {
        message: 'The claim "email" can be any string; its registration has the format "email".',
        help: wayOut("email"),
        fix: {
          file: "schema.json",
          edits: [{ kind: "set", pointer: "/properties/email/format", value: "email" }],
        },
      },
    ]);
  });

  it("reports items of another type", async () => {
    const schema = { properties: { amr: { type: "array", items: { type: "integer" } } } };
    await expectFindings(redefinesClaim, { schema }, [
      { message: 'The claim "amr" admits values that its registration does not.', help: wayOut("amr") },
    ]);
  });

  it("reports a third party's own meaning of a name, without an edit", async () => {
    const schema = { properties: { ref: { type: "string" } } };
    await expectFindings(redefinesClaim, { schema, token: { helpers: ["verify"] } }, [
      {
        message: 'The claim "ref" can be any string; its registration has the format "uri".',
        help: 'If the issuer means something else by it, say so in its description and silence this with "x-claimsmith-ignore".',
        fix: null,
      },
    ]);
  });

  it.each([
    ["a general name", { ref: { type: "string" } }],
    ["a definition that others may share", { email: { $ref: "#/$defs/text" } }],
    ["a format of its own", { picture: { type: "string", format: "uri-reference" } }],
  ])("offers no edit for %s", async (_, properties) => {
    await expectFindings(redefinesClaim, { schema: { properties, $defs: { text: { type: "string" } } } }, [
      { fix: null },
    ]);
  });

  it.each([
    ["references", { email: registered("email"), groups: registered("groups"), cnf: registered("cnf") }],
    ["a stricter schema", { groups: { type: "array", items: { enum: ["staff", "guests"] } } }],
    [
      "a schema that leaves members open",
      { address: { type: "object" }, cnf: { type: "object" }, roles: { type: "array" } },
    ],
    ["a schema that leaves lengths open", { client_id: { type: "string" }, sid: { type: "string" } }],
    ["a registered claim, narrowed", { sub: { enum: ["a", "b"] }, aud: { type: "string" } }],
    ["a time, which numeric-date reports", { auth_time: { type: "string" } }],
    ["a private claim", { "https://acme.example/email": { type: "boolean" } }],
    ["names of Object.prototype", JSON.parse('{"__proto__": {}, "constructor": {}}')],
  ])("accepts %s", async (_, properties) => {
    await expectFindings(redefinesClaim, { schema: { properties } }, []);
  });
});
