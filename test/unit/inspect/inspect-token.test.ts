import { describe, expect, it } from "vitest";
import type { GivenKey } from "../../../src/inspect/signature-findings.js";
import { cpuTime } from "../../support/cpu-time.js";
import { encodePart, forgeToken, KEYS, NOW, SECRET } from "../../support/forge-token.js";
import {
  AUDIENCE,
  CLAIMS,
  HEADER,
  ISSUER,
  inspectSample,
  KEY,
  ROLE,
  sampleProject,
  sampleToken,
} from "../../support/inspect-sample.js";

const jwk = (key: typeof KEYS.ec.publicKey) => key.export({ format: "jwk" });

/** The findings of a text, as short as they can be compared: code, claim, what was expected. */
async function codes(text: string, context: Parameters<typeof inspectSample>[1] = {}) {
  const { findings } = await inspectSample(text, context);
  return findings.map(({ code, claim, expected }) => [code, claim, expected]);
}

/** The one finding's message. */
async function message(text: string, context: Parameters<typeof inspectSample>[1] = {}): Promise<string | undefined> {
  const { findings } = await inspectSample(text, context);
  expect(findings).toHaveLength(1);
  return findings[0]?.message;
}

const [encodedHeader = "", encodedPayload = "", encodedSignature = ""] = sampleToken().split(".");
const withParts = (...parts: readonly string[]): string => parts.join(".");

describe("a good token", () => {
  it("is acceptable and verified with its key", async () => {
    expect(await inspectSample(sampleToken(), { key: KEY })).toEqual({
      token: "access",
      acceptable: true,
      verified: true,
      findings: [],
      header: HEADER,
      claims: CLAIMS,
      description: "a signed token (JWT, RFC 7519)",
      notes: [],
      size: {
        bytes: 354,
        maxBytes: 8192,
        header: 67,
        payload: 199,
        signature: 86,
        claims: [
          { claim: ROLE, bytes: 48 },
          { claim: "iss", bytes: 46 },
          { claim: "aud", bytes: 44 },
          { claim: "iat", bytes: 23 },
          { claim: "exp", bytes: 23 },
          { claim: "sub", bytes: 15 },
        ],
      },
    });
  });

  it("is acceptable without a key, and nothing is called verified", async () => {
    const { acceptable, verified, notes } = await inspectSample(sampleToken());
    expect({ acceptable, verified, notes }).toEqual({
      acceptable: true,
      verified: false,
      notes: [
        "Nothing was verified: without a key, anyone can have written this token. Pass one with `--key` or `--jwks`.",
      ],
    });
  });

  it("is read with what came along when it was copied, which is said", async () => {
    const { acceptable, notes } = await inspectSample(`Authorization: Bearer "${sampleToken()}"\n`, { key: KEY });
    expect(acceptable).toBe(true);
    expect(notes).toEqual(['Read without the header name "Authorization", the prefix "Bearer" and quotes.']);
  });
});

describe("a text that is no token", () => {
  it.each([
    ["", "There is no token here. Check that the variable or the file that it came from holds a token."],
    [
      "0b81d5e2-7c1c-4d65-9f0e-000000000000",
      "This is no JSON Web Token; it looks like a UUID. Only its issuer can say what it stands for (RFC 7662, token introspection).",
    ],
    [
      '{"payload":"e30","signatures":[]}',
      "This is no JSON Web Token; it looks like a signed message in JSON serialization (RFC 7515 section 7.2). Pass a token in compact serialization: three parts with dots between them.",
    ],
  ])("is named: %s", async (text, want) => {
    expect(await message(text)).toBe(want);
    expect(await inspectSample(text)).toMatchObject({
      token: null,
      header: null,
      claims: null,
      description: null,
      size: null,
    });
  });

  it("is refused unread where it is longer than any token", async () => {
    expect(await message("e".repeat(1_048_577))).toBe(
      "The text is longer than 1 MiB, and no token is: it has not been looked at.",
    );
  });
});

