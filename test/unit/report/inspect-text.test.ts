import { describe, expect, it } from "vitest";
import type { Style } from "../../../src/report/error-text.js";
import { inspectText } from "../../../src/report/inspect-text.js";
import { encodePart, forgeToken, KEYS, NOW } from "../../support/forge-token.js";
import { HEADER, inspectSample, KEY, ROLE, sampleToken } from "../../support/inspect-sample.js";

const plain = (text: string): string => text;
const PLAIN: Style = { red: plain, bold: plain, dim: plain };
const MARKED: Style = {
  red: (text) => `<r>${text}</r>`,
  bold: (text) => `<b>${text}</b>`,
  dim: (text) => `<d>${text}</d>`,
};

const WRONG = sampleToken(
  { exp: NOW - 60, [ROLE]: undefined, role: "admin", emailVerified: true, colour: 1, sub: undefined },
  { typ: "JWT" },
);

describe("inspectText", () => {
  it("sets header, claims and verdict side by side where there are 100 columns", async () => {
    const inspection = await inspectSample(WRONG, { key: KEY });
    expect(inspectText(inspection, PLAIN, 100)).toMatchInlineSnapshot(`
      "access: not acceptable, 4 faults; its signature is verified.

      HEADER         │ CLAIMS                                   │ VERDICT
        alg  "ES256" │   iss  "https://auth.acme.example"       │ 1. type_mismatch
        typ  "JWT"   │   aud  "https://api.acme.example"        │    The header's "typ" is "JWT", and not
        kid  "k1"    │   iat  1735689540                        │    that of this kind of token.
                     │     2024-12-31 23:59:00 UTC              │    expected: acme-access+jwt
                     │ ! exp  1735689540                        │ 2. expired exp
                     │     2024-12-31 23:59:00 UTC              │    The token expired 1 minute ago: "exp"
                     │ ! role  "admin"                          │    is 2024-12-31 23:59:00 UTC.
                     │ ! emailVerified  true                    │ 3. missing sub
                     │ ! colour  1                              │    Claim "sub" is missing.
                     │                                          │ 4. misnamed role
                     │                                          │    Claim "role" is not in the claim set;
                     │                                          │    did you mean
                     │                                          │    "https://acme.example/role"?
                     │                                          │ the signature is verified
                     │                                          │
                     │                                          │ not refused, but look at:
                     │                                          │    Claim "emailVerified" is not in the
                     │                                          │    claim set; did you mean
                     │                                          │    "email_verified"?
                     │                                          │    Ignored, as not in the claim set:
                     │                                          │    colour.

      Size: 338 of at most 8192 bytes (header 51, payload 199, signature 86). By claim, about: iss 46, aud
      44, emailVerified 28, iat 23, exp 23 and 2 more.
      "
    `);
  });

  it("stacks them where there are fewer", async () => {
    const inspection = await inspectSample(WRONG);
    expect(inspectText(inspection, PLAIN, 72)).toMatchInlineSnapshot(`
      "access: not acceptable, 4 faults; nothing was verified.

      HEADER
        alg  "ES256"
        typ  "JWT"
        kid  "k1"

      CLAIMS
        iss  "https://auth.acme.example"
        aud  "https://api.acme.example"
        iat  1735689540
          2024-12-31 23:59:00 UTC
      ! exp  1735689540
          2024-12-31 23:59:00 UTC
      ! role  "admin"
      ! emailVerified  true
      ! colour  1

      VERDICT
      1. type_mismatch
         The header's "typ" is "JWT", and not that of this kind of token.
         expected: acme-access+jwt
      2. expired exp
         The token expired 1 minute ago: "exp" is 2024-12-31 23:59:00 UTC.
      3. missing sub
         Claim "sub" is missing.
      4. misnamed role
         Claim "role" is not in the claim set; did you mean
         "https://acme.example/role"?

      not refused, but look at:
         Claim "emailVerified" is not in the claim set; did you mean
         "email_verified"?
         Ignored, as not in the claim set: colour.

      Size: 338 of at most 8192 bytes (header 51, payload 199, signature 86).
      By claim, about: iss 46, aud 44, emailVerified 28, iat 23, exp 23 and 2
      more.

      Nothing was verified: without a key, anyone can have written this token.
      Pass one with \`--key\` or \`--jwks\`.
      "
    `);
  });

  it("says so where nothing is wrong", async () => {
    const inspection = await inspectSample(`Bearer ${sampleToken()}`, { key: KEY });
    expect(inspectText(inspection, PLAIN, 120)).toMatchInlineSnapshot(`
      "access: no fault found, and its signature is verified.

      HEADER                   │ CLAIMS                                        │ VERDICT
        alg  "ES256"           │   iss  "https://auth.acme.example"            │ no fault found
        typ  "acme-access+jwt" │   aud  "https://api.acme.example"             │ the signature is verified
        kid  "k1"              │   iat  1735689540                             │
                               │     2024-12-31 23:59:00 UTC                   │
                               │   exp  1735690200                             │
                               │     2025-01-01 00:10:00 UTC                   │
                               │   sub  "u1"                                   │
                               │   https://acme.example/role  "admin"          │

      Size: 354 of at most 8192 bytes (header 67, payload 199, signature 86). By claim, about: https://acme.example/role 48,
      iss 46, aud 44, iat 23, exp 23 and 1 more.

      Read without the prefix "Bearer".
      "
    `);
  });

  it("says of an encrypted token that its claims cannot be read", async () => {
    const text = `${encodePart({ alg: "dir", enc: "A256GCM" })}..a.b.c`;
    expect(inspectText(await inspectSample(text), PLAIN, 100)).toMatchInlineSnapshot(`
      "An encrypted token (JWE, RFC 7516): not acceptable, 1 fault; nothing was verified.

      HEADER           │ CLAIMS                                  │ VERDICT
        alg  "dir"     │ cannot be read                          │ 1. encrypted_token
        enc  "A256GCM" │                                         │    The token is encrypted (JWE, five
                       │                                         │    parts, the key by dir and the
                       │                                         │    content by A256GCM): its claims
                       │                                         │    cannot be read without the key.
                       │                                         │    Decrypt it first, or have the issuer
                       │                                         │    send a signed token.
                       │                                         │    expected: a signed token of three
                       │                                         │    parts

      Size: 46 bytes (header 39, payload 1, signature 0).
      "
    `);
  });

  it("says what it is that is no token", async () => {
    expect(inspectText(await inspectSample("deadbeefdeadbeef"), PLAIN, 72)).toMatchInlineSnapshot(`
      "No token: not acceptable, 1 fault; nothing was verified.

      1. malformed_token
         This is no JSON Web Token; it looks like a number in hexadecimal, as
         session ids and opaque tokens are. Only its issuer can say what it
         stands for (RFC 7662, token introspection).
         expected: three parts in base64url, with dots between them
      "
    `);
  });

  it("says what a token is that no config describes", async () => {
    const text = forgeToken({ alg: "ES256", typ: "at+jwt" }, {}, KEYS.ec.privateKey);
    expect(inspectText(await inspectSample(text, { project: null }), PLAIN, 72)).toMatchInlineSnapshot(`
      "An OAuth 2.0 access token (RFC 9068): no fault found, but nothing was
      verified.

      HEADER
        alg  "ES256"
        typ  "at+jwt"

      CLAIMS
      empty

      VERDICT
      no fault found

      Size: 131 bytes (header 40, payload 3, signature 86).

      No claims.config.json was found, so the token is held against RFC 7519
      alone.

      Nothing was verified: without a key, anyone can have written this token.
      Pass one with \`--key\` or \`--jwks\`.
      "
    `);
  });

  it("sets off what is wrong, without a change to its layout", async () => {
    const inspection = await inspectSample(WRONG);
    const marked = inspectText(inspection, MARKED, 100);
    expect(marked.replace(/<\/?[rbd]>/g, "")).toBe(inspectText(inspection, PLAIN, 100));
    expect(marked).toContain("<r>! exp  1735689540</r>");
    expect(marked).toContain("<r>1. type_mismatch</r>");
    expect(marked).toContain("<b>access: not acceptable, 4 faults; nothing was verified.</b>");
  });

  it("lets nothing from a token steer the terminal or begin a line", async () => {
    const evil = "\u001b[2J\u009b31m\n\r\u202e\u2066\u200b\u2028\u0000";
    const claims = { [`name${evil}`]: `value${evil}`, sub: evil, "\ud800": "\udfff" };
    const text = inspectText(await inspectSample(sampleToken(claims, { kid: evil, [evil]: 1 })), PLAIN, 100);
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
    expect(text).toContain("name\\u{1b}[2J");
  });

  it("keeps every line within the width", async () => {
    const long = {
      [`https://acme.example/${"x".repeat(200)}`]: "y".repeat(500),
      漢字漢字: "漢".repeat(80),
      z: "a\u0301".repeat(300),
    };
    const inspection = await inspectSample(sampleToken(long));
    for (const columns of [40, 72, 100, 140]) {
      const lines = inspectText(inspection, PLAIN, columns).split("\n");
      const widths = lines.map((line) => [...line.replace(/\p{M}/gu, "").replace(/[\u4e00-\u9fff]/gu, "xx")].length);
      expect(Math.max(...widths)).toBeLessThanOrEqual(columns);
    }
  });

  it("shows the first of thousands of claims", async () => {
    const many = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`claim-number-${index}`, index]));
    const text = inspectText(await inspectSample(sampleToken(many)), PLAIN, 100);
    expect(text).toContain("… and 4946 more");
    expect(text.split("\n").length).toBeLessThan(120);
  });

  it("never shows the signature or the whole token", async () => {
    for (const token of [WRONG, sampleToken(), forgeToken(HEADER, "no object", KEYS.ec.privateKey)]) {
      const text = inspectText(await inspectSample(token, { key: KEY }), PLAIN, 140);
      for (const part of token.split(".")) expect(text).not.toContain(part);
    }
  });
});
