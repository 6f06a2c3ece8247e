import { isIssuerPattern, placeholdersOf } from "../config/issuer-pattern.js";
import type { Policy } from "./model.js";

/** A placeholder of a policy's issuers. */
export interface IssuerParameter {
  readonly name: string;
  /** Whether each of the issuers has it, so that verify returns it of every token. */
  readonly isAlways: boolean;
}

/** Whether some issuer of a policy is a pattern. */
export function hasIssuerPattern({ issuer }: Pick<Policy, "issuer">): boolean {
  return [issuer ?? []].flat().some(isIssuerPattern);
}

/** The placeholders of a policy's issuers, each once, in their order. */
export function issuerParameters({ issuer }: Pick<Policy, "issuer">): readonly IssuerParameter[] {
  const issuers = [issuer ?? []].flat().map(placeholdersOf);
  return [...new Set(issuers.flat())].map((name) => ({
    name,
    isAlways: issuers.every((names) => names.includes(name)),
  }));
}