describe("an encrypted token", () => {
  const header = encodePart({ alg: "RSA-OAEP-256", enc: "A256GCM", cty: "JWT", typ: "acme-access+jwt" });
  const text = withParts(header, "a", "b", "c", "d");

  it("is called that, with what was expected", async () => {
    const inspection = await inspectSample(text);
    expect(inspection).toMatchObject({ token: "access", acceptable: false, verified: false, claims: null, notes: [] });
    expect(inspection.header).toMatchObject({ alg: "RSA-OAEP-256", enc: "A256GCM" });
    expect(inspection.findings).toEqual([
      {
        code: "encrypted_token",
        claim: null,
        expected: "a token signed with ES256 or EdDSA",
        message:
          "The token is encrypted (JWE, five parts, the key by RSA-OAEP-256 and the content by A256GCM): its claims cannot be read without the key. Inside is another token, by its header. Decrypt it first, or have the issuer send a signed token.",
        refuses: true,
      },
    ]);
  });

  it("of no known kind is expected to be signed", async () => {
    const plain = withParts(encodePart({ alg: { toString: 1 }, enc: 5, cty: { toString: 1 } }), "", "", "", "");
    expect(await codes(plain)).toEqual([["encrypted_token", null, "a signed token of three parts"]]);
  });

  it("is not verified with a key, which is said", async () => {
    const { verified, notes } = await inspectSample(text, { key: KEY });
    expect({ verified, notes }).toEqual({
      verified: false,
      notes: ["The signature was not checked: the token cannot be read as it stands."],
    });
  });
});

describe("a malformed token", () => {
  const padded = `${Buffer.from(JSON.stringify({ ...CLAIMS, sub: "u12" })).toString("base64")}`;
  const part = (text: string | Uint8Array) => encodePart(text);

  it.each<[string, string, readonly string[]]>([
    [
      "two parts",
      withParts(encodedHeader, encodedPayload),
      ["The token has two parts and not three: its signature is missing, as if it were cut off."],
    ],
    ["four parts", withParts(encodedHeader, encodedPayload, "a", "b"), ["The token has 4 parts and not three."]],
    [
      "a hundred parts",
      `${encodedHeader}${".a".repeat(100)}`,
      [
        "The token has more than six parts and not three.",
        "The payload is a character too long or too short: it was cut or changed.",
      ],
    ],
    ["an empty payload", withParts(encodedHeader, "", encodedSignature), ["The payload is empty."]],
    [
      "padding",
      withParts(encodedHeader, `${encodedPayload}==`, encodedSignature),
      ['The payload is padded with "=", which a token leaves out (RFC 7515 section 2).'],
    ],
    [
      "standard base64",
      withParts(encodedHeader, encodedPayload, `+/${encodedSignature.slice(2)}`),
      ['The signature is in standard base64; a token is in base64url, with "-" and "_" for "+" and "/".'],
    ],
    [
      "a foreign character",
      withParts(encodedHeader, encodedPayload, `é${encodedSignature}`),
      ['The signature has "é" in it, which is not of base64url.'],
    ],
    [
      "a character too many",
      withParts(encodedHeader, encodedPayload, encodedSignature.slice(0, 85)),
      ["The signature is a character too long or too short: it was cut or changed."],
    ],
    [
      "stray bits",
      withParts(encodedHeader, encodedPayload, `${encodedSignature.slice(0, 85)}B`),
      ["The last character of the signature has stray bits: it was cut or changed."],
    ],
    [
      "bytes that are no text",
      withParts(encodedHeader, part(Uint8Array.of(0x7b, 0xff, 0x7d)), encodedSignature),
      ["The payload is not text in UTF-8."],
    ],
    [
      "a byte order mark",
      withParts(encodedHeader, part(`\ufeff${JSON.stringify(CLAIMS)}`), encodedSignature),
      ["The payload begins with a byte order mark."],
    ],
    ["a list", withParts(encodedHeader, part("[1]"), encodedSignature), ["The payload is JSON, but not an object."]],
    ["no JSON", withParts(encodedHeader, part("hello"), encodedSignature), ["The payload is not JSON."]],
    [
      "JSON with a fault",
      withParts(encodedHeader, part('{"a":x}'), encodedSignature),
      ["The payload is not JSON: there is a fault at character 6 of 7."],
    ],
    [
      "JSON that was cut off",
      withParts(encodedHeader, part('{"a":1,'), encodedSignature),
      ["The payload is JSON that ends too early: it was cut off."],
    ],
    [
      "a name twice",
      withParts(encodedHeader, part('{"sub":"a","exp":1,"sub":"b"}'), encodedSignature),
      ['The payload has the member "sub" twice; readers differ on which counts.'],
    ],
    [
      "a name twice before a fault",
      withParts(encodedHeader, part('{"sub":"a","sub":x}'), encodedSignature),
      ['The payload has the member "sub" twice; readers differ on which counts.'],
    ],
    [
      "nesting beyond reason",
      withParts(encodedHeader, part(`{"a":${"[".repeat(200)}${"]".repeat(200)}}`), encodedSignature),
      ["The payload is nested deeper than 128 levels."],
    ],
    [
      "nesting beyond any stack",
      withParts(encodedHeader, part(`{"a":${"[".repeat(10_000)}${"]".repeat(10_000)}}`), encodedSignature),
      ["The payload is nested deeper than 128 levels."],
    ],
    [
      "a header that is no JSON",
      withParts("eyJh", encodedPayload, encodedSignature),
      ["The header is JSON that ends too early: it was cut off."],
    ],
  ])("of %s says what is wrong with which part", async (_, text, want) => {
    const { findings } = await inspectSample(text, { key: KEY });
    const malformed = findings.filter(({ code }) => code === "malformed_token");
    expect(malformed.map((finding) => finding.message)).toEqual(want);
    expect(malformed.every(({ expected }) => expected === "three parts in base64url, with dots between them")).toBe(
      true,
    );
  });

  it("is read all the same where that can be done", async () => {
    const inspection = await inspectSample(withParts(encodedHeader, padded, encodedSignature), { key: KEY });
    expect(inspection).toMatchObject({ token: "access", verified: false, header: HEADER, claims: { sub: "u12" } });
  });
});

