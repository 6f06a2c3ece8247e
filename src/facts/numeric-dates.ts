/**
 * The registered claims whose value is a point in time: seconds since 1970-01-01T00:00:00Z as a JSON number, with or without
 * a fraction (NumericDate, RFC 7519 section 2).
 */
export const NUMERIC_DATES: ReadonlyMap<string, string> = new Map([
  ["exp", "RFC 7519 section 4.1.4"],
  ["nbf", "RFC 7519 section 4.1.5"],
  ["iat", "RFC 7519 section 4.1.6"],
  ["auth_time", "OpenID Connect Core 1.0 section 2"],
  ["updated_at", "OpenID Connect Core 1.0 section 5.1"],
  ["toe", "RFC 8417 section 2.2"],
]);
