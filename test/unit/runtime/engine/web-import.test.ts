import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { EncodedToken } from "../../../../src/runtime/engine/crypto-engine.js";
import type { CheckedKey } from "../../../../src/runtime/engine/key-check.js";
import { engine } from "../../../../src/runtime/engine/web-engine.js";
import { importPem } from "../../../../src/runtime/engine/web-import.js";
import { algorithm } from "../sample.js";

// The engine of every platform; test/unit/runtime/engine/node-engine.test.ts has each of the two verify what the other signs.

const EC = generateKeyPairSync("ec", { namedCurve: "P-256" });
const EC384 = generateKeyPairSync("ec", { namedCurve: "P-384" });
const ED = generateKeyPairSync("ed25519");
const RSA = generateKeyPairSync("rsa", { modulusLength: 2048 });
const ES256 = algorithm("ES256");

const pemOf = (key: KeyObject) => String(key.export({ format: "pem", type: "spki" }));

function signed(key: KeyObject): EncodedToken {
  const signature = sign("sha256", Buffer.from("e30.e30"), { key, dsaEncoding: "ieee-p1363" });
  return { text: `e30.e30.${signature.toString("base64url")}`, signatureAt: 8, signature };
}

async function verifies(key: CheckedKey, token = signed(EC.privateKey)): Promise<boolean> {
  return engine.verify(token, { algorithm: ES256, signatureBytes: 64, native: engine.toNative(key, ES256) });
}

describe("Web Crypto verifies", () => {
  it("with a key of each form", async () => {
    const jwk = EC.publicKey.export({ format: "jwk" });
    expect(await verifies(await engine.importPem(pemOf(EC.publicKey), "PUBLIC KEY", ES256))).toBe(true);
    expect(await verifies(await engine.importJwk({ ...jwk, kty: "EC" }, ES256))).toBe(true);
    expect(await verifies(EC.publicKey)).toBe(true);
  });

  it("nothing that another key signed, or that is no signature at all", async () => {
    const token = signed(EC.privateKey);
    const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    expect(await verifies(publicKey)).toBe(false);
    for (const signature of [new Uint8Array(64), new Uint8Array(63), new Uint8Array(0)]) {
      expect(await verifies(EC.publicKey, { ...token, signature })).toBe(false);
    }
    expect(await verifies(EC.publicKey, { ...token, text: `e30.e31.${token.text.slice(8)}` })).toBe(false);
  });

  it("with no key of another curve, no private key, and nothing that only says that it is one", async () => {
    await expect(verifies(EC384.publicKey)).rejects.toThrow();
    expect(await verifies(EC.privateKey)).toBe(false);
    const forged = { [Symbol.toStringTag]: "KeyObject", type: "public" };
    await expect(verifies(forged)).rejects.toThrow();
  });

  it("imports a key for many tokens once", async () => {
    let exported = 0;
    const key = {
      type: "public",
      export: () => {
        exported++;
        return EC.publicKey.export({ format: "jwk" });
      },
    };
    const ready = { algorithm: ES256, signatureBytes: 64, native: engine.toNative(key, ES256) };
    for (let round = 0; round < 3; round++) expect(await engine.verify(signed(EC.privateKey), ready)).toBe(true);
    expect(exported).toBe(1);
  });
});

describe("PEM is refused", () => {
  it.each([
    { name: "of another curve", pem: pemOf(EC384.publicKey) },
    { name: "of another kind", pem: pemOf(ED.publicKey) },
    { name: "of RSA", pem: pemOf(RSA.publicKey) },
    { name: "without a key in it", pem: "-----BEGIN PUBLIC KEY-----\n-----END PUBLIC KEY-----" },
    { name: "in another alphabet", pem: pemOf(EC.publicKey).replace("M", "-") },
  ])("$name", async ({ pem }) => {
    await expect(importPem(pem, "PUBLIC KEY", ES256)).rejects.toThrow();
  });

  it("where a certificate is no certificate", async () => {
    const pem = pemOf(EC.publicKey).replaceAll("PUBLIC KEY", "CERTIFICATE");
    await expect(importPem(pem, "CERTIFICATE", ES256)).rejects.toThrow();
  });
});