describe("the signature", () => {
  const edited = withParts(encodedHeader, encodePart({ ...CLAIMS, sub: "root" }), encodedSignature);
  const EDITED =
    "The signature does not belong to this token and key: the token was edited after it was signed, or another key signed it. Do not trust it.";

  it.each<[string, string, GivenKey, string, string]>([
    ["of an edited token", edited, KEY, "invalid_signature", EDITED],
    ["of another key", sampleToken(), { key: KEYS.ecOther.publicKey }, "invalid_signature", EDITED],
    [
      "that was cut",
      withParts(encodedHeader, encodedPayload, encodedSignature.slice(0, 40)),
      KEY,
      "invalid_signature",
      "The signature has 30 bytes, and one of ES256 has 64: it was cut or changed.",
    ],
    [
      "in DER form",
      withParts(encodedHeader, encodedPayload, encodePart(Uint8Array.from([0x30, ...new Array<number>(70).fill(1)]))),
      KEY,
      "invalid_signature",
      "The signature is in DER form, and ES256 takes the two numbers as they are, 64 bytes (RFC 7518 section 3.4).",
    ],
    [
      "with a private key",
      sampleToken(),
      { key: jwk(KEYS.ec.privateKey) },
      "invalid_key",
      "A private JWK was given where a public one is enough: keep it with the issuer. Pass a key that is made for the algorithm and for this operation.",
    ],
    [
      "with a key for another algorithm",
      sampleToken(),
      { key: jwk(KEYS.rsa.publicKey) },
      "invalid_key",
      'The JWK\'s "kty" is not "EC". Pass a key that is made for the algorithm and for this operation.',
    ],
    [
      "with a set without its key",
      sampleToken(),
      { key: { keys: [{ ...jwk(KEYS.ec.publicKey), kid: "k2" }] } },
      "key_not_found",
      'No key of the key set can serve for this token. Check the key set, and the key id in the token\'s header. The header\'s "kid" is "k1".',
    ],
    [
      "without a key id and a key that fits",
      sampleToken({}, { kid: undefined }),
      { key: { keys: [] } },
      "key_not_found",
      'No key of the key set can serve for this token. Check the key set, and the key id in the token\'s header. The header has no "kid".',
    ],
    [
      "with a set that could not be fetched",
      sampleToken(),
      { unavailable: "The key set could not be fetched." },
      "jwks_unavailable",
      "The key set could not be fetched.",
    ],
  ])("%s is a fault", async (_, text, key, code, want) => {
    const inspection = await inspectSample(text, { key });
    expect(inspection.verified).toBe(false);
    expect(inspection.acceptable).toBe(false);
    expect(inspection.findings.map((finding) => [finding.code, finding.message])).toEqual([[code, want]]);
  });

  it("that is missing is a fault without a key too", async () => {
    expect(await codes(`${encodedHeader}.${encodedPayload}.`)).toEqual([["invalid_signature", null, null]]);
  });

  it("that no key can verify is pointed out without a key", async () => {
    const { acceptable, notes } = await inspectSample(withParts(encodedHeader, encodedPayload, "c2ln"));
    expect(acceptable).toBe(true);
    expect(notes[1]).toBe(
      "No key will verify this token. The signature has 3 bytes, and one of ES256 has 64: it was cut or changed.",
    );
  });

  it("is verified where only the claims are wrong", async () => {
    const { verified, acceptable } = await inspectSample(sampleToken({ exp: undefined, sub: 5 }), { key: KEY });
    expect({ verified, acceptable }).toEqual({ verified: true, acceptable: false });
  });

  it.each<[string, object, string]>([
    [
      "an algorithm that is not allowed",
      { alg: "HS256" },
      "The signature was not checked: its algorithm is not allowed.",
    ],
    ["a critical extension", { crit: ["x"] }, "The signature was not checked: the header has to be mended first."],
  ])("is not checked with %s, which is said", async (_, header, want) => {
    const { verified, notes } = await inspectSample(sampleToken({}, header), { key: KEY });
    expect({ verified, notes }).toEqual({ verified: false, notes: [want] });
  });

  it("is not checked for an algorithm that is not known, without a config", async () => {
    const { notes } = await inspectSample(sampleToken({}, { alg: "ES256K" }), { key: KEY, project: null });
    expect(notes).toContain("The signature was not checked: its algorithm is not known here.");
  });
});

