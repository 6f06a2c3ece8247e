import type { CryptoKey } from "jose";

/** Public keys that are remembered: more than a service has issuers. */
const MAX_KNOWN = 16;

// Made on first use: a module without top-level work can be shaken out of a bundle.
let known: Map<string, CryptoKey> | undefined;

/** The public key that was imported from the same PEM text for the same algorithm; else null. */
export function recallPem(pem: string, alg: string): CryptoKey | null {
  return known?.get(`${alg} ${pem}`) ?? null;
}

/** Remembers the public key of a PEM text, and forgets the oldest where there are many. Never called with a private key. */
export function rememberPem(pem: string, alg: string, key: CryptoKey): void {
  known ??= new Map();
  known.set(`${alg} ${pem}`, key);
  if (known.size <= MAX_KNOWN) return;
  for (const oldest of known.keys()) {
    known.delete(oldest);
    return;
  }
}
