import type { JWK } from "jose";
import type { KeyAlgorithm } from "./key-algorithm.js";
import type { CheckedKey } from "./key-check.js";

/** A checked key in the form in which its engine works fastest, for one algorithm and one use. */
export interface EngineKey {
  readonly algorithm: KeyAlgorithm;
  /** Bytes of its signatures: all of them have the same length. */
  readonly signatureBytes: number;
  /** What the engine made of the key; only the engine looks into it. */
  readonly native: unknown;
}

/** A token's parts as they came, and what the engine made of them. */
export interface EncodedToken {
  /** The whole token. */
  readonly text: string;
  /** Where the signature begins in it, past the second dot. */
  readonly signatureAt: number;
  readonly signature: Uint8Array;
}

/** The kinds of PEM text that hold a key (RFC 7468). */
export type PemLabel = "PUBLIC KEY" | "PRIVATE KEY" | "CERTIFICATE";

/**
 * What verify needs of a platform's cryptography; issue needs {@link Sign} beside it. There are two: Node's own module, and Web
 * Crypto. Every check of a token, a key and a claim is made outside, once for both.
 */
export interface CryptoEngine {
  /** The bytes of a base64url text; null where it is not their one canonical form (RFC 7515 section 2). */
  readonly decodeBase64url: (text: string, isKnownPlain?: boolean) => Uint8Array | null;
  /** The text in a base64url text; null where that is not canonical, undefined where the bytes are not UTF-8. */
  readonly decodeText: (text: string, isKnownPlain?: boolean) => string | null | undefined;
  /**
   * Says whether a text has no character that the two above would look for one by one in each part of it: `isKnownPlain` then spares
   * them that. Not there where they find it anyway.
   */
  readonly isPlain?: (text: string) => boolean;
  /** The SHA-256 of a text in UTF-8, as base64: the same with every engine, since several machines may share a store. */
  readonly hash: (text: string) => string | Promise<string>;
  /** The key of a JWK's key material; throws what the platform throws for what is none. */
  readonly importJwk: (material: JWK, algorithm: KeyAlgorithm) => CheckedKey | Promise<CheckedKey>;
  /** The key of a PEM text; throws what the platform throws for what is none. */
  readonly importPem: (pem: string, label: PemLabel, algorithm: KeyAlgorithm) => CheckedKey | Promise<CheckedKey>;
  /** What the engine keeps of a checked key (`EngineKey.native`); throws where it is no key of this platform. */
  readonly toNative: (key: CheckedKey, algorithm: KeyAlgorithm) => unknown;
  /** Says whether the signature is the key's over the token's first two parts; throws where the key cannot verify. */
  readonly verify: (token: EncodedToken, key: EngineKey) => boolean | Promise<boolean>;
}

/** Signs: the compact serialization of a header and a payload; throws where the key cannot sign. */
export type Sign = (header: SignedHeader, payload: string, key: EngineKey) => string | Promise<string>;

/** The header of a token that is issued. */
export interface SignedHeader {
  readonly alg: string;
  readonly [name: string]: unknown;
}