describe("the header", () => {
  it.each<[string, object, string, string | null, string]>([
    [
      "alg none",
      { alg: "none" },
      "algorithm_not_allowed",
      "ES256 or EdDSA",
      'The token is not signed: its "alg" is "none". Anyone can write one.',
    ],
    ["no alg", { alg: undefined }, "algorithm_not_allowed", "ES256 or EdDSA", 'The header has no "alg".'],
    [
      "an alg that is no string",
      { alg: 1 },
      "algorithm_not_allowed",
      "ES256 or EdDSA",
      'Header member "alg" is not a string.',
    ],
    [
      "an alg in another case",
      { alg: "es256" },
      "algorithm_not_allowed",
      "ES256 or EdDSA",
      'There is no algorithm "es256"; did you mean "ES256"? Case counts.',
    ],
    [
      "an alg that the policy does not list",
      { alg: "RS256" },
      "algorithm_not_allowed",
      "ES256 or EdDSA",
      'The policy does not allow the algorithm "RS256".',
    ],
    [
      "an alg that nobody knows",
      { alg: "X1" },
      "algorithm_not_allowed",
      "ES256 or EdDSA",
      'The algorithm "X1" is not known here.',
    ],
    [
      "a secret where a key pair is expected",
      { alg: "HS256" },
      "algorithm_not_allowed",
      "ES256 or EdDSA",
      'The policy does not allow the algorithm "HS256". A secret where a key pair is expected may be an attack (RFC 8725 section 2.1).',
    ],
    [
      "crit and b64",
      { crit: ["b64"], b64: false },
      "malformed_token",
      null,
      'The header has "crit" and "b64", and no extension is understood here (RFC 7515 section 4.1.11).',
    ],
    [
      "another typ",
      { typ: "JWT" },
      "type_mismatch",
      "acme-access+jwt",
      'The header\'s "typ" is "JWT", and not that of this kind of token.',
    ],
    [
      "no typ",
      { typ: undefined },
      "type_mismatch",
      "acme-access+jwt",
      'The header has no "typ", which tells kinds of tokens apart.',
    ],
    ["a typ that is no string", { typ: 1 }, "type_mismatch", "acme-access+jwt", 'Header member "typ" is not a string.'],
    ["a kid that is no string", { kid: 1 }, "malformed_token", null, 'Header member "kid" is not a string.'],
  ])("with %s is a fault", async (_, header, code, expected, want) => {
    expect((await inspectSample(sampleToken({}, header))).findings).toEqual([
      { code, claim: null, expected, message: want, refuses: true },
    ]);
  });

  it("with keys of its own is pointed out", async () => {
    const { acceptable, notes } = await inspectSample(sampleToken({}, { jwk: {}, jku: "https://x.example" }), {
      key: KEY,
    });
    expect(acceptable).toBe(true);
    expect(notes).toEqual([
      "The header brings keys along (jwk, jku); they are never followed (RFC 8725 section 3.10).",
    ]);
  });
});

