import type { CryptoKey, KeyObject } from "jose";
import type { KeyAlgorithm } from "./key-algorithm.js";
import { type KeyCheck, type KeyFault, type KeyUse, misfit, unsafe } from "./key-forms.js";

/** Bits of the smallest RSA modulus that is accepted (RFC 7518 sections 3.3 and 3.5). */
const MIN_RSA_BITS = 2048;

/** Says whether a value is a Web Crypto key, of this realm or another. */
export function isCryptoKey(value: object): value is CryptoKey {
  return tagOf(value) === "CryptoKey";
}

/** Says whether a value is a KeyObject of Node. */
export function isKeyObject(value: object): value is KeyObject {
  return tagOf(value) === "KeyObject";
}

function tagOf(value: object): unknown {
  return Reflect.get(value, Symbol.toStringTag);
}

/** The members of a Web Crypto algorithm that matter here; which of them exist depends on its name. */
interface AlgorithmDetails {
  readonly name?: string;
  readonly hash?: { readonly name?: string };
  readonly namedCurve?: string;
  readonly length?: number;
  readonly modulusLength?: number;
  readonly publicExponent?: Uint8Array;
}

/** Checks a Web Crypto key against the algorithm and its use. */
export function checkCryptoKey(key: CryptoKey, algorithm: KeyAlgorithm, use: KeyUse): KeyCheck {
  // Structurally what Web Crypto says: every member is optional, and each is checked below.
  const details = key.algorithm as AlgorithmDetails;
  const { alg } = algorithm;
  if (details.name !== algorithm.name) return misfit(`The key is not made for ${alg}.`);
  if (algorithm.hash !== null && details.hash?.name !== algorithm.hash)
    return misfit(`The key's hash is not that of ${alg}.`);
  if (algorithm.kty === "EC" && details.namedCurve !== algorithm.crv)
    return misfit(`The key's curve is not that of ${alg}.`);
  const fault =
    checkKeyType(key.type, algorithm, use) ??
    (algorithm.kty === "RSA" ? checkRsa(details.modulusLength, toBigInt(details.publicExponent)) : null) ??
    (algorithm.kty === "oct" ? checkSecretBits(details.length, algorithm) : null);
  if (fault !== null) return fault;
  const usages: readonly string[] = key.usages;
  return usages.includes(use) ? { key } : misfit(`The key's usages do not include "${use}".`);
}

/** What Node says about a KeyObject; jose's type names only `type`. */
interface KeyObjectDetails {
  readonly asymmetricKeyType?: string;
  readonly asymmetricKeyDetails?: {
    readonly modulusLength?: number;
    readonly publicExponent?: bigint;
    readonly namedCurve?: string;
  };
  readonly export?: () => unknown;
}

/** The bytes of a secret KeyObject, which are checked like any other secret; null for another KeyObject. */
export function readSecretKeyObject(key: KeyObject): Uint8Array | null {
  if (key.type !== "secret") return null;
  // Node's KeyObject of type "secret" exports its bytes; the result is checked.
  const bytes = (key as KeyObjectDetails).export?.();
  return bytes instanceof Uint8Array ? bytes : null;
}

/** Checks a key pair's KeyObject against the algorithm and its use. */
export function checkKeyObject(key: KeyObject, algorithm: KeyAlgorithm, use: KeyUse): KeyCheck {
  // Node's KeyObject has these members; each is checked before it is believed.
  const { asymmetricKeyType, asymmetricKeyDetails } = key as KeyObjectDetails;
  const wanted = { oct: null, RSA: "rsa", EC: "ec", OKP: "ed25519" }[algorithm.kty];
  if (wanted === null || asymmetricKeyType !== wanted) return misfit(`The key is not made for ${algorithm.alg}.`);
  if (algorithm.kty === "EC" && curveOf(asymmetricKeyDetails?.namedCurve) !== algorithm.crv) {
    return misfit(`The key's curve is not that of ${algorithm.alg}.`);
  }
  const fault =
    checkKeyType(key.type, algorithm, use) ??
    (algorithm.kty === "RSA"
      ? checkRsa(asymmetricKeyDetails?.modulusLength, asymmetricKeyDetails?.publicExponent ?? null)
      : null);
  return fault ?? { key };
}

/** The name that JWK has for a curve that OpenSSL names. */
function curveOf(name: string | undefined): string | null {
  switch (name) {
    case "prime256v1":
      return "P-256";
    case "secp384r1":
      return "P-384";
    case "secp521r1":
      return "P-521";
    default:
      return null;
  }
}

/** Bits of the modulus of an RSA key that has been checked. */
export function modulusBits(key: CryptoKey | KeyObject): number {
  // Structurally what the two platforms say of such a key.
  const details = isCryptoKey(key)
    ? (key.algorithm as AlgorithmDetails)
    : (key as KeyObjectDetails).asymmetricKeyDetails;
  return details?.modulusLength ?? 0;
}

function checkKeyType(type: string, algorithm: KeyAlgorithm, use: KeyUse): KeyFault | null {
  if (algorithm.kty === "oct") return type === "secret" ? null : misfit(`${algorithm.alg} takes a secret.`);
  if (use === "verify" && type === "private")
    return unsafe("A private key was given where a public key is enough: keep it with the issuer.");
  if (use === "sign" && type !== "private") return misfit("Signing takes a private key.");
  return use === "sign" || type === "public" ? null : misfit("Verifying takes a public key.");
}

function checkRsa(bits: number | undefined, exponent: bigint | null): KeyFault | null {
  if (bits === undefined || bits < MIN_RSA_BITS) return unsafe(`An RSA key must have at least ${MIN_RSA_BITS} bits.`);
  const isSound = exponent !== null && exponent > 1n && exponent % 2n === 1n;
  return isSound ? null : unsafe("The public exponent of an RSA key must be odd and greater than 1.");
}

function checkSecretBits(bits: number | undefined, algorithm: KeyAlgorithm): KeyFault | null {
  if (bits !== undefined && bits >= algorithm.secretBytes * 8) return null;
  return unsafe(
    `A secret for ${algorithm.alg} must have at least ${algorithm.secretBytes} bytes (RFC 7518 section 3.2).`,
  );
}

function toBigInt(bytes: Uint8Array | undefined): bigint | null {
  if (bytes === undefined) return null;
  let value = 0n;
  for (const byte of bytes) value = value * 256n + BigInt(byte);
  return value;
}
