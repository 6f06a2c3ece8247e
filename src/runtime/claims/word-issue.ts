import type { ValidatorError } from "../errors/claim-issue.js";
import { quoteName } from "../errors/quote-name.js";
import type { ClaimNameTable } from "./claim-set.js";

/** The start of a message: the claim, and the place inside it where that is deeper. */
export function wordSubject(claim: string, path: string): string {
  if (path === "") return "The claims object";
  const isInside = path.indexOf("/", 1) !== -1;
  return `Claim ${quoteName(claim)}${isInside ? ` at ${quoteName(path)}` : ""}`;
}

/** The rule that a complaint is of, as the rest of a sentence. */
export function wordRule({ keyword, params }: ValidatorError, { rules = {} }: ClaimNameTable): string {
  const word = Object.hasOwn(rules, keyword) ? rules[keyword] : undefined;
  return word?.(params) ?? `breaks the rule ${quoteName(keyword)} of its schema`;
}
