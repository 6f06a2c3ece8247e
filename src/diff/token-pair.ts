import type { Token } from "../model/model.js";
import type { Direction } from "./diff-report.js";
import { DirectionJudge, type Includes } from "./direction-judge.js";

/** A token on both sides, with a judge for each direction. */
export interface TokenPair {
  readonly base: Token;
  readonly revision: Token;
  readonly directions: readonly DirectionOfPair[];
  readonly includes: Includes;
  /** A judge of other tokens with the same means. */
  judgeOf(from: Token, to: Token): DirectionJudge;
}

export interface DirectionOfPair {
  readonly direction: Direction;
  readonly judge: DirectionJudge;
}

/** Puts the two sides of a token together. */
export function pairTokens(base: Token, revision: Token, includes: Includes): TokenPair {
  return {
    base,
    revision,
    includes,
    directions: [
      { direction: "backward", judge: new DirectionJudge(base, revision, includes) },
      { direction: "forward", judge: new DirectionJudge(revision, base, includes) },
    ],
    judgeOf: (from, to) => new DirectionJudge(from, to, includes),
  };
}
