import type { ClaimIssue } from "../errors/claim-issue.js";
import type { ClaimsErrorCode } from "../errors/claims-error.js";
import type { BadTokenSource } from "./bad-tokens.js";
import * as make from "./bad-tokens.js";
import type { TokenKit } from "./token-kit.js";

/** A token that has to be refused, and the code that it gets. */
export interface BadTokenCase {
  /** As it is asked for: `expired`, `missing("role")`. */
  readonly name: string;
  /** The code of verify, the usual one first. */
  readonly codes: readonly ClaimsErrorCode[];
  /** The issue that `invalid_claims` has then. */
  readonly issue: { readonly code: ClaimIssue["code"]; readonly claim: string } | null;
  make(source: BadTokenSource): Promise<string>;
}

/** The bad tokens that there are whatever the claim set, by their names. */
export function plainCases(kit: TokenKit): readonly BadTokenCase[] {
  return [
    plain("malformed", make.malformed, "malformed_token"),
    plain("encrypted", make.encrypted, "encrypted_token"),
    plain("tooLarge", make.tooLarge, "token_too_large"),
    plain("algNone", make.algNone, "algorithm_not_allowed"),
    plain("wrongAlgorithm", make.wrongAlgorithm, "algorithm_not_allowed"),
    plain("wrongType", make.wrongType, "type_mismatch"),
    plain("unknownKey", make.unknownKey, "key_not_found", "invalid_signature"),
    plain("wrongKey", make.wrongKey, "invalid_signature"),
    plain("tampered", make.tampered, "invalid_signature"),
    plain("expired", make.expired, "expired"),
    plain("notYetValid", make.notYetValid, "not_yet_valid"),
    plain("livesTooLong", make.livesTooLong, "lifetime_exceeded"),
    ...(make.hasParty(kit, "issuer") ? [plain("wrongIssuer", make.wrongIssuer, "issuer_mismatch")] : []),
    ...(make.hasParty(kit, "audience") ? [plain("wrongAudience", make.wrongAudience, "audience_mismatch")] : []),
    ...(kit.refusesUnknown
      ? [{ ...plain("unknown", make.unknown, "invalid_claims"), issue: issueOf("unknown", "") }]
      : []),
  ];
}

/** All bad tokens that there are of a kind. */
export function badTokenCases(kit: TokenKit): readonly BadTokenCase[] {
  return [
    ...plainCases(kit),
    ...kit.missing.map((claim) => ofClaim("missing", claim, make.missing)),
    ...kit.misnamed.map((claim) => ofClaim("misnamed", claim, make.misnamed)),
    ...kit.invalid.map((claim) => ofClaim("invalid", claim, make.invalid)),
  ];
}

/**
 * The bad tokens of a kind, each made when it is asked for. What there is none of is no member.
 *
 * @param source - the kit, the issuer, and a test's own claims
 */
export function badTokens<Bad>(source: BadTokenSource): Bad {
  const { kit } = source;
  const plainOnes = plainCases(kit).map(({ name, make }): [string, unknown] => [name, () => make(source)]);
  const byClaim = { missing: make.missing, misnamed: make.misnamed, invalid: make.invalid };
  const ofClaims = Object.entries(byClaim).map(([name, make]): [string, unknown] => [
    name,
    (claim: string) => make(source, claim),
  ]);
  const present = ofClaims.filter(([name]) => {
    const claims: unknown = Reflect.get(kit, name);
    return Array.isArray(claims) && claims.length > 0;
  });
  // The generator writes the type from the same kit.
  return Object.fromEntries([...plainOnes, ...present]) as Bad;
}

function plain(name: string, make: BadTokenCase["make"], ...codes: readonly ClaimsErrorCode[]): BadTokenCase {
  return { name, codes, issue: null, make };
}

function ofClaim(
  code: "missing" | "misnamed" | "invalid",
  claim: string,
  make: (source: BadTokenSource, claim: string) => Promise<string>,
): BadTokenCase {
  return {
    name: `${code}(${JSON.stringify(claim)})`,
    codes: ["invalid_claims"],
    issue: issueOf(code, claim),
    make: (source) => make(source, claim),
  };
}

/** @param claim - the name that was meant; empty for any */
function issueOf(code: ClaimIssue["code"], claim: string): BadTokenCase["issue"] {
  return { code, claim };
}
