import type { Definitions } from "../model/in-place.js";
import type { Claim, Token } from "../model/model.js";

/** What the `$ref`s of a token's claim set name. */
export function definitionsOf(token: Token): Definitions {
  return token.claimSet.schema.$defs ?? {};
}

/** Says whether the organization issues this token, so that names and contents are its own to choose. */
export function isOwnToken(token: Token): boolean {
  return token.helpers.includes("issue");
}

/** A claim of the claim set that its schema declares; undefined for one that the standard, profile or policy adds. */
export function writtenClaim(token: Token, name: string): Claim | undefined {
  return token.claimSet.claims.find((claim) => claim.name === name && claim.declaredBy === "schema");
}

/** Says whether the schema has a place for a claim, and does not merely require it: that is one finding, of undeclared-required. */
export function isDeclared(claim: Claim, { claimSet: { authored } }: Token): boolean {
  const root = authored.locate(authored.schema);
  return claim.location.file !== root.file || claim.location.pointer !== root.pointer;
}