describe("the times", () => {
  it.each<[string, object, string, string, string | null, string]>([
    [
      "that have passed",
      { exp: NOW - 3 * 3600, iat: NOW - 3 * 3600 - 600 },
      "expired",
      "exp",
      null,
      'The token expired 3 hours ago: "exp" is 2024-12-31 21:00:00 UTC.',
    ],
    [
      "of which exp is a duration",
      { exp: 900, iat: undefined },
      "expired",
      "exp",
      null,
      'The token has expired: "exp" is 1970-01-01 00:15:00 UTC. That reads like a duration, and "exp" is a time: the seconds since 1970 at which the token ends.',
    ],
    [
      "of which nbf is still to come",
      { nbf: NOW + 120 },
      "not_yet_valid",
      "nbf",
      null,
      'The token is not valid yet: "nbf" is 2025-01-01 00:02:00 UTC, in 2 minutes.',
    ],
    [
      "of which iat is still to come",
      { iat: NOW + 90 },
      "not_yet_valid",
      "iat",
      null,
      'The token comes from the future: "iat" is 2025-01-01 00:01:30 UTC, in 1 minute and 30 seconds. Check the clocks of both sides.',
    ],
    [
      "of which exp is in milliseconds",
      { exp: (NOW + 600) * 1000 },
      "invalid",
      "exp",
      "1735690200",
      'Claim "exp" is in milliseconds; a time is in seconds since 1970 (RFC 7519 section 2). It was probably meant to be 1735690200 (2025-01-01 00:10:00 UTC, in 10 minutes).',
    ],
    [
      "of which iat is in milliseconds",
      { iat: NOW * 1000 },
      "invalid",
      "iat",
      "1735689600",
      'Claim "iat" is in milliseconds; a time is in seconds since 1970 (RFC 7519 section 2). It was probably meant to be 1735689600 (2025-01-01 00:00:00 UTC, now).',
    ],
    [
      "of which nbf is in microseconds",
      { nbf: NOW * 1e6 },
      "invalid",
      "nbf",
      "1735689600",
      'Claim "nbf" is in microseconds; a time is in seconds since 1970 (RFC 7519 section 2). It was probably meant to be 1735689600 (2025-01-01 00:00:00 UTC, now).',
    ],
    [
      "of which nbf is in nanoseconds",
      { nbf: (NOW - 1) * 1e9 },
      "invalid",
      "nbf",
      "1735689599",
      'Claim "nbf" is in nanoseconds; a time is in seconds since 1970 (RFC 7519 section 2). It was probably meant to be 1735689599 (2024-12-31 23:59:59 UTC, 1 second ago).',
    ],
    [
      "that lie too far apart",
      { iat: NOW, exp: NOW + 86_400 },
      "lifetime_exceeded",
      "exp",
      "15 minutes",
      'The token lives 1 day from "iat" to "exp", and the policy allows 15 minutes.',
    ],
    [
      "that end too late, without iat",
      { iat: undefined, exp: NOW + 7200 },
      "lifetime_exceeded",
      "exp",
      "15 minutes",
      'The token still lives 2 hours, and the policy allows 15 minutes. Without "iat" the time until "exp" counts.',
    ],
  ])("%s are a fault", async (_, claims, code, claim, expected, want) => {
    expect((await inspectSample(sampleToken(claims))).findings).toEqual([
      { code, claim, expected, message: want, refuses: true },
    ]);
  });

  it("are all reported, those of a wrong unit first", async () => {
    const token = sampleToken({ exp: NOW - 60, iat: NOW + 120, nbf: NOW * 1000 });
    expect(await codes(token)).toEqual([
      ["invalid", "nbf", "1735689600"],
      ["expired", "exp", null],
      ["not_yet_valid", "iat", null],
    ]);
  });

  it("are given the policy's tolerance", async () => {
    const project = sampleProject({ clockTolerance: "5m" });
    expect(await codes(sampleToken({ exp: NOW - 299 }), { project })).toEqual([]);
    expect(await codes(sampleToken({ exp: NOW - 300 }), { project })).toEqual([["expired", "exp", null]]);
  });
});

