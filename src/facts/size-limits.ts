/** A place that a token has to fit through. */
export interface SizeLimit {
  /** With its article: `a cookie`. */
  readonly where: string;
  readonly bytes: number;
  /** Bytes that stand beside the token: `Authorization: Bearer ` in a header, a name in a cookie. */
  readonly beside: number;
  readonly source: string;
  readonly confidence: "read" | "recalled";
}

/** The limits that most tokens meet, from the smallest. */
export const SIZE_LIMITS: readonly SizeLimit[] = [
  {
    // Browsers ignore a longer cookie whole, without an error.
    where: "a cookie",
    bytes: 4096,
    beside: "__Host-token=".length,
    source: "RFC 6265 section 6.1",
    confidence: "read",
  },
  {
    where: "an HTTP header of common servers",
    bytes: 8192,
    beside: "Authorization: Bearer ".length,
    source: "draft-ietf-httpbis-rfc6265bis section 4.2",
    confidence: "read",
  },
];
