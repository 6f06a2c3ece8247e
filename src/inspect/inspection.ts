import type { ClaimIssue } from "../runtime/errors/claim-issue.js";
import type { ClaimsErrorCode } from "../runtime/errors/claims-error.js";

/** Why something is found: the code of the `ClaimsError` that verify would throw, or of the `ClaimIssue` that it would list. */
export type FindingCode = Exclude<ClaimsErrorCode, "invalid_claims" | "invalid_option"> | ClaimIssue["code"];

/** One thing that is wrong with a token. */
export interface Finding {
  readonly code: FindingCode;
  /** Wire name of the claim; null for what is wrong with the token as a whole, its header or its signature. */
  readonly claim: string | null;
  /** What would have been right: a name, a value of the policy, or a few words. Null where nothing more can be said. */
  readonly expected: string | null;
  /** What is wrong, and what to do where that is not obvious. Never holds a signature or a whole token. */
  readonly message: string;
  /** Whether verify refuses the token for it; else it is worth knowing only. */
  readonly refuses: boolean;
}

/** What a part of a token costs, in bytes of the token. */
export interface ClaimSize {
  readonly claim: string;
  readonly bytes: number;
}

/** How long a token is, and why. In bytes; a token is ASCII. */
export interface TokenSize {
  readonly bytes: number;
  /** What the policy allows; null where no kind is known. */
  readonly maxBytes: number | null;
  readonly header: number;
  readonly payload: number;
  readonly signature: number;
  /** The claims' shares of the payload, about, the largest first. */
  readonly claims: readonly ClaimSize[];
}

/** Everything that can be said of a token. */
export interface Inspection {
  /** The kind of token: its key in the config; null where it is none of them, or there is no config. */
  readonly token: string | null;
  /** Whether verify would accept it, as far as was looked: see `verified`. */
  readonly acceptable: boolean;
  /** Whether a key was given and belongs to the signature. */
  readonly verified: boolean;
  /** In the order in which to fix them. */
  readonly findings: readonly Finding[];
  /** The header, null where it cannot be read. */
  readonly header: Readonly<Record<string, unknown>> | null;
  /** The claims, null where they cannot be read. */
  readonly claims: Readonly<Record<string, unknown>> | null;
  /** What the token is, in a few words: "an access token (RFC 9068)". Null where it is no token. */
  readonly description: string | null;
  /** What a reader should know besides, a sentence each. */
  readonly notes: readonly string[];
  /** Null where the text is no token. */
  readonly size: TokenSize | null;
}

/** Makes a finding that verify refuses the token for. */
export function refusal(
  code: FindingCode,
  message: string,
  { claim = null, expected = null }: { readonly claim?: string | null; readonly expected?: string | null } = {},
): Finding {
  return { code, claim, expected, message, refuses: true };
}

/** What is known of a signature. */
export interface SignatureResult {
  readonly verified: boolean;
  readonly findings: readonly Finding[];
  /** Why nothing was verified although a key was given; null where that is said by the findings or was not the case. */
  readonly note: string | null;
}