describe("the claims", () => {
  it.each<[string, object, string, string, string | null, string]>([
    ["one is missing", { sub: undefined }, "missing", "sub", null, 'Claim "sub" is missing.'],
    ["exp is missing", { exp: undefined }, "missing", "exp", null, 'Claim "exp" is missing.'],
    ["iss is missing", { iss: undefined }, "missing", "iss", null, 'Claim "iss" is missing.'],
    [
      "one lacks its namespace",
      { [ROLE]: undefined, role: "admin" },
      "misnamed",
      "role",
      ROLE,
      `Claim "role" is not in the claim set; did you mean "${ROLE}"?`,
    ],
    [
      "exp has another name",
      { exp: undefined, Exp: NOW + 60 },
      "misnamed",
      "Exp",
      "exp",
      'Claim "Exp" is not in the claim set; did you mean "exp"?',
    ],
    [
      "one is of the wrong type",
      { sub: 42 },
      "invalid",
      "sub",
      "a string",
      'Claim "sub" must be a string. It came as a number.',
    ],
    [
      "exp is text",
      { exp: "1735690200" },
      "invalid",
      "exp",
      "a number",
      'Claim "exp" must be a number. It came as a string of digits.',
    ],
    [
      "one is of none of its values",
      { [ROLE]: "owner" },
      "invalid",
      ROLE,
      'one of "admin", "member"',
      `Claim "${ROLE}" must be one of "admin", "member". It came as a string.`,
    ],
    [
      "one within another is wrong",
      { tenant: { id: null } },
      "invalid",
      "tenant",
      "a string",
      'Claim "tenant" at "/tenant/id" must be a string. It came as null.',
    ],
    [
      "a member of one is missing",
      { tenant: {} },
      "missing",
      "tenant",
      null,
      'Claim "tenant" at "/tenant/id" is missing.',
    ],
  ])("are refused where %s", async (_, claims, code, claim, expected, want) => {
    expect((await inspectSample(sampleToken(claims))).findings).toEqual([
      { code, claim, expected, message: want, refuses: true },
    ]);
  });

  it("are let pass where consumers ignore them, which is said", async () => {
    const inspection = await inspectSample(sampleToken({ colour: 1, emailVerified: true }));
    expect(inspection.acceptable).toBe(true);
    expect(inspection.findings).toEqual([
      {
        code: "misnamed",
        claim: "emailVerified",
        expected: "email_verified",
        message: 'Claim "emailVerified" is not in the claim set; did you mean "email_verified"?',
        refuses: false,
      },
      {
        code: "unknown",
        claim: "colour",
        expected: null,
        message: 'Claim "colour" is not in the claim set; consumers ignore it.',
        refuses: false,
      },
    ]);
  });

  it("are refused for an undeclared one where the policy says so", async () => {
    const inspection = await inspectSample(sampleToken({ colour: 1 }), {
      project: sampleProject({ unknownClaims: "reject" }),
    });
    expect(inspection.findings).toEqual([
      {
        code: "unknown",
        claim: "colour",
        expected: null,
        message: 'Claim "colour" is not in the claim set.',
        refuses: true,
      },
    ]);
  });

  it("are shown whole where the policy strips them", async () => {
    const inspection = await inspectSample(sampleToken({ colour: 1 }), {
      project: sampleProject({ unknownClaims: "strip" }),
    });
    expect(inspection).toMatchObject({ acceptable: true, claims: { colour: 1 } });
  });

  it("may have the names of what every object has", async () => {
    const claims = JSON.parse('{"__proto__":{"a":1},"constructor":1,"toString":2,"hasOwnProperty":3}') as object;
    const inspection = await inspectSample(sampleToken(claims));
    expect(inspection.acceptable).toBe(true);
    expect(inspection.findings.map(({ claim }) => claim)).toEqual([
      "__proto__",
      "constructor",
      "toString",
      "hasOwnProperty",
    ]);
    expect(Object.keys(inspection.claims ?? {})).toContain("__proto__");
  });
});

