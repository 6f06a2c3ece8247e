/** What a JWS algorithm asks of its key. */
export interface KeyAlgorithm {
  readonly alg: string;
  readonly kty: "oct" | "RSA" | "EC" | "OKP";
  /** Curve of EC and OKP keys, as JWK and Web Crypto name it. */
  readonly crv: string | null;
  /** Name of the algorithm in Web Crypto. */
  readonly name: string;
  /** Hash that a Web Crypto key of this algorithm is bound to. */
  readonly hash: string | null;
  /** The least bytes of a secret: as long as the hash (RFC 7518 section 3.2). */
  readonly secretBytes: number;
}

// Made on first use: a module without top-level work can be shaken out of a bundle.
let described: Map<string, KeyAlgorithm> | undefined;

/** What an algorithm asks of its key (RFC 7518 section 3.1, RFC 8037 section 3.1, RFC 9864); null for one that jose cannot do. */
export function describeAlgorithm(alg: string): KeyAlgorithm | null {
  const known = described?.get(alg);
  if (known !== undefined) return known;
  const made = describe(alg);
  // Only names that the switch knows: a token's `alg` may be anything.
  if (made === null) return null;
  described ??= new Map();
  described.set(alg, made);
  return made;
}

function describe(alg: string): KeyAlgorithm | null {
  switch (alg) {
    case "HS256":
      return hmac(alg, 256);
    case "HS384":
      return hmac(alg, 384);
    case "HS512":
      return hmac(alg, 512);
    case "RS256":
    case "PS256":
      return rsa(alg, "SHA-256");
    case "RS384":
    case "PS384":
      return rsa(alg, "SHA-384");
    case "RS512":
    case "PS512":
      return rsa(alg, "SHA-512");
    case "ES256":
      return ecdsa(alg, "P-256");
    case "ES384":
      return ecdsa(alg, "P-384");
    case "ES512":
      return ecdsa(alg, "P-521");
    case "EdDSA":
    case "Ed25519":
      return { alg, kty: "OKP", crv: "Ed25519", name: "Ed25519", hash: null, secretBytes: 0 };
    default:
      return null;
  }
}

function hmac(alg: string, bits: number): KeyAlgorithm {
  return { alg, kty: "oct", crv: null, name: "HMAC", hash: `SHA-${bits}`, secretBytes: bits / 8 };
}

function rsa(alg: string, hash: string): KeyAlgorithm {
  const name = alg.startsWith("PS") ? "RSA-PSS" : "RSASSA-PKCS1-v1_5";
  return { alg, kty: "RSA", crv: null, name, hash, secretBytes: 0 };
}

function ecdsa(alg: string, crv: string): KeyAlgorithm {
  return { alg, kty: "EC", crv, name: "ECDSA", hash: null, secretBytes: 0 };
}
