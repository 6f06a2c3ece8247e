import type { CryptoKey, KeyObject } from "jose";
import type { KeyAlgorithm, KeyDetails } from "../engine/key-algorithm.js";
import { exposed, type KeyCheck, type KeyFault, misfit } from "../engine/key-check.js";
import { isCryptoKey } from "../engine/opaque-key.js";
import type { KeyUse } from "./key-forms.js";

/** What Web Crypto says of a key; which of it depends on the algorithm's name. */
interface WebDetails extends KeyDetails {
  readonly name?: string;
  readonly hash?: { readonly name?: string };
  readonly namedCurve?: string;
}

/** What Node says about a KeyObject; jose's type names only `type`. */
interface NodeKey {
  readonly asymmetricKeyType?: string;
  readonly asymmetricKeyDetails?: KeyDetails & { readonly namedCurve?: string };
}

/** Checks a Web Crypto key against the algorithm and its use. */
export function checkCryptoKey(key: CryptoKey, algorithm: KeyAlgorithm, use: KeyUse): KeyCheck {
  const details = detailsOf(key);
  const { alg, name, hash } = algorithm;
  if (details.name !== name) return unlike("algorithm", alg);
  if (hash !== null && details.hash?.name !== hash) return unlike("hash", alg);
  const fault = checkPair(key.type, details, algorithm.crv, algorithm, use);
  if (fault !== null) return fault;
  const usages: readonly string[] = key.usages;
  return usages.includes(use) ? { key } : misfit(`The key's usages do not include "${use}".`);
}

/** Checks a key pair's KeyObject against the algorithm and its use. */
export function checkKeyObject(key: KeyObject, algorithm: KeyAlgorithm, use: KeyUse): KeyCheck {
  const { type, curve } = algorithm.node;
  // Node's KeyObject has this member; it is checked before it is believed.
  if (type === null || (key as NodeKey).asymmetricKeyType !== type) return unlike("algorithm", algorithm.alg);
  return checkPair(key.type, detailsOf(key), curve, algorithm, use) ?? { key };
}

/** What the two platforms say of a key; every member is optional, and each is checked before it is believed. */
function detailsOf(key: CryptoKey | KeyObject): WebDetails {
  return isCryptoKey(key) ? (key.algorithm as WebDetails) : ((key as NodeKey).asymmetricKeyDetails ?? {});
}

/** Bits of the modulus of an RSA key that has been checked. */
export function modulusBits(key: CryptoKey | KeyObject): number {
  return detailsOf(key).modulusLength ?? 0;
}

/** Checks the curve, by the platform's name, the half of the pair, and the strength. */
function checkPair(
  type: string,
  details: WebDetails,
  curve: string | null | undefined,
  { alg, kty, checkStrength }: KeyAlgorithm,
  use: KeyUse,
): KeyFault | null {
  if (kty === "EC" && details.namedCurve !== curve) return unlike("curve", alg);
  return checkType(type, alg, kty, use) ?? checkStrength?.(details) ?? null;
}

function checkType(type: string, alg: string, kty: KeyAlgorithm["kty"], use: KeyUse): KeyFault | null {
  if (kty === "oct") return type === "secret" ? null : misfit(`${alg} takes a secret.`);
  if (use === "sign") return type === "private" ? null : misfit("Signing takes a private key.");
  if (type === "private") return exposed("key");
  return type === "public" ? null : misfit("Verifying takes a public key.");
}

function unlike(part: "algorithm" | "hash" | "curve", alg: string): KeyFault {
  return misfit(`The key's ${part} is not that of ${alg}.`);
}
