import { breaksTokens, type DiffReport } from "./diff-report.js";

/** From what on a comparison fails. */
export const FAIL_ON = ["breaking", "any", "never"] as const;

export type FailOn = (typeof FAIL_ON)[number];

/**
 * Whether a report fails: with `breaking` where a change makes one side refuse tokens of the other, with `any` where
 * anything changed, and in neither case for what the config accepts.
 */
export function isFailing({ tokens }: DiffReport, failOn: FailOn): boolean {
  if (failOn === "never") return false;
  const open = tokens.flatMap(({ changes }) => changes).filter(({ accepted }) => accepted === null);
  return failOn === "any" ? open.length > 0 : open.some(breaksTokens);
}
