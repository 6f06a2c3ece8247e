import { importJWK, type JWK } from "jose";
import { decodeBase64url, isBase64url } from "./base64url.js";
import { prepareCryptoKey } from "./crypto-key.js";
import type { KeyAlgorithm } from "./key-algorithm.js";
import { broken, type Jwk, type KeyFault, type KeyResult, type KeyUse, misfit, unsafe } from "./key-forms.js";
import { recallKey, rememberKey } from "./known-keys.js";
import { prepareSecret } from "./secret-key.js";

/** The members of a JWK that carry key material (RFC 7518 section 6, RFC 8037 section 2). */
const PUBLIC_MEMBERS = ["crv", "x", "y", "n", "e"] as const;
const PRIVATE_MEMBERS = ["d", "p", "q", "dp", "dq", "qi"] as const;

/** The own members of an object, each read once; null where reading fails. */
export function readMembers(value: object): ReadonlyMap<string, unknown> | null {
  try {
    return new Map(Object.entries(value));
  } catch {
    return null;
  }
}

/** Says what a JWK states against its being used so: `kty`, `crv`, `use`, `key_ops`, `alg` (RFC 7517 section 4). */
export function checkJwk({ members: jwk }: Jwk, algorithm: KeyAlgorithm, use: KeyUse): KeyFault | null {
  const { alg } = algorithm;
  if (jwk.get("kty") !== algorithm.kty) return misfit(`The JWK's "kty" does not fit ${alg}.`);
  if (algorithm.crv !== null && jwk.get("crv") !== algorithm.crv) return misfit(`The JWK's "crv" does not fit ${alg}.`);
  const stated = jwk.get("alg");
  if (stated !== undefined && stated !== alg) return misfit(`The JWK's "alg" is not ${alg}.`);
  const purpose = jwk.get("use");
  if (purpose !== undefined && purpose !== "sig") return misfit('The JWK\'s "use" is not "sig".');
  const operations = jwk.get("key_ops");
  if (operations === undefined) return null;
  const isList = Array.isArray(operations) && operations.every((operation) => typeof operation === "string");
  if (!isList || new Set(operations).size !== operations.length)
    return broken('The JWK\'s "key_ops" is not a list of distinct strings.');
  return operations.includes(use) ? null : misfit(`The JWK's "key_ops" does not include "${use}".`);
}

/** Checks a JWK against the algorithm and its use, and imports it; an object that still holds the same key is imported once. */
export async function prepareJwk(jwk: Jwk, algorithm: KeyAlgorithm, use: KeyUse): Promise<KeyResult> {
  const fault = checkJwk(jwk, algorithm, use);
  if (fault !== null) return fault;
  const remembered = recallKey(jwk, algorithm.alg, use);
  if (remembered !== null) return { key: remembered };
  const result = await importMembers(jwk.members, algorithm, use);
  if ("key" in result) rememberKey(jwk, algorithm.alg, use, result.key);
  return result;
}

async function importMembers(
  jwk: ReadonlyMap<string, unknown>,
  algorithm: KeyAlgorithm,
  use: KeyUse,
): Promise<KeyResult> {
  if (algorithm.kty === "oct") {
    const k = jwk.get("k");
    const secret = typeof k === "string" ? decodeBase64url(k) : null;
    return secret === null ? broken('The JWK\'s "k" is not base64url.') : prepareSecret(secret, algorithm);
  }
  const isPrivate = PRIVATE_MEMBERS.some((member) => jwk.has(member));
  if (use === "verify" && isPrivate) {
    return unsafe("A private JWK was given where a public one is enough: keep it with the issuer.");
  }
  if (use === "sign" && !isPrivate) return misfit("Signing takes a private JWK.");
  const material = readMaterial(jwk);
  if (material === null) return broken("A member of the JWK is not base64url.");
  try {
    // Only key material goes in: what the JWK says about its use has been checked above.
    const key = await importJWK({ ...material, kty: algorithm.kty }, algorithm.alg);
    return key instanceof Uint8Array ? broken("The JWK cannot be read.") : prepareCryptoKey(key, algorithm, use);
  } catch {
    return broken("The JWK cannot be read.");
  }
}

function readMaterial(jwk: ReadonlyMap<string, unknown>): JWK | null {
  const material: JWK = {};
  for (const member of [...PUBLIC_MEMBERS, ...PRIVATE_MEMBERS]) {
    const value = jwk.get(member);
    if (value === undefined) continue;
    // "crv" is a name; every other member is base64url.
    if (typeof value !== "string" || (member !== "crv" && !isBase64url(value))) return null;
    material[member] = value;
  }
  return material;
}
