import { createHmac, createSecretKey, generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { describeAlgorithm } from "../../../../src/runtime/algorithms/describe-algorithm.js";
import { sign } from "../../../../src/runtime/engine/platform-engine.js";
import type { KeyUse } from "../../../../src/runtime/keys/key-forms.js";
import { prepareKey } from "../../../../src/runtime/keys/prepare-key.js";
import { algorithm, EC, EC384, ED, RSA, RSA_WEAK, SECRET } from "../sample.js";

const { subtle } = globalThis.crypto;

async function outcome(key: unknown, alg: string, use: KeyUse): Promise<string> {
  const algorithm = describeAlgorithm(alg);
  if (algorithm === null) return "unknown algorithm";
  const result = await prepareKey(key, algorithm, use);
  return "key" in result ? "fits" : result.kind;
}

const hmac = (bits: number, hash: string) =>
  subtle.generateKey({ name: "HMAC", hash, length: bits }, true, ["sign", "verify"]);
const rsa = (modulusLength: number, name: string) =>
  subtle.generateKey({ name, hash: "SHA-256", modulusLength, publicExponent: new Uint8Array([1, 0, 1]) }, true, [
    "sign",
    "verify",
  ]);
const hmac256 = await hmac(256, "SHA-256");
const hmac512 = await hmac(512, "SHA-512");
const hmacShort = await hmac(248, "SHA-256");
const pss = await rsa(2048, "RSA-PSS");
const pssWeak = await rsa(1024, "RSA-PSS");
const ecdh = await subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
const ecdsa = await subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
const rsaPss = generateKeyPairSync("rsa-pss", { modulusLength: 2048 });
const evenExponent = { ...RSA.publicKey.export({ format: "jwk" }), e: "Ag" };
const pem = { publicKey: { format: "pem", type: "spki" }, privateKey: { format: "pem", type: "pkcs8" } } as const;
const pkcs1 = RSA.publicKey.export({ format: "pem", type: "pkcs1" });

describe("prepareKey", () => {
  it.each<{ name: string; key: unknown; alg: string; use: KeyUse; want: string }>([
    { name: "an HMAC CryptoKey", key: hmac256, alg: "HS256", use: "verify", want: "fits" },
    { name: "an HMAC CryptoKey of another hash", key: hmac512, alg: "HS256", use: "verify", want: "misfit" },
    { name: "a short HMAC CryptoKey", key: hmacShort, alg: "HS256", use: "sign", want: "unsafe" },
    { name: "an RSA CryptoKey", key: pss.publicKey, alg: "PS256", use: "verify", want: "fits" },
    { name: "an RSA CryptoKey of another scheme", key: pss.publicKey, alg: "RS256", use: "verify", want: "misfit" },
    { name: "an RSA CryptoKey of 1024 bits", key: pssWeak.publicKey, alg: "PS256", use: "verify", want: "unsafe" },
    { name: "a CryptoKey for agreement", key: ecdh.publicKey, alg: "ES256", use: "verify", want: "misfit" },
    { name: "a private CryptoKey for verifying", key: ecdsa.privateKey, alg: "ES256", use: "verify", want: "unsafe" },
    { name: "a public CryptoKey for signing", key: ecdsa.publicKey, alg: "ES256", use: "sign", want: "misfit" },
    { name: "a CryptoKey of another curve", key: ecdsa.publicKey, alg: "ES384", use: "verify", want: "misfit" },
    { name: "a secret KeyObject", key: createSecretKey(SECRET), alg: "HS512", use: "sign", want: "fits" },
    {
      name: "a short secret KeyObject",
      key: createSecretKey(SECRET.slice(0, 63)),
      alg: "HS512",
      use: "sign",
      want: "unsafe",
    },
    {
      name: "a secret KeyObject for a key pair's algorithm",
      key: createSecretKey(SECRET),
      alg: "ES256",
      use: "verify",
      want: "misfit",
    },
    { name: "an EC KeyObject", key: EC384.privateKey, alg: "ES384", use: "sign", want: "fits" },
    { name: "an Ed25519 KeyObject", key: ED.publicKey, alg: "Ed25519", use: "verify", want: "fits" },
    { name: "an RSA KeyObject", key: RSA.privateKey, alg: "PS512", use: "sign", want: "fits" },
    { name: "an RSA KeyObject of 1024 bits", key: RSA_WEAK.privateKey, alg: "RS256", use: "sign", want: "unsafe" },
    {
      name: "an RSA-PSS KeyObject, which jose cannot take",
      key: rsaPss.publicKey,
      alg: "PS256",
      use: "verify",
      want: "misfit",
    },
    { name: "an RSA JWK with an even exponent", key: evenExponent, alg: "RS256", use: "verify", want: "unsafe" },
    {
      name: "PEM of a public key",
      key: `\n${RSA.publicKey.export(pem.publicKey)}`,
      alg: "RS256",
      use: "verify",
      want: "fits",
    },
    {
      name: "PEM of a private key",
      key: ED.privateKey.export(pem.privateKey),
      alg: "EdDSA",
      use: "sign",
      want: "fits",
    },
    {
      name: "PEM of a private key for verifying",
      key: EC.privateKey.export(pem.privateKey),
      alg: "ES256",
      use: "verify",
      want: "unsafe",
    },
    {
      name: "PEM of a public key for signing",
      key: EC.publicKey.export(pem.publicKey),
      alg: "ES256",
      use: "sign",
      want: "misfit",
    },
    {
      name: "PEM of another curve",
      key: EC384.publicKey.export(pem.publicKey),
      alg: "ES256",
      use: "verify",
      want: "misfit",
    },
    { name: "PEM in PKCS #1", key: pkcs1, alg: "RS256", use: "verify", want: "broken" },
    {
      name: "two keys in PEM",
      key: `${EC.publicKey.export(pem.publicKey)}${EC.publicKey.export(pem.publicKey)}`,
      alg: "ES256",
      use: "verify",
      want: "broken",
    },
    {
      name: "a broken certificate",
      key: "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----",
      alg: "ES256",
      use: "verify",
      want: "misfit",
    },
    {
      name: "DER of PKCS #8 as a secret",
      key: new Uint8Array(EC.privateKey.export({ format: "der", type: "pkcs8" })),
      alg: "HS256",
      use: "verify",
      want: "unsafe",
    },
    {
      name: "DER of PKCS #1 as a secret",
      key: new Uint8Array(RSA.publicKey.export({ format: "der", type: "pkcs1" })),
      alg: "HS256",
      use: "verify",
      want: "unsafe",
    },
    {
      name: "an SSH key as a secret",
      key: new TextEncoder().encode("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKkk me"),
      alg: "HS256",
      use: "verify",
      want: "unsafe",
    },
    {
      name: "a secret that starts like DER",
      key: new Uint8Array([0x30, 0x3e, ...SECRET.slice(2)]),
      alg: "HS256",
      use: "verify",
      want: "fits",
    },
    {
      name: "an object that throws",
      key: new Proxy(
        {},
        {
          get: () => {
            throw new TypeError("no");
          },
        },
      ),
      alg: "ES256",
      use: "verify",
      want: "broken",
    },
    {
      name: "an object that claims to be a CryptoKey",
      key: { [Symbol.toStringTag]: "CryptoKey" },
      alg: "ES256",
      use: "verify",
      want: "broken",
    },
  ])("$want: $name", async ({ key, alg, use, want }) => {
    expect(await outcome(key, alg, use)).toBe(want);
  });

  // The slice() of a Buffer gives the same memory.
  const SECRETS: readonly (readonly [string, () => Uint8Array])[] = [
    ["an array of bytes", () => Uint8Array.from(SECRET)],
    ["a Buffer", () => Buffer.from(SECRET)],
  ];

  it.each(SECRETS)("copies a secret in %s, so that later changes do not reach it", async (_name, make) => {
    const secret = make();
    const result = await prepareKey(secret, algorithm("HS256"), "sign");
    secret.fill(0);
    expect("key" in result && (await sign({ alg: "HS256" }, "{}", result.key))).toMatch(
      new RegExp(`\\.${createHmac("sha256", SECRET).update("eyJhbGciOiJIUzI1NiJ9.e30").digest("base64url")}$`),
    );
  });

  it.each(SECRETS)("does not take a secret in %s for known whose bytes have changed", async (_name, make) => {
    const secret = make();
    const first = await prepareKey(secret, algorithm("HS256"), "verify");
    expect(await prepareKey(secret, algorithm("HS256"), "verify")).toEqual(first);
    secret[0] = (secret[0] ?? 0) ^ 1;
    const second = await prepareKey(secret, algorithm("HS256"), "verify");
    expect("key" in first && "key" in second && first.key !== second.key).toBe(true);
  });
});
