import type { ClaimsError, ClaimsErrorCode } from "../errors/claims-error.js";
import { AuthenticationError, type Refusal } from "./authentication-error.js";
import { type BearerError, bearerChallenge } from "./challenge.js";

/** Seconds; what cannot be fetched now is asked for again with the next request. */
const RETRY_AFTER = 5;

// What a framework may send on to the client by itself: no more than the challenge tells.
const REFUSED = "The token of the request is refused.";
const UNAVAILABLE = "The token of the request cannot be checked at present. Try again later.";

/**
 * How a request is refused for a reason: an error of its own, with the status and the challenge.
 * A reason that is the service's own fault, a wrong option, is given back as it is: it has no status.
 *
 * @param realm - for the challenge; null for none
 */
export function refuseRequest(reason: ClaimsError, realm: string | null): ClaimsError {
  const answer = answerTo(reason.code);
  if (answer === null || reason instanceof AuthenticationError) return reason;
  const { status, error, isAboutRequest } = answer;
  const isUnavailable = status === 503;
  const refusal: Refusal = {
    status,
    challenge: isUnavailable ? null : bearerChallenge(realm, error),
    retryAfter: isUnavailable ? RETRY_AFTER : null,
  };
  const { code, issues } = reason;
  if (isAboutRequest) return new AuthenticationError(code, reason.message, refusal);
  return new AuthenticationError(code, isUnavailable ? UNAVAILABLE : REFUSED, refusal, {
    cause: reason,
    ...(issues === undefined ? {} : { issues }),
  });
}

/**
 * How a request is refused whose token does not grant what is demanded.
 *
 * @param scope - the words of the scope that are demanded; none where it is not the scope that is too small
 */
export function refuseGrant(realm: string | null, message: string, scope: readonly string[]): AuthenticationError {
  const challenge = bearerChallenge(realm, "insufficient_scope", scope);
  return new AuthenticationError("insufficient_scope", message, { status: 403, challenge, retryAfter: null });
}

interface Answer {
  readonly status: Refusal["status"];
  readonly error: BearerError | null;
  /** Whether the reason is the form of the request, which its sender knows anyway. */
  readonly isAboutRequest: boolean;
}

/** The answer to each reason; null where it is the service that is at fault. */
function answerTo(code: ClaimsErrorCode): Answer | null {
  switch (code) {
    case "missing_token":
    case "unsupported_scheme":
    case "dpop_not_supported":
      // RFC 6750 section 3.1: no error where there was no attempt, or one in a way that is not known here.
      return { status: 401, error: null, isAboutRequest: true };
    case "invalid_request":
      return { status: 400, error: "invalid_request", isAboutRequest: true };
    case "insufficient_scope":
      return { status: 403, error: "insufficient_scope", isAboutRequest: false };
    case "jwks_unavailable":
    case "revocation_unavailable":
      return { status: 503, error: null, isAboutRequest: false };
    case "invalid_option":
      return null;
    // The options have been read before: a key that is no good here is one that the token's header asked for.
    case "invalid_key":
    case "malformed_token":
    case "encrypted_token":
    case "token_too_large":
    case "algorithm_not_allowed":
    case "type_mismatch":
    case "key_not_found":
    case "invalid_signature":
    case "expired":
    case "not_yet_valid":
    case "lifetime_exceeded":
    case "issuer_mismatch":
    case "audience_mismatch":
    case "invalid_claims":
    case "token_revoked":
      return { status: 401, error: "invalid_token", isAboutRequest: false };
  }
}
