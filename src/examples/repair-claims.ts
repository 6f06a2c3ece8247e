import type { Claim } from "../model/model.js";
import type { JsonObject } from "../schema/json-schema.js";
import type { ClaimCandidates } from "./claim-candidates.js";
import { type ClaimsJudge, judgeClaims } from "./claims-judge.js";

/** Claims are put right so often; each time, every claim that is to blame takes its next value. */
const MOST_ROUNDS = 40;

/**
 * Claims that the judge accepts, by trial: what is invalid takes its next value, what is missing is put in, what is unwanted is
 * left out. Null where that leads nowhere.
 */
export function repairClaims(
  chosen: readonly Claim[],
  demanded: readonly Claim[],
  candidates: ClaimCandidates,
  judge: ClaimsJudge,
  known: readonly Claim[] = chosen,
): JsonObject | null {
  candidates.restart();
  const kept = new Set(chosen);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const claims = candidates.assemble(known.filter((claim) => kept.has(claim)));
    const issues = judgeClaims(judge, claims);
    if (issues.length === 0) return claims;
    let isChanged = false;
    for (const name of new Set(issues.map(({ claim, expected }) => expected ?? claim))) {
      const claim = known.find((one) => one.name === name);
      if (claim === undefined) continue;
      if (!kept.has(claim)) {
        kept.add(claim);
        isChanged = true;
      } else if (candidates.next(claim)) isChanged = true;
      else if (!demanded.includes(claim)) isChanged = kept.delete(claim) || isChanged;
    }
    if (!isChanged) return null;
  }
  return null;
}
