import type { ClaimIssue } from "./claim-issue.js";
import { ClaimsError, type ClaimsErrorCode, type RequestErrorCode } from "./claims-error.js";

/** The words of a code. */
export interface Wording {
  /** The rule that was broken, where the caller has nothing more precise to say. */
  readonly rule: string;
  /** What to do. */
  readonly remedy: string;
}

/** The words of every code, in one place, so that none of them ever quotes a token. */
const WORDING: Readonly<Record<Exclude<ClaimsErrorCode, RequestErrorCode>, Wording>> = {
  malformed_token: {
    rule: "The token is not a JSON Web Token in compact serialization.",
    remedy: "Pass the token exactly as the issuer sent it.",
  },
  encrypted_token: {
    rule: "The token is encrypted (JWE).",
    remedy: "Decrypt it first; this package verifies signed tokens.",
  },
  token_too_large: {
    rule: "The token is longer than the policy allows.",
    remedy: "Leave claims out, or raise `maxTokenBytes` in claims.config.json.",
  },
  algorithm_not_allowed: {
    rule: "The algorithm is not one that the policy allows.",
    remedy: "The allow-list is `algorithms` in claims.config.json.",
  },
  type_mismatch: {
    rule: "The header `typ` is not the one of this kind of token.",
    remedy: "Check that the token is of the kind that is expected here.",
  },
  key_not_found: {
    rule: "No key of the key set can serve for this token.",
    remedy: "Check the key set, and the key id in the token's header.",
  },
  jwks_unavailable: {
    rule: "The key could not be fetched.",
    remedy: "This is not the token's fault; see `cause`, and try again later.",
  },
  invalid_key: {
    rule: "The key cannot be used.",
    remedy: "Pass a key that is made for the algorithm and for this operation.",
  },
  invalid_signature: {
    rule: "The signature does not belong to this token and key.",
    remedy: "Do not trust the token.",
  },
  expired: {
    rule: 'The token has expired: claim "exp" does not lie after now.',
    remedy: "Get a new token.",
  },
  not_yet_valid: {
    rule: 'The token is not valid yet: claim "nbf" lies after now.',
    remedy: "Check the clocks of both sides, or allow for `clockTolerance`.",
  },
  lifetime_exceeded: {
    rule: "The token lives longer than the policy allows.",
    remedy: "The limit is `lifetime` in claims.config.json.",
  },
  issuer_mismatch: {
    rule: 'Claim "iss" is not an issuer that is accepted here.',
    remedy: "Check who issued the token, and `issuer` in the policy and the options.",
  },
  audience_mismatch: {
    rule: 'Claim "aud" names no audience that is accepted here.',
    remedy: "Check for whom the token is meant, and `audience` in the policy and the options.",
  },
  invalid_claims: {
    rule: "The claims are not as the claim set says.",
    remedy: "See `issues`.",
  },
  invalid_option: {
    rule: "An option is empty or makes no sense.",
    remedy: "Leave an option out where the policy should decide.",
  },
};

/**
 * Makes the error of a code: what is wrong, then what to do.
 *
 * @param detail - a sentence that is more precise than the code's own; free of values from a token
 */
export function refuse(
  code: Exclude<ClaimsErrorCode, RequestErrorCode>,
  detail?: string,
  details: { readonly cause?: unknown } = {},
): ClaimsError {
  return new ClaimsError(code, wordRefusal(WORDING[code], detail), details);
}

/** What is wrong, then what to do. */
export function wordRefusal({ rule, remedy }: Wording, detail?: string): string {
  return `${detail ?? rule} ${remedy}`;
}

/** Issues that the message of `invalid_claims` repeats; `issues` holds all of them. */
const SHOWN_ISSUES = 3;

/** Makes the `invalid_claims` error of some issues; its message repeats the first few. */
export function refuseClaims(issues: readonly ClaimIssue[]): ClaimsError {
  const shown = issues.slice(0, SHOWN_ISSUES).map((issue) => issue.message);
  const more = issues.length - shown.length;
  if (more > 0) shown.push(`And ${more} more: see \`issues\`.`);
  return new ClaimsError("invalid_claims", shown.join(" ") || WORDING.invalid_claims.rule, { issues });
}
