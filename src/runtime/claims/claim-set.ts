import type { ClaimsValidator } from "../errors/claim-issue.js";
import type { typeRule } from "./rules.js";
import type { stripUndeclared } from "./strip.js";

/** The names of a claim set, for telling a misspelt claim from an unknown one. */
export interface ClaimNameTable {
  /** Wire names of all claims that the claim set declares. */
  readonly names: readonly string[];
  /** Prefixes of the organization's private claims. */
  readonly namespaces: readonly string[];
  /** By the wire name of a claim, names that people write by mistake for it: in lower case, without word separators, a space between two. */
  readonly aliases: Readonly<Record<string, string>>;
  /** The words of the keywords that the claim set's validators have, so that a bundle has no others. */
  readonly rules?: RuleWords;
}

/** The rule of a keyword, as the rest of a sentence, by the keyword: see {@link typeRule} and the others. */
export type RuleWords = Readonly<Record<string, typeof typeRule>>;

/** A claim set as consumers read it. */
export interface ClaimSet {
  readonly policy: { readonly unknownClaims: "ignore" | "strip" | "reject" };
  readonly claimNames: ClaimNameTable;
  /** The claim set as consumers read it. */
  readonly open: ClaimsValidator;
  /** The claim set without undeclared claims; null where `unknownClaims` is `ignore`, which does not need it. */
  readonly closed: ClaimsValidator | null;
  /** Takes undeclared names out; null where `unknownClaims` is not `strip`, so that a bundle has it only where it is used. */
  readonly strip: typeof stripUndeclared | null;
}
