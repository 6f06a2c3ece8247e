import { describe, expect, it } from "vitest";
import { consumerDefinition } from "../../../src/inspect/consumer-definition.js";
import { inspectClaims } from "../../../src/inspect/inspect-claims.js";
import { plainDefinition } from "../../../src/inspect/plain-definition.js";
import { registeredClaimsSchema } from "../../../src/model/standard-claims.js";
import { compileSchema } from "../../../src/schema/compile/compile.js";
import { NOW } from "../../support/forge-token.js";
import { CLAIMS, inspectSample, KEY, ROLE, sampleProject, sampleToken } from "../../support/inspect-sample.js";

const project = sampleProject();
const kinds = project.tokens.map((token) => ({
  key: token.key,
  definition: consumerDefinition(token, project.namespaces),
}));
const plain = compileSchema(registeredClaimsSchema());

const inspect = (text: string, token: string | null = null) =>
  inspectClaims(text, { kinds, token, now: NOW, plain: (header) => plainDefinition(header, plain) });

describe("claims in JSON", () => {
  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["good ones", {}],
    ["one too few", { [ROLE]: undefined }],
    ["one under a wrong name", { sub: undefined, Sub: "u1" }],
    ["wrong values", { [ROLE]: "owner", tenant: {}, email_verified: "true" }],
    ["an end in the past", { exp: NOW - 10, iat: NOW - 100 }],
    ["times in milliseconds", { exp: (NOW + 600) * 1000 }],
    ["too long a life", { exp: NOW + 86_400 }],
    ["a time in the future", { nbf: NOW + 100 }],
    ["another audience", { aud: "https://other.example" }],
    ["undeclared ones", { extra: 1, constructor: 1 }],
    ["hostile names", JSON.parse('{ "__proto__": { "a": 1 }, "toJSON": 1 }')],
  ])("are judged as those of a token with a good signature: %s", async (_, changes) => {
    const claims = { ...CLAIMS, ...changes };
    const of = inspect(` ${JSON.stringify(claims, null, 2)};\n`);
    const inspection = await inspectSample(sampleToken(changes), { key: KEY });
    expect(of?.findings).toEqual(inspection.findings);
    expect(of?.token).toBe("access");
    expect(of?.acceptable).toBe(inspection.acceptable);
    expect(of).toMatchObject({ verified: false, header: null, claims: JSON.parse(JSON.stringify(claims)) });
  });

  it("are held against the kind that is named", () => {
    expect(inspect('{ "anything": 1 }', "session")).toMatchObject({ token: "session", acceptable: false });
  });

  it("of no kind are held against RFC 7519", () => {
    expect(inspect('{ "exp": "soon" }')?.findings.map(({ code }) => code)).toEqual(["type_mismatch", "invalid"]);
  });

  it("that are too long for a token are told so, without work", () => {
    const of = inspect(JSON.stringify({ ...CLAIMS, extra: "x".repeat(50_000) }));
    expect(of?.findings.map(({ code }) => code)).toEqual(["token_too_large"]);
    expect(of?.notes).toEqual(["They are so long that they were not held against the claim set."]);
  });

  it.each([
    ["{", "The text is JSON that ends too early: it was cut off."],
    ['{ "iss": "x", }', "The text is not JSON: there is a fault at character 13 of 15."],
    [`{"a":${"[".repeat(500)}`, "The text is nested deeper than 128 levels."],
  ])("that cannot be read are told where: %s", (text, fault) => {
    expect(inspect(text)).toMatchObject({
      description: null,
      claims: null,
      findings: [{ code: "malformed_token", message: expect.stringContaining(fault) }],
    });
  });

  it("with a name twice are read, and refused", () => {
    const text = JSON.stringify(CLAIMS).replace("{", '{"sub":"u2",');
    expect(inspect(text)?.findings).toMatchObject([
      { code: "malformed_token", message: expect.stringContaining('"sub" twice') },
    ]);
  });

  it.each([
    ["a token", sampleToken()],
    ["words", "hello"],
    ["a list", "[1]"],
    ["a header", '{ "alg": "ES256", "typ": "at+jwt" }'],
    ["a key", '{ "kty": "EC", "sub": "x" }'],
    ["an answer of a server", '{ "access_token": "x", "iss": "x" }'],
    ["any other object", '{ "hello": "world" }'],
    ["what is too long to be looked at", `{"iss":"${"x".repeat(1_100_000)}"}`],
  ])("are not seen in %s", (_, text) => {
    expect(inspect(text)).toBeNull();
  });
});
