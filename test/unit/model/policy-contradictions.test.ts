import { describe, expect, it } from "vitest";
import { SchemaError } from "../../../src/errors.js";
import { refuseContradictions } from "../../../src/model/policy-contradictions.js";
import { demandedClaims } from "../../../src/model/policy-demands.js";
import { configOf, projectOf } from "../../support/project.js";
import { thrownBy } from "../../support/thrown-by.js";

const AUTH = "https://auth.acme.example";
const API = "https://api.acme.example";
const LOGIN = "https://login.acme.example/{tenant}";

type Members = Readonly<Record<string, unknown>>;

function demanded(properties: Members, token: Members = {}, beside: Members = {}) {
  return demandedClaims(projectOf(configOf(token), { "schema.json": { properties, ...beside } }));
}

describe("a claim set and a policy that contradict each other", () => {
  it.each([
    ["another issuer", { iss: { const: `${AUTH}/` } }, { issuer: AUTH }, "iss"],
    ["each of several issuers", { iss: { enum: ["a", "b"] } }, { issuer: ["c", "d"] }, "iss"],
    ["a pattern of other issuers", { iss: { type: "string", pattern: "^urn:" } }, { issuer: AUTH }, "iss"],
    ["no issuer of the policy's pattern", { iss: { pattern: "^https://auth\\." } }, { issuer: LOGIN }, "iss"],
    ["an issuer that is no URI", { iss: { type: "string", format: "uri" } }, { issuer: "acme" }, "iss"],
    ["another audience", { aud: { const: "https://old.acme.example" } }, { audience: API }, "aud"],
    ["an array of other audiences", { aud: { type: "array", items: { enum: ["a"] } } }, { audience: API }, "aud"],
    ["no audience at all", { aud: { type: "array", maxItems: 0 } }, { audience: [API, "b"] }, "aud"],
    ["a duration for exp", { exp: { type: "number", maximum: 3600 } }, {}, "exp"],
    ["milliseconds for exp", { exp: { type: "number", minimum: 1_700_000_000_000 } }, {}, "exp"],
    ["an iat that was", { iat: { const: 0 } }, {}, "iat"],
  ])("is refused for %s", (_, properties, token, claim) => {
    const error = thrownBy(() => refuseContradictions(demanded(properties, token)));
    expect(error).toBeInstanceOf(SchemaError);
    expect(error).toMatchObject({
      code: "contradicts_policy",
      at: { file: "schema.json", pointer: `/properties/${claim}` },
    });
  });

  it.each([
    ["one issuer of several", { iss: { enum: [AUTH, "a"] } }, { issuer: ["b", AUTH] }],
    ["some issuer of a pattern", { iss: { pattern: "/acme$" } }, { issuer: LOGIN }],
    ["any issuer, where the policy has none", { iss: { const: "a" } }, {}],
    ["the audience among others", { aud: { type: "array", contains: { const: API } } }, { audience: API }],
    ["one audience of several", { aud: { enum: ["a", API] } }, { audience: [API, "b"] }],
    ["times of this century", { exp: { minimum: 1_000_000_000, maximum: 4_102_444_800 } }, {}],
    ["the last time that can be", { exp: { minimum: 1e11 + 900 } }, {}],
    ["an iat that nobody writes", { iat: { const: 0 } }, { helpers: ["verify"] }],
  ])("is not: the claim set admits %s", (_, properties, token) => {
    const claims = demanded(properties, token);
    expect(() => refuseContradictions(claims)).not.toThrow();
  });

  it("is refused for an iat that a token to verify has to hold", () => {
    const claims = demanded({ iat: { const: 0 } }, { helpers: ["verify"] }, { required: ["iat"] });
    expect(() => refuseContradictions(claims)).toThrow('The schema of "iat" admits no time of our days');
  });

  it("is sought in a claim set that refers to itself", () => {
    const aud = { type: "array", items: { $ref: "#/properties/aud" } };
    const claims = demanded({ aud }, { audience: API });
    expect(() => refuseContradictions(claims)).toThrow('The schema of "aud" refuses the policy\'s audience');
  });

  it("is not sought in what applies in some cases only", () => {
    const branches = { anyOf: [{ properties: { iss: { const: "a" } } }, { properties: { role: true } }] };
    expect(demanded({}, { issuer: AUTH }, branches)).toEqual([]);
  });
});

it("nothing has to be proved of claims that say what their standard says", () => {
  const own = {
    iss: { type: "string", description: "Who.", "x-claimsmith-since": "1.0.0" },
    aud: { type: ["string", "array"] },
    exp: { type: "number" },
  };
  const shipped = Object.fromEntries(
    ["iss", "aud", "exp", "iat"].map((name) => [name, { $ref: `claimsmith:iana-jwt#/$defs/${name}` }]),
  );
  const token = { issuer: AUTH, audience: API };
  expect(demanded(own, token)).toEqual([]);
  expect(demanded(shipped, token)).toEqual([]);
  expect(demanded({}, token)).toEqual([]);
});
