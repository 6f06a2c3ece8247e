import type { Token } from "../model/model.js";
import { type ClaimSize, estimateTokenSize, type TokenSize } from "../model/token-size.js";

/** The sizes of each token, estimated once. */
const KNOWN = new WeakMap<Token, TokenSize>();

/** How long the compact form of a token is; several rules ask. */
export function sizeOfToken(token: Token): TokenSize {
  const known = KNOWN.get(token) ?? estimateTokenSize(token);
  KNOWN.set(token, known);
  return known;
}

/** The claims that cost most, the dearest first, with their bytes: `role (120 bytes), plan (44 bytes)`. */
export function dearestClaims({ claims }: TokenSize, bytesOf: (claim: ClaimSize) => number): string {
  return [...claims]
    .sort((one, other) => bytesOf(other) - bytesOf(one))
    .slice(0, 3)
    .map((claim) => `${JSON.stringify(claim.claim)} (${bytesOf(claim)} bytes)`)
    .join(", ");
}
