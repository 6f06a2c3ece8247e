import type { JWK } from "jose";
import { describeAlgorithm } from "../algorithms/describe-algorithm.js";
import type { KeyAlgorithm } from "../engine/key-algorithm.js";
import { refuse } from "../errors/refuse.js";

/** A key that was made for a test and lives as long as its objects. */
export interface FakeKey {
  readonly alg: string;
  readonly kid: string;
  /** Signs. Of HMAC: the secret, which verifies too. */
  readonly privateJwk: JWK;
  /** Verifies. Of HMAC: the secret. */
  readonly publicJwk: JWK;
}

const PUBLIC_MEMBERS = ["kty", "crv", "x", "y", "n", "e"] as const;
const PRIVATE_MEMBERS = ["d", "p", "q", "dp", "dq", "qi", "k"] as const;

/**
 * Makes a key for a JWS algorithm.
 *
 * @throws {ClaimsError} `algorithm_not_allowed` for an algorithm that is not known here
 */
export async function makeFakeKey(alg: string, kid: string): Promise<FakeKey> {
  const algorithm = describeAlgorithm(alg);
  if (algorithm === null) throw refuse("algorithm_not_allowed");
  const exported = await crypto.subtle.exportKey("jwk", await generate(algorithm));
  const stated = { alg, kid, use: "sig" };
  const secret = pick(exported, [...PUBLIC_MEMBERS, ...PRIVATE_MEMBERS]);
  const open = algorithm.kty === "oct" ? secret : pick(exported, PUBLIC_MEMBERS);
  return { alg, kid, privateJwk: { ...secret, ...stated }, publicJwk: { ...open, ...stated } };
}

async function generate({ kty, crv, name, hash, signatureBytes }: KeyAlgorithm) {
  const { subtle } = crypto;
  const uses: ("sign" | "verify")[] = ["sign", "verify"];
  switch (kty) {
    case "oct": {
      // A secret is as long as the hash, which is what HMAC signs with (RFC 7518 section 3.2).
      const length = Number(signatureBytes) * 8;
      return subtle.generateKey({ name, hash: hash ?? "", length }, true, uses);
    }
    case "RSA": {
      const publicExponent = new Uint8Array([1, 0, 1]);
      return privateKeyOf(
        await subtle.generateKey({ name, modulusLength: 2048, publicExponent, hash: hash ?? "" }, true, uses),
      );
    }
    case "EC":
      return privateKeyOf(await subtle.generateKey({ name, namedCurve: crv ?? "" }, true, uses));
    case "OKP":
      return privateKeyOf(await subtle.generateKey({ name: "Ed25519" }, true, uses));
  }
}

/** The private key of a pair; what types call a pair differs from one version of a platform's to the next. */
function privateKeyOf<Key>(made: Key | { readonly privateKey: Key }): Key {
  // A key has no such member.
  return typeof made === "object" && made !== null && "privateKey" in made ? (made.privateKey as Key) : (made as Key);
}

function pick(jwk: object, names: readonly (typeof PUBLIC_MEMBERS | typeof PRIVATE_MEMBERS)[number][]): JWK {
  const picked: JWK = {};
  for (const name of names) {
    const value: unknown = Reflect.get(jwk, name);
    if (typeof value === "string") picked[name] = value;
  }
  return picked;
}
