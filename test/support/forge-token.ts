import { createHmac, createSecretKey, generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** 2025-01-01T00:00:00Z, in seconds: the time at which forged tokens are issued and verified. */
export const NOW = 1_735_689_600;

/** Keys that an attacker or an issuer holds, made anew in each run. */
export const KEYS = {
  ec: generateKeyPairSync("ec", { namedCurve: "P-256" }),
  ecOther: generateKeyPairSync("ec", { namedCurve: "P-256" }),
  ec384: generateKeyPairSync("ec", { namedCurve: "P-384" }),
  ed: generateKeyPairSync("ed25519"),
  rsa: generateKeyPairSync("rsa", { modulusLength: 2048 }),
  rsaWeak: generateKeyPairSync("rsa", { modulusLength: 1024 }),
};

/** A secret of 64 bytes. */
export const SECRET: Uint8Array = new Uint8Array(64).map((_, index) => index * 37 + 11);

/** A part of a token: a value for its JSON, a text or bytes as they stand. */
export type Part = object | string | Uint8Array;

/** The base64url form of a part. */
export function encodePart(part: Part): string {
  if (part instanceof Uint8Array) return Buffer.from(part).toString("base64url");
  return Buffer.from(typeof part === "string" ? part : JSON.stringify(part)).toString("base64url");
}

/** A token of any two parts, however wrong, signed as a key can: what the header says of the algorithm is not looked at. */
export function forgeToken(header: Part, payload: Part, key: KeyObject | Uint8Array): string {
  const input = `${encodePart(header)}.${encodePart(payload)}`;
  return `${input}.${signBytes(input, key).toString("base64url")}`;
}

function signBytes(input: string, key: KeyObject | Uint8Array): Buffer {
  const secret = key instanceof Uint8Array ? createSecretKey(key) : key;
  if (secret.type === "secret") return createHmac("sha256", secret).update(input).digest();
  const hash = secret.asymmetricKeyType === "ed25519" ? null : "sha256";
  return sign(hash, Buffer.from(input), { key: secret, dsaEncoding: "ieee-p1363" });
}
