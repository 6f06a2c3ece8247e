import { createLocalJWKSet } from "jose";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { VerifyKey } from "../../../src/runtime/keys/key-forms.js";
import { verifyToken } from "../../../src/runtime/verify/verify.js";
import { CLAIMS, consumer, EC, HEADER, hmacToken, NOW, SECRET, token } from "./sample.js";

// What verify does for a token is counted here, where `npm run bench` measures how long it takes.

const crypto = process.getBuiltinModule("node:crypto");
const { subtle } = crypto.webcrypto;

afterEach(() => {
  vi.restoreAllMocks();
});

/** Name, key, a token of it, and how often the platform has to import it. */
async function keyForms(): Promise<readonly [string, VerifyKey, string, number][]> {
  const jwk = { ...EC.publicKey.export({ format: "jwk" }), kid: "one" };
  const other = { ...crypto.generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({ format: "jwk" }) };
  const spki = EC.publicKey.export({ format: "pem", type: "spki" }).toString();
  const imported = await subtle.importKey("jwk", jwk as never, { name: "ECDSA", namedCurve: "P-256" }, false, [
    "verify",
  ]);
  const byKid = token({ ...HEADER, kid: "one" });
  return [
    ["a KeyObject", EC.publicKey, token(), 0],
    ["a Web Crypto key", imported, token(), 1],
    ["a JWK", jwk as never, token(), 1],
    ["a JWK Set", { keys: [other, { ...jwk }] } as never, byKid, 1],
    ["a resolver of a JWK Set", createLocalJWKSet({ keys: [other, jwk] } as never), byKid, 2],
    ["PEM", spki, token(), 1],
    ["a secret", SECRET, hmacToken(SECRET), 1],
    ["a secret in a JWK", { kty: "oct", k: Buffer.from(SECRET).toString("base64url") }, hmacToken(SECRET), 1],
  ];
}

const FORMS = await keyForms();

describe("a thousand calls of verify", () => {
  it.each(FORMS)("import %s no more often than one call", async (_name, key, given, want) => {
    const imports = [
      vi.spyOn(crypto, "createPublicKey"),
      vi.spyOn(crypto, "createSecretKey"),
      vi.spyOn(crypto.KeyObject, "from"),
      vi.spyOn(subtle, "importKey"),
    ];
    for (let index = 0; index < 1000; index += 1) await verifyToken(consumer(), given, { key, now: NOW });
    expect(imports.reduce((sum, { mock }) => sum + mock.calls.length, 0)).toBe(want);
  });
});

describe("a call of verify", () => {
  const long = token(HEADER, { ...CLAIMS, more: "x".repeat(3000) });

  it("parses the payload once, and a header only when its text is new", async () => {
    await verifyToken(consumer(), long, { key: EC.publicKey, now: NOW });
    const parse = vi.spyOn(JSON, "parse");
    await verifyToken(consumer(), long, { key: EC.publicKey, now: NOW });
    expect(parse.mock.calls.map(([text]) => text.length > 3000)).toEqual([true]);
    await verifyToken(consumer(), token({ ...HEADER, kid: "new" }), { key: EC.publicKey, now: NOW });
    expect(parse).toHaveBeenCalledTimes(3);
  });

  it("runs no pattern over a whole part of the token", async () => {
    const lengths: number[] = [];
    const { exec } = RegExp.prototype;
    vi.spyOn(RegExp.prototype, "exec").mockImplementation(function (this: RegExp, text: string) {
      lengths.push(text.length);
      return exec.call(this, text);
    });
    vi.spyOn(RegExp.prototype, "test").mockImplementation(function (this: RegExp, text: string) {
      lengths.push(text.length);
      return exec.call(this, text) !== null;
    });
    expect(/a/.test("abc") && /a/.exec("abcd") !== null).toBe(true);
    await verifyToken(consumer(), long, { key: EC.publicKey, now: NOW });
    expect(lengths.slice(0, 2)).toEqual([3, 4]);
    expect(Math.max(...lengths)).toBeLessThan(100);
  });

  it("is made on the main thread, where calls come one after another", async () => {
    const [here, pooled] = [vi.spyOn(crypto, "createVerify"), vi.spyOn(crypto, "verify")];
    for (let index = 0; index < 50; index += 1) {
      await verifyToken(consumer(), token(), { key: EC.publicKey, now: NOW });
    }
    expect(here).toHaveBeenCalledTimes(50);
    expect(pooled).not.toHaveBeenCalled();
  });

  it("leaves most of many that come together to the thread pool", async () => {
    const [here, pooled] = [vi.spyOn(crypto, "createVerify"), vi.spyOn(crypto, "verify")];
    const calls = Array.from({ length: 64 }, () => verifyToken(consumer(), token(), { key: EC.publicKey, now: NOW }));
    await Promise.all(calls);
    expect(here.mock.calls.length).toBeGreaterThan(0);
    expect(here.mock.calls.length).toBeLessThanOrEqual(8);
    // Each in the form with a callback, which has one argument more.
    const lengths = pooled.mock.calls.map((call: readonly unknown[]) => call.length);
    expect(lengths).toEqual(Array.from({ length: 64 - here.mock.calls.length }, () => 5));
  });
});
