import type { KeyObject } from "jose";
import type { KeyCheck, KeyFault } from "./key-check.js";

/** The forms in which a secret may come: bytes, a KeyObject, the members of a JWK, or PEM text, which is none. */
export type SecretForm = Uint8Array | KeyObject | ReadonlyMap<string, unknown> | string;

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
  readonly node: NodeAlgorithm;
  /** Bytes of each signature: a number, or what the modulus makes it. */
  readonly signatureBytes: number | "modulus";
  /** What is wrong with a key pair or Web Crypto key of the right kind; not there where every such key is sound. */
  readonly checkStrength?: (details: KeyDetails) => KeyFault | null;
  /** Checks a secret and gives its bytes; not there where the algorithm takes a key pair. */
  readonly checkSecret?: (secret: SecretForm) => KeyCheck;
}

/** An algorithm in the words of `node:crypto`. */
export interface NodeAlgorithm {
  /** What `asymmetricKeyType` says of its keys; null for secrets. */
  readonly type: "rsa" | "ec" | "ed25519" | null;
  /** What `namedCurve` says of its keys. */
  readonly curve?: string;
  /** OpenSSL's name of the hash; null where the algorithm has its own inside. */
  readonly digest: string | null;
  /** What signing and verifying are told beside the key. */
  readonly options?: NodeKeyOptions;
  /** How long a signature takes, as a share of what one turn of the event loop is given (`turns.ts`). */
  readonly cost: number;
}

/** What `node:crypto` can be told beside a key. */
export interface NodeKeyOptions {
  readonly dsaEncoding?: "ieee-p1363";
  readonly padding?: number;
  readonly saltLength?: number;
}

/** What Web Crypto and Node say of a key, of which its strength follows. */
export interface KeyDetails {
  /** Bits of a secret. */
  readonly length?: number;
  readonly modulusLength?: number;
  readonly publicExponent?: Uint8Array | bigint;
}

/** Describes the algorithms of one family; null for any other. */
export type KeyFamily = (alg: string) => KeyAlgorithm | null;
