/** What standards and practice say against an algorithm. */
export interface AlgorithmStatus {
  /** As a clause that follows the name. */
  readonly objection: string;
  /** What to use in its place, as a sentence. */
  readonly instead: string;
  readonly source: readonly string[];
}

const PKCS1: AlgorithmStatus = {
  objection: "pads signatures by PKCS #1 v1.5, which is not recommended for new systems",
  instead:
    "Use PS256 with the same keys, or ES256; add it beside the old one, move producers, then remove the old one.",
  source: ["OWASP JSON Web Token Cheat Sheet", "RFC 8725 section 3.2"],
};

/** The signature algorithms that new systems should not choose. Those that are not here are current. */
export const DISCOURAGED_ALGORITHMS: ReadonlyMap<string, AlgorithmStatus> = new Map([
  ["RS256", PKCS1],
  ["RS384", PKCS1],
  ["RS512", PKCS1],
  [
    "EdDSA",
    {
      objection: "does not say which curve is meant, and is deprecated for that",
      instead:
        'Use Ed25519, which is the same for keys on that curve; consumers list both names until the last "EdDSA" token has expired.',
      source: ["RFC 9864 section 2.2"],
    },
  ],
]);

/** Whether an algorithm is a MAC, whose key both signs and verifies (RFC 7518 section 3.2). */
export function isMac(algorithm: string): boolean {
  return algorithm.startsWith("HS");
}