describe("issuer and audience", () => {
  it.each<[string, object, string, string, string, string]>([
    [
      "another issuer",
      { iss: "https://evil.example" },
      "issuer_mismatch",
      "iss",
      ISSUER,
      'Claim "iss" is not an issuer that is accepted here.',
    ],
    [
      "a slash too many",
      { iss: `${ISSUER}/` },
      "issuer_mismatch",
      "iss",
      ISSUER,
      'Claim "iss" is not an issuer that is accepted here. Only case or a slash at its end differs, and both count.',
    ],
    [
      "another audience",
      { aud: ["https://other.example"] },
      "audience_mismatch",
      "aud",
      AUDIENCE,
      'Claim "aud" names no audience that is accepted here: the token is meant for somebody else.',
    ],
  ])("are refused for %s", async (_, claims, code, claim, expected, want) => {
    expect((await inspectSample(sampleToken(claims))).findings).toEqual([
      { code, claim, expected, message: want, refuses: true },
    ]);
  });
});

describe("an issuer that may be any of a pattern", () => {
  const pattern = "https://login.acme.example/{tenant}/v2.0";
  const project = sampleProject({ issuer: [ISSUER, pattern] });
  const refused = 'Claim "iss" is not an issuer that is accepted here.';

  it.each([[ISSUER], ["https://login.acme.example/t-1/v2.0"]])("is accepted: %s", async (iss) => {
    const { token, acceptable } = await inspectSample(sampleToken({ iss }), { project, key: KEY });
    expect({ token, acceptable }).toEqual({ token: "access", acceptable: true });
  });

  it.each([
    ["https://login.acme.example/t/v1.0", refused],
    [
      pattern,
      `${refused} A placeholder stands for one segment of letters, digits and \`-._~\`, and not for dots alone.`,
    ],
    [
      "https://login.acme.example/../v2.0",
      `${refused} A placeholder stands for one segment of letters, digits and \`-._~\`, and not for dots alone.`,
    ],
    ["https://Login.acme.example/T/v2.0/", `${refused} Only case or a slash at its end differs, and both count.`],
  ])("is refused, with the pattern that was expected: %s", async (iss, message) => {
    const { findings } = await inspectSample(sampleToken({ iss }), { project });
    const expected = `${ISSUER} or ${pattern}`;
    expect(findings).toEqual([{ code: "issuer_mismatch", claim: "iss", expected, message, refuses: true }]);
  });
});

describe("the size", () => {
  it("over the policy's limit is a fault that names the largest claim", async () => {
    const project = sampleProject({ maxTokenBytes: 400 });
    const { findings } = await inspectSample(sampleToken({ sub: "x".repeat(300) }), { project });
    expect(findings).toEqual([
      {
        code: "token_too_large",
        claim: null,
        expected: "at most 400 bytes",
        message:
          'The token has 751 bytes, and the policy allows 400. Its largest claim, "sub", takes about 412 of them.',
        refuses: true,
      },
    ]);
  });
});

