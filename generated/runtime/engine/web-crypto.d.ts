import type { CryptoKey, JWK } from "jose";
/** An algorithm in the words of Web Crypto, of which each operation reads what it knows. */
export interface WebParameters {
    readonly name: string;
    readonly hash: string;
    readonly saltLength: number;
    readonly namedCurve: string;
}
/**
 * What is used of Web Crypto to verify. Stated here, so that a generated package compiles with the types of Node and of the web, of
 * which each version has another idea of bytes.
 */
interface WebCrypto {
    importKey(format: "jwk" | "pkcs8" | "raw" | "spki", key: JWK | Uint8Array, algorithm: string | WebParameters, extractable: boolean, usages: ("sign" | "verify")[]): Promise<CryptoKey>;
    verify(algorithm: string | WebParameters, key: CryptoKey, signature: Uint8Array, signed: Uint8Array): Promise<boolean>;
}
/** The cryptography of the platform. Looked up at each use: a module without top-level work can be shaken out of a bundle. */
export declare function webCrypto(): WebCrypto;
export {};
