import type { CryptoKey } from "jose";
/** The public key that was imported from the same PEM text for the same algorithm; else null. */
export declare function recallPem(pem: string, alg: string): CryptoKey | null;
/** Remembers the public key of a PEM text, and forgets the oldest where there are many. Never called with a private key. */
export declare function rememberPem(pem: string, alg: string, key: CryptoKey): void;
