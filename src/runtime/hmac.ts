import type { KeyAlgorithm, KeyDetails } from "./key-algorithm.js";
import { type KeyCheck, type KeyFault, unsafe } from "./key-check.js";
import { isKeyInDisguise } from "./secret-key.js";

/** HMAC (RFC 7518 section 3.2), whose keys are secrets; null for another algorithm. */
export function hmac(alg: string): KeyAlgorithm | null {
  const bits = /^HS(256|384|512)$/.exec(alg)?.[1];
  if (bits === undefined) return null;
  return {
    alg,
    kty: "oct",
    crv: null,
    name: "HMAC",
    hash: `SHA-${bits}`,
    node: { type: null, digest: `sha${bits}`, cost: 0 },
    signatureBytes: Number(bits) / 8,
    checkStrength: ({ length = 0 }: KeyDetails) => checkLength(alg, length, Number(bits)),
    checkSecret: (secret) => checkSecret(alg, secret, Number(bits)),
  };
}

/** A secret is at least as long as the hash (RFC 7518 section 3.2). */
function checkLength(alg: string, bits: number, least: number): KeyFault | null {
  if (bits >= least) return null;
  return unsafe(`A secret for ${alg} must have at least ${least / 8} bytes (RFC 7518 section 3.2).`);
}

function checkSecret(alg: string, secret: Uint8Array, least: number): KeyCheck {
  if (isKeyInDisguise(secret)) return unsafe("The secret is a key or certificate in PEM, DER, JWK or SSH form.");
  // A copy: the caller's buffer may change while the signature is computed.
  return checkLength(alg, secret.length * 8, least) ?? { key: secret.slice() };
}