describe("what is wrong in several ways", () => {
  it("is said in the order in which to mend it", async () => {
    const token = sampleToken(
      {
        exp: NOW - 60,
        iat: NOW - 7200,
        iss: "x",
        aud: "y",
        sub: 1,
        [ROLE]: undefined,
        Role: "admin",
        tenant: {},
        colour: 1,
      },
      { alg: "HS256", typ: "JWT" },
    );
    const project = sampleProject({ maxTokenBytes: 100, unknownClaims: "reject" });
    expect((await codes(token, { project, token: "access" })).map(([code, claim]) => `${code} ${claim}`)).toEqual([
      "algorithm_not_allowed null",
      "type_mismatch null",
      "expired exp",
      "missing tenant",
      "misnamed Role",
      "invalid sub",
      "unknown colour",
      "issuer_mismatch iss",
      "audience_mismatch aud",
      "lifetime_exceeded exp",
      "token_too_large null",
    ]);
  });
});

describe("without a config", () => {
  const NOTE = "No claims.config.json was found, so the token is held against RFC 7519 alone.";

  it("a token is held against RFC 7519 alone, which is said", async () => {
    const inspection = await inspectSample(forgeToken({ alg: "HS256" }, { sub: "a", scope: "read" }, SECRET), {
      project: null,
    });
    expect(inspection).toMatchObject({
      token: null,
      acceptable: true,
      verified: false,
      findings: [],
      description: "an access token, by its claims",
    });
    expect(inspection.notes[0]).toBe(NOTE);
  });

  it("a key verifies it", async () => {
    const text = forgeToken({ alg: "HS256" }, { sub: "a" }, SECRET);
    expect(await inspectSample(text, { project: null, key: { key: SECRET } })).toMatchObject({
      acceptable: true,
      verified: true,
    });
  });

  it.each<[string, object, object, readonly (readonly [string, string | null])[]]>([
    ["no signature", { alg: "none" }, {}, [["algorithm_not_allowed", null]]],
    ["an algorithm in the wrong case", { alg: "hs256" }, {}, [["algorithm_not_allowed", null]]],
    ["times that have passed", { alg: "HS256" }, { exp: NOW - 1 }, [["expired", "exp"]]],
    ["milliseconds", { alg: "HS256" }, { exp: NOW * 1000 }, [["invalid", "exp"]]],
    [
      "registered claims of the wrong type",
      { alg: "HS256" },
      { sub: 1, aud: [2], iat: "x" },
      [
        ["invalid", "sub"],
        ["invalid", "aud"],
        ["invalid", "iat"],
      ],
    ],
  ])("%s is a fault all the same", async (_, header, claims, want) => {
    const { findings } = await inspectSample(forgeToken(header, claims, SECRET), { project: null });
    expect(findings.map(({ code, claim }) => [code, claim])).toEqual(want);
  });

  it("a token too long to validate is said to be that", async () => {
    const text = forgeToken({ alg: "HS256" }, { sub: 1, a: "x".repeat(40_000) }, SECRET);
    const { findings, notes } = await inspectSample(text, { project: null });
    expect(findings).toEqual([]);
    expect(notes).toContain("The token is so long that its claims were not held against the claim set.");
  });
});

describe("time", () => {
  const within = async (text: string, milliseconds = 5000) => {
    const start = cpuTime();
    await inspectSample(text);
    expect(cpuTime() - start).toBeLessThan(milliseconds);
  };
  const members = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`m${index}`, index]));

  it.each<[string, string]>([
    ["garbage", "\u0000é.".repeat(300_000)],
    ["dots", ".".repeat(1_000_000)],
    ["quotes", '"'.repeat(1_000_000)],
    ["spaces before a token", `e${" y".repeat(500_000)}`],
    ["parameters", `token=${"a=ey".repeat(250_000)}`],
    ["one part", "eyJ".repeat(300_000)],
    ["brackets", "[".repeat(1_000_000)],
    ["less-than signs", "<".repeat(1_000_000)],
    ["a long header", `${encodePart(members(40_000))}.${encodedPayload}.${encodedSignature}`],
    ["thousands of undeclared claims", sampleToken(members(40_000))],
    ["thousands of undeclared members of a claim", sampleToken({ tenant: { id: "t", ...members(2000) } })],
    ["thousands of audiences that are none", sampleToken({ aud: new Array(100_000).fill(1) })],
  ])("is bounded for %s", (_, text) => within(text));
});
