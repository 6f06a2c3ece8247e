import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Jwk } from "../../../src/runtime/key-forms.js";
import { recallKey, rememberKey } from "../../../src/runtime/known-keys.js";
import { verifyToken } from "../../../src/runtime/verify.js";
import { CLAIMS, consumer, EC, EC_OTHER, HEADER, hmacToken, NOW, refusalOf, SECRET, token } from "./sample.js";

const KEY = new Uint8Array(32);

function read(source: object): Jwk {
  return { source, members: new Map(Object.entries(source)) };
}

describe("a key that was imported from a JWK", () => {
  it("is recalled for the same object with the same members, algorithm and use", () => {
    const jwk = { kty: "EC", x: "a" };
    expect(recallKey(read(jwk), "ES256", "verify")).toBeNull();
    rememberKey(read(jwk), "ES256", "verify", KEY);
    expect(recallKey(read(jwk), "ES256", "verify")).toBe(KEY);
  });

  it.each<[string, (jwk: Record<string, unknown>) => Jwk, string, "sign" | "verify"]>([
    ["another object of the same members", (jwk) => read({ ...jwk }), "ES256", "verify"],
    ["a member that changed", (jwk) => read(Object.assign(jwk, { x: "b" })), "ES256", "verify"],
    ["a member that came", (jwk) => read(Object.assign(jwk, { d: "a" })), "ES256", "verify"],
    ["a member that went", (jwk) => ({ source: jwk, members: new Map([["kty", "EC"]]) }), "ES256", "verify"],
    [
      "a member of another name",
      (jwk) => ({ source: jwk, members: new Map(Object.entries({ kty: "EC", y: "a" })) }),
      "ES256",
      "verify",
    ],
    ["another algorithm", read, "ES384", "verify"],
    ["another use", read, "ES256", "sign"],
  ])("is not recalled for %s", (_name, change, alg, use) => {
    const jwk: Record<string, unknown> = { kty: "EC", x: "a" };
    rememberKey(read(jwk), "ES256", "verify", KEY);
    expect(recallKey(change(jwk), alg, use)).toBeNull();
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
