import type { ClaimIssue } from "./claim-issue.js";

/** Why a token, its claims, a key or an option was refused. Stable: callers switch on it. */
export type ClaimsErrorCode =
  | "malformed_token"
  | "encrypted_token"
  | "token_too_large"
  | "algorithm_not_allowed"
  | "type_mismatch"
  | "key_not_found"
  | "jwks_unavailable"
  | "invalid_key"
  | "invalid_signature"
  | "expired"
  | "not_yet_valid"
  | "lifetime_exceeded"
  | "issuer_mismatch"
  | "audience_mismatch"
  | "invalid_claims"
  | "token_revoked"
  | "revocation_unavailable"
  | "missing_token"
  | "unsupported_scheme"
  | "dpop_not_supported"
  | "invalid_request"
  | "insufficient_scope"
  | "invalid_option";

/** Why a request was refused before its token was looked at, or after it was accepted. */
export type RequestErrorCode = Extract<
  ClaimsErrorCode,
  "missing_token" | "unsupported_scheme" | "dpop_not_supported" | "invalid_request" | "insufficient_scope"
>;

/**
 * Everything that issue and verify throw.
 *
 * The message names claims and rules, never a token, a signature, a key or a claim's value, so it may be
 * logged. `issues` is there with `invalid_claims` only; `cause` where another library gave the reason.
 */
export class ClaimsError extends Error {
  override name: string = "ClaimsError";
  readonly code: ClaimsErrorCode;
  // Declared, not initialized: the property exists only where there are issues.
  declare readonly issues?: readonly ClaimIssue[];

  constructor(
    code: ClaimsErrorCode,
    message: string,
    details: { readonly issues?: readonly ClaimIssue[]; readonly cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    if (details.issues !== undefined) this.issues = details.issues;
  }
}
