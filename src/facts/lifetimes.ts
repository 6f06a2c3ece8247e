/** How long a kind of token should be accepted at most. */
export interface LongestLifetime {
  /** As a noun with its article. */
  readonly kind: string;
  readonly seconds: number;
  readonly source: readonly string[];
}

const HOUR = 3600;

/** By profile. Where no standard gives a number, a day: a token cannot be taken back, and whoever finds it can use it that long. */
export const LONGEST_LIFETIMES = {
  jwt: { kind: "a token", seconds: 24 * HOUR, source: ["OWASP JSON Web Token Cheat Sheet"] },
  rfc9068: { kind: "an access token", seconds: HOUR, source: ["RFC 6750 section 5.3"] },
  "oidc-id-token": { kind: "an ID token", seconds: 24 * HOUR, source: ["OWASP JSON Web Token Cheat Sheet"] },
  "oidc-logout-token": {
    kind: "a logout token",
    seconds: 120,
    source: ["OpenID Connect Back-Channel Logout 1.0 section 4"],
  },
} as const satisfies Readonly<Record<string, LongestLifetime>>;
