import type { Token } from "../model/model.js";
import { estimateTokenSize, type Sizes } from "../model/token-size.js";

/** How long the tokens are in their compact form, in bytes; null on the side where the token is not. */
export interface SizeChange {
  readonly before: Sizes | null;
  readonly after: Sizes | null;
}

/** The sizes of a token on both sides. */
export function findSizeChange(before: Token | null, after: Token | null): SizeChange {
  const sizes = before && sizesOf(before);
  const isSame = before !== null && before.policy.digest === after?.policy.digest;
  return { before: sizes, after: isSame ? sizes : after && sizesOf(after) };
}

function sizesOf(token: Token): Sizes {
  const { smallest, typical, largest } = estimateTokenSize(token);
  return { smallest, typical, largest };
}
