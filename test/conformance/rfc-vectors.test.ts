import { generateKeyPairSync, sign } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type GeneratedPackage,
  installAlgorithms,
  isSignatureAccepted,
  outcomeOf,
  tokenOf,
} from "../support/generated-package.js";
import { ED25519_PRIVATE, JOE_EXPIRES, ODDITIES, VECTORS } from "../support/rfc-vectors.js";

let generated: GeneratedPackage;

beforeAll(async () => {
  generated = await installAlgorithms();
});
afterAll(() => generated.remove());

/** The time at which a token is verified: one minute before the claims of RFC 7515 expire. */
const now = JOE_EXPIRES - 60;
const NOT_AN_OBJECT =
  "The payload is not a JSON object, or it has duplicate members, or it is nested too deep. Pass the token exactly as the issuer sent it.";

/** The token with one bit of its signature's first byte flipped, or of its payload's. */
function flipBit(token: string, part: 1 | 2): string {
  const parts = token.split(".");
  const bytes = Buffer.from(parts[part] ?? "", "base64url");
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  return parts.with(part, bytes.toString("base64url")).join(".");
}

describe("the tokens of the RFCs, by a generated verify", () => {
  const claimSets = VECTORS.filter(({ isClaimSet }) => isClaimSet);
  const texts = VECTORS.filter(({ isClaimSet }) => !isClaimSet);

  it.each(claimSets)("accept $name ($alg) with its claims", async ({ alg, key, token }) => {
    const { claims } = await generated.verify(tokenOf(alg))(token, { key, now });
    expect(claims).toEqual({ iss: "joe", exp: JOE_EXPIRES, "http://example.com/is_root": true });
  });

  it.each(claimSets)("refuse $name ($alg) once it has expired", async ({ alg, key, token }) => {
    const { code } = await outcomeOf(() => generated.verify(tokenOf(alg))(token, { key, now: JOE_EXPIRES }));
    expect(code).toBe("expired");
  });

  it.each(texts)("accept the signature of $name ($alg), and refuse its text", async ({ alg, key, token }) => {
    const outcome = await outcomeOf(() => generated.verify(tokenOf(alg))(token, { key, now }));
    expect(isSignatureAccepted(outcome)).toBe(true);
    expect(outcome).toMatchObject({ code: "malformed_token", message: NOT_AN_OBJECT });
  });

  it.each(VECTORS)("refuse $name ($alg) with one bit changed", async ({ alg, key, token }) => {
    for (const part of [1, 2] as const) {
      const { code } = await outcomeOf(() => generated.verify(tokenOf(alg))(flipBit(token, part), { key, now }));
      expect(code).toBe("invalid_signature");
    }
  });

  it.each(VECTORS)("refuse $name ($alg) by a kind of another algorithm", async ({ alg, key, token }) => {
    const other = alg === "ES384" ? "ES512" : "ES384";
    const { code } = await outcomeOf(() => generated.verify(tokenOf(other))(token, { key, now }));
    expect(code).toBe("algorithm_not_allowed");
  });

  it.each(ODDITIES)("refuse $name: $want", async ({ token, key, want }) => {
    for (const kind of ["any", tokenOf("HS256"), tokenOf("ES256")]) {
      const outcome = await outcomeOf(() => generated.verify(kind)(token, { key, now }));
      // The detached token names HS256, which a kind of ES256 does not allow.
      const isOtherAlgorithm = kind === tokenOf("ES256") && want === "invalid_signature";
      expect(outcome.code).toBe(isOtherAlgorithm ? "algorithm_not_allowed" : want);
      expect(isSignatureAccepted(outcome)).toBe(false);
    }
  });
});

describe("the key of RFC 8037", () => {
  const claims = { exp: now + 60 };

  it.each(["EdDSA", "Ed25519"])("signs by a generated issue as %s, for a policy of that name only", async (alg) => {
    const token = await generated.issue(tokenOf(alg))(claims, { key: ED25519_PRIVATE, now });
    const { d: _, ...key } = ED25519_PRIVATE;
    const { header } = await generated.verify(tokenOf(alg))(token, { key, now });
    expect(header).toEqual({ alg, typ: "JWT" });
    // The two names of one algorithm are two algorithms to a policy.
    const other = alg === "EdDSA" ? "Ed25519" : "EdDSA";
    const { code } = await outcomeOf(() => generated.verify(tokenOf(other))(token, { key, now }));
    expect(code).toBe("algorithm_not_allowed");
  });

  it("signs the text of A.4 to the signature of A.4", () => {
    const vector = VECTORS.find(({ name }) => name === "RFC 8037 A.4");
    const [header, payload, signature] = (vector?.token ?? "").split(".");
    const made = sign(null, Buffer.from(`${header}.${payload}`), { key: ED25519_PRIVATE, format: "jwk" });
    expect(made.toString("base64url")).toBe(signature);
  });

  it("does not verify a token of Ed448, which no policy can allow", async () => {
    const { publicKey, privateKey } = generateKeyPairSync("ed448");
    const input = [{ alg: "EdDSA" }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
    const signature = sign(null, Buffer.from(input.join(".")), privateKey).toString("base64url");
    const token = `${input.join(".")}.${signature}`;
    for (const key of [publicKey, publicKey.export({ format: "jwk" })]) {
      const { code } = await outcomeOf(() => generated.verify(tokenOf("EdDSA"))(token, { key, now }));
      expect(code).toBe("invalid_key");
    }
  });
});
