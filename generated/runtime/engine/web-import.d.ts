import type { CryptoKey, JWK } from "jose";
import type { PemLabel } from "./crypto-engine.js";
import type { KeyAlgorithm } from "./key-algorithm.js";
import type { CheckedKey } from "./key-check.js";
import { type WebParameters } from "./web-crypto.js";
/** What Web Crypto is told of an algorithm, to import a key and to verify; a name alone says all of one that has its hash inside. */
export declare function webParameters({ name, crv, node: { digest } }: KeyAlgorithm): string | WebParameters;
/** The key of a JWK's key material; rejects where it is none. */
export declare function importJwk(material: JWK, algorithm: KeyAlgorithm): Promise<CryptoKey>;
/** The key of a PEM text (RFC 7468); rejects where it is none. */
export declare function importPem(pem: string, label: PemLabel, algorithm: KeyAlgorithm): Promise<CryptoKey>;
/** A checked key as Web Crypto takes it for verifying; rejects for what is none. */
export declare function importForVerify(key: CheckedKey, algorithm: KeyAlgorithm): Promise<CryptoKey>;
