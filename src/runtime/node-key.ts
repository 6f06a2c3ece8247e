import type { KeyObject } from "jose";
import type { EngineKey } from "./crypto-engine.js";
import type { KeyAlgorithm } from "./key-algorithm.js";
import type { NodeKeyInput } from "./node-crypto.js";

/** What the engine for Node keeps of a key: all that is the same for each token. */
export interface NativeKey {
  /** OpenSSL's name of the hash; null where the algorithm has its own. */
  readonly digest: string | null;
  readonly input: NodeKeyInput;
}

/** OpenSSL's constants, which Node gives as `crypto.constants`. */
const RSA_PKCS1_PSS_PADDING = 6;
const RSA_PSS_SALTLEN_DIGEST = -1;

/** What Node asks for beside a key, for an algorithm. */
export function describeNative(key: KeyObject, { alg, kty, hash, crv }: KeyAlgorithm): NativeKey {
  const digest = hash === null ? digestOf(crv) : hash.replace("SHA-", "sha");
  if (kty === "EC") return { digest, input: { key, dsaEncoding: "ieee-p1363" } };
  if (kty === "OKP") return { digest: null, input: { key } };
  const isPss = alg.startsWith("PS");
  const padding = { padding: RSA_PKCS1_PSS_PADDING, saltLength: RSA_PSS_SALTLEN_DIGEST };
  return { digest, input: isPss ? { key, ...padding } : { key } };
}

/** The hash that goes with a curve (RFC 7518 section 3.4); Ed25519 has its own inside. */
function digestOf(crv: string | null): string | null {
  switch (crv) {
    case "P-256":
      return "sha256";
    case "P-384":
      return "sha384";
    case "P-521":
      return "sha512";
    default:
      return null;
  }
}

/** How long a signature takes, as a share of what one turn of the event loop is given (`turns.ts`). */
export function costOf({ kty, crv }: KeyAlgorithm): number {
  if (kty === "RSA") return 1;
  return crv === "P-256" || kty === "OKP" ? 3 : 30;
}

/** What {@link describeNative} made of a key. */
export function nativeOf(key: EngineKey): NativeKey {
  // toNative() of the engine for Node has put it there.
  return key.native as NativeKey;
}
