import { describe, it } from "vitest";
import { targetLimits } from "../../../../src/lint/rules/target-limits.js";
import { expectFindings } from "../../../support/expect-findings.js";

const STRING = { type: "string" };

describe("target-limits", () => {
  const at = (name: string) => `schema.json#/properties/${name.replaceAll("/", "~1")}`;
  const OBJECT = { type: "object", properties: { id: { type: "string" } } };

  it.each([
    [
      "auth0",
      "groups",
      STRING,
      'Auth0 leaves out a custom claim of the name "groups", without an error.',
      "Give it a name in your namespace.",
    ],
    [
      "auth0",
      "https://acme.auth0.com/role",
      STRING,
      'Auth0 leaves out the claim "https://acme.auth0.com/role": its namespace is below auth0.com.',
      "Use a URL of your own as the namespace.",
    ],
    [
      "auth0",
      "tenant",
      STRING,
      'Auth0 leaves the claim "tenant" out of tokens for its APIs: the name has no namespace.',
      "Give it a name in your namespace, such as https://…/name.",
    ],
    [
      "envoy",
      "https://acme.example/role",
      STRING,
      'Envoy reads the dots in "https://acme.example/role" as a path, and finds no such claim to copy to a header.',
      "Name the claim by `claim_path`, where your version of Envoy has it, forward the payload as a whole, or choose a name without dots.",
    ],
    [
      "envoy",
      "roles",
      { type: "array", items: STRING },
      'Envoy copies strings, numbers and booleans to headers; "roles" can be an array.',
      "Forward the payload as a whole (`forward_payload_header`), or write a list as one string.",
    ],
    [
      "cognito",
      "roles",
      { type: ["array", "object"] },
      'The first version of Cognito\'s pre token generation trigger writes strings only; "roles" can be an array or an object.',
      "Configure the second version of the trigger (V2_0), or write the value as a string.",
    ],
    [
      "cognito",
      "level",
      { type: "integer" },
      'The first version of Cognito\'s pre token generation trigger writes strings only; "level" can be a number.',
      "Configure the second version of the trigger (V2_0), or write the value as a string.",
    ],
    [
      "entra",
      "groups",
      { type: "array" },
      'Entra ID writes "_claim_names" in place of "groups" for a user of more than 200 groups.',
      'Declare "_claim_names" and "_claim_sources" and ask for the groups by Microsoft Graph, or use roles.',
    ],
    [
      "keycloak",
      "https://acme.example/role",
      STRING,
      'Keycloak makes nested objects of the dots in "https://acme.example/role", as it stands.',
      "In the mapper's field Token Claim Name write each dot as \\., and silence this once that is done.",
    ],
  ])("reports for %s the claim %s", async (target, name, schema, message, help) => {
    const sample = { schema: { properties: { [name]: schema } }, config: { targets: [target] } };
    await expectFindings(targetLimits, sample, [{ at: at(name), severity: "warn", message, help }]);
  });

  it("reports groups that Entra ID may leave out of a token that demands them", async () => {
    const schema = { properties: { groups: { type: "array" } }, required: ["groups"] };
    await expectFindings(targetLimits, { schema, config: { targets: ["entra"] } }, [
      {
        message: 'Entra ID leaves "groups" out for a user of more than 200 groups, and this token demands it.',
        help: 'Take "groups" out of "required", or emit only groups that are assigned to the application.',
        source: ["Microsoft identity platform documentation, Groups overage claim"],
      },
    ]);
  });

  it.each([
    [
      "typical",
      { const: "x".repeat(1300) },
      "The custom claims have about 1307 bytes; Clerk's session cookie has room for 1228.",
    ],
    [
      "largest",
      { type: "string", maxLength: 300 },
      "The custom claims can have 1807 bytes; Clerk's session cookie has room for 1228.",
    ],
  ])("reports custom claims whose %s size is beyond Clerk's cookie", async (_, a, message) => {
    await expectFindings(targetLimits, { schema: { properties: { a } }, config: { targets: ["clerk"] } }, [
      {
        at: "claims.config.json#/tokens/token/schema",
        message,
        help: "Keep in the token what every request needs, and fetch the rest from Clerk's API.",
      },
    ]);
  });

  it("reports access tokens of Cognito, which have no audience", async () => {
    const token = { profile: "rfc9068", issuer: "https://auth.acme.example", audience: "a" };
    await expectFindings(targetLimits, { token, config: { targets: ["cognito"] } }, [
      {
        at: "claims.config.json#/tokens/token/profile",
        message: 'An access token of Cognito has no claim "aud" by default, and this token demands one.',
        help: 'Add "aud" in the trigger, or use the profile "jwt" and demand the "client_id".',
      },
    ]);
  });

  it.each([
    ["kong", "Kong", "or set `key_claim_name` to a claim that is always there."],
    ["apipark", "APIPark", "for each credential names one."],
  ])("reports what %s does not check, and what it needs", async (target, name, otherwise) => {
    await expectFindings(
      targetLimits,
      { token: { audience: "a", algorithms: ["ES256"] }, config: { targets: [target] } },
      [
        {
          at: "claims.config.json#/tokens/token",
          message: `${name} finds the key of a token by its claim "iss", which this token need not have.`,
          help: `Give the token an "issuer" in the config, ${otherwise}`,
        },
        {
          at: "claims.config.json#/tokens/token/audience",
          message: `${name} checks the signature, and no more claims than exp and nbf: the audience is left to the services.`,
          help: "Verify the token in each service with the generated package, and silence this once that is done.",
        },
      ],
    );
  });

  it("reports an algorithm that APIPark does not have", async () => {
    const token = { issuer: "https://auth.acme.example", algorithms: ["ES256", "PS256"] };
    await expectFindings(targetLimits, { token, config: { targets: ["apipark"] } }, [
      {
        at: "claims.config.json#/tokens/token/algorithms",
        message: "APIPark cannot verify PS256.",
        help: "Sign with ES256.",
      },
    ]);
  });

  it.each([
    ["no target", [], { "https://acme.example/a": { type: "array" }, groups: { type: "array" } }],
    [
      "namespaced claims and Auth0's own",
      ["auth0"],
      { "https://acme.example/a": STRING, permissions: { type: "array" }, email: STRING },
    ],
    ["a domain that only ends like one of Auth0's", ["auth0"], { "https://notauth0.com/a": STRING }],
    ["plain values in Envoy", ["envoy"], { role: STRING, level: { type: "integer" } }],
    ["strings and Cognito's own claims", ["cognito"], { role: STRING, email_verified: { type: "boolean" } }],
    ["groups with their overage", ["entra"], { groups: { type: "array" }, _claim_names: OBJECT }],
    ["few custom claims", ["clerk"], { plan: { enum: ["free"] } }],
    ["names without dots", ["keycloak"], { role: STRING }],
  ])("accepts %s", async (_, targets, properties) => {
    await expectFindings(targetLimits, { schema: { properties }, config: { targets } }, []);
  });

  it.each(["kong", "apipark"])("accepts a token with an issuer and no audience for %s", async (target) => {
    const token = { issuer: "https://auth.acme.example", algorithms: ["ES256"] };
    await expectFindings(targetLimits, { token, config: { targets: [target] } }, []);
  });
});
