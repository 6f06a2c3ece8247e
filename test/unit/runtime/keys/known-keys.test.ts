import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { EngineKey } from "../../../../src/runtime/engine/crypto-engine.js";
import type { KeyUse } from "../../../../src/runtime/keys/key-forms.js";
import { recallKey, rememberKey } from "../../../../src/runtime/keys/known-keys.js";
import { verifyToken } from "../../../../src/runtime/verify/verify.js";
import {
  algorithm,
  CLAIMS,
  consumer,
  EC,
  EC_OTHER,
  HEADER,
  hmacToken,
  NOW,
  refusalOf,
  SECRET,
  token,
} from "../sample.js";

const ES256 = algorithm("ES256");
const KEY: EngineKey = { algorithm: ES256, signatureBytes: 64, native: null };

describe("a key that was made ready", () => {
  it("is recalled for the same object, algorithm and use, with what the object held", () => {
    const jwk = { kty: "EC", x: "a" };
    expect(recallKey(jwk, ES256, "verify")).toBeUndefined();
    rememberKey(jwk, "verify", jwk.x, KEY);
    expect(recallKey(jwk, ES256, "verify")).toEqual({ use: "verify", contents: "a", key: KEY });
  });

  it.each<[string, (jwk: object) => object, string, KeyUse]>([
    ["another object of the same members", (jwk) => ({ ...jwk }), "ES256", "verify"],
    ["another algorithm", (jwk) => jwk, "ES384", "verify"],
    ["another use", (jwk) => jwk, "ES256", "sign"],
  ])("is not recalled for %s", (_name, change, alg, use) => {
    const jwk = { kty: "EC", x: "a" };
    rememberKey(jwk, "verify", null, KEY);
    expect(recallKey(change(jwk), algorithm(alg), use)).toBeUndefined();
  });

  it("takes the place of an earlier one, and stands beside those of other algorithms and uses", () => {
    const jwk = { kty: "EC" };
    const other: EngineKey = { algorithm: algorithm("ES384"), signatureBytes: 64, native: null };
    rememberKey(jwk, "verify", 1, KEY);
    rememberKey(jwk, "sign", 2, KEY);
    rememberKey(jwk, "verify", 3, other);
    rememberKey(jwk, "verify", 4, KEY);
    expect(recallKey(jwk, ES256, "verify")?.contents).toBe(4);
    expect(recallKey(jwk, ES256, "sign")?.contents).toBe(2);
    expect(recallKey(jwk, algorithm("ES384"), "verify")?.contents).toBe(3);
  });
});

describe("verify with a JWK that its owner changes", () => {
  const one = EC.publicKey.export({ format: "jwk" });
  const other = EC_OTHER.publicKey.export({ format: "jwk" });
  const byOther = token(HEADER, CLAIMS, EC_OTHER.privateKey);
  const verify = (given: string, key: object) => verifyToken(consumer(), given, { key, now: NOW } as never);
  const codeOf = async (given: string, key: object) => (await refusalOf(() => verify(given, key))).code;

  it.each<[string, (jwk: object) => object]>([
    ["alone", (jwk) => jwk],
    ["in a set", (jwk) => ({ keys: [jwk] })],
    ["in a set that a resolver gives", (jwk) => () => ({ keys: [jwk] })],
  ])("follows the change of a key %s", async (_name, wrap) => {
    const jwk = { ...one };
    await expect(verify(token(), wrap(jwk))).resolves.toHaveProperty("claims");
    await expect(verify(token(), wrap(jwk))).resolves.toHaveProperty("claims");
    Object.assign(jwk, other);
    expect(await codeOf(token(), wrap(jwk))).toBe("invalid_signature");
    await expect(verify(byOther, wrap(jwk))).resolves.toHaveProperty("claims");
  });

  it("checks at each use what the key is for", async () => {
    const jwk: Record<string, unknown> = { ...one, key_ops: ["verify"] };
    await expect(verify(token(), jwk)).resolves.toHaveProperty("claims");
    (jwk["key_ops"] as string[])[0] = "sign";
    expect(await codeOf(token(), jwk)).toBe("invalid_key");
    Object.assign(jwk, { key_ops: ["verify"], use: "enc" });
    expect(await codeOf(token(), jwk)).toBe("invalid_key");
    Object.assign(jwk, { use: "sig", alg: "ES384" });
    expect(await codeOf(token(), jwk)).toBe("invalid_key");
    Object.assign(jwk, { alg: "ES256" });
    await expect(verify(token(), jwk)).resolves.toHaveProperty("claims");
  });

  it("refuses a key that has become private", async () => {
    const jwk: Record<string, unknown> = { ...one };
    await expect(verify(token(), jwk)).resolves.toHaveProperty("claims");
    jwk["d"] = EC.privateKey.export({ format: "jwk" }).d;
    expect(await codeOf(token(), jwk)).toBe("invalid_key");
  });

  it("follows the change of a secret, and refuses one that has become short", async () => {
    const next = SECRET.toReversed();
    const jwk = { kty: "oct", k: Buffer.from(SECRET).toString("base64url") };
    await expect(verify(hmacToken(SECRET), jwk)).resolves.toHaveProperty("claims");
    jwk.k = Buffer.from(next).toString("base64url");
    expect(await codeOf(hmacToken(SECRET), jwk)).toBe("invalid_signature");
    await expect(verify(hmacToken(next), jwk)).resolves.toHaveProperty("claims");
    jwk.k = "AAAA";
    expect(await codeOf(hmacToken(next), jwk)).toBe("invalid_key");
  });

  it("does not mistake one algorithm's key for another's", async () => {
    const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const jwk = publicKey.export({ format: "jwk" });
    const given = (alg: string) => token({ alg, typ: "at+jwt" });
    for (const alg of ["RS256", "PS256", "RS256"]) expect(await codeOf(given(alg), jwk)).toBe("invalid_signature");
  });
});
