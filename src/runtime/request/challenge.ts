/** The error codes of RFC 6750 section 3.1. */
export type BearerError = "invalid_request" | "invalid_token" | "insufficient_scope";

/** RFC 6749 section 3.3: one word of a scope. It needs no escape in a quoted string. */
const SCOPE_TOKEN = /^[\x21\x23-\x5b\x5d-\x7e]+$/;

/** Printable ASCII without `"` and `\`, so that nothing has to be escaped. */
const REALM = /^[\x20\x21\x23-\x5b\x5d-\x7e]{1,256}$/;

/** Whether a value can be one word of a scope. */
export function isScopeToken(value: unknown): value is string {
  return typeof value === "string" && SCOPE_TOKEN.test(value);
}

/** Whether a value can be a realm. */
export function isRealm(value: unknown): value is string {
  return typeof value === "string" && REALM.test(value);
}

/**
 * The value of `WWW-Authenticate` (RFC 6750 section 3, RFC 9110 section 11.6.1). It has no description: which check refused
 * a token helps who forges tokens, and the client would do the same whatever it was.
 *
 * @param error - null where the request holds no token that this service could take
 * @param scope - the words that are demanded, of {@link isScopeToken}
 */
export function bearerChallenge(
  realm: string | null,
  error: BearerError | null,
  scope: readonly string[] = [],
): string {
  const attributes = [
    ...(realm === null ? [] : [`realm="${realm}"`]),
    ...(error === null ? [] : [`error="${error}"`]),
    ...(scope.length === 0 ? [] : [`scope="${scope.join(" ")}"`]),
  ];
  return attributes.length === 0 ? "Bearer" : `Bearer ${attributes.join(", ")}`;
}
