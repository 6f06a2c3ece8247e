import type { Containment } from "../containment/includes.js";
import type { Token } from "../model/model.js";
import type { JsonValue } from "../schema/json-schema.js";
import { getOwn, isObject } from "../schema/own-property.js";
import { demandedFacets, FACET_MEMBER, issuedFacet } from "./claim-facet.js";
import { confirmClaimWitness } from "./confirm-witness.js";
import type { Change, Direction, Witness } from "./diff-report.js";
import type { DirectionJudge, Includes } from "./direction-judge.js";
import { alwaysIssued } from "./token-views.js";

/** A direction that the whole claim set breaks, with the witness of it where there is one. */
export interface BrokenDirection {
  readonly direction: Direction;
  readonly judge: DirectionJudge;
  readonly verdict: Exclude<Containment, { readonly verdict: "included" }>;
}

/** The directions that a change of one claim breaks, and what shows it. */
export type ClaimBreaks = Pick<Change, "breaks" | "witness" | "proof">;

/** How one claim's own part in a broken direction was judged: its value there, undefined where its absence is refused. */
type Part = { readonly verdict: "refuted"; readonly value: JsonValue | undefined } | { readonly verdict: "unknown" };

/** The broken directions for which a claim's values are to blame. */
export function breaksByValues(name: string, broken: readonly BrokenDirection[], includes: Includes): ClaimBreaks {
  return collect(name, broken, ({ judge: { from, to } }) => judgeFacets(name, from, to, true, true, includes));
}

/** The broken directions for which it is to blame that a claim may be absent on one side and not on the other. */
export function breaksByAbsence(name: string, broken: readonly BrokenDirection[]): ClaimBreaks {
  return collect(name, broken, ({ judge: { from, to } }) =>
    isDemanded(name, to) && !alwaysIssued(from).has(name) ? { verdict: "refuted", value: undefined } : null,
  );
}

/** The broken directions for which a claim is to blame that only one side declares. */
export function breaksByDeclaration(name: string, broken: readonly BrokenDirection[], includes: Includes): ClaimBreaks {
  return collect(name, broken, ({ judge: { from, to } }) =>
    judgeFacets(name, from, to, alwaysIssued(from).has(name), isDemanded(name, to), includes),
  );
}

function isDemanded(name: string, { claimSet }: Token): boolean {
  return claimSet.claims.some((claim) => claim.name === name && claim.required);
}

function judgeFacets(
  name: string,
  from: Token,
  to: Token,
  isIssued: boolean,
  isDemanded: boolean,
  includes: Includes,
): Part | null {
  const issued = issuedFacet(from, name, isIssued);
  let doubt: Part | null = null;
  for (const demanded of demandedFacets(to, name, isDemanded)) {
    const result = includes(issued, demanded);
    if (result.verdict === "not-included" && isObject(result.witness)) {
      return { verdict: "refuted", value: getOwn(result.witness, FACET_MEMBER) };
    }
    if (result.verdict !== "included") doubt = { verdict: "unknown" };
  }
  return doubt;
}

function collect(
  name: string,
  broken: readonly BrokenDirection[],
  judgePart: (one: BrokenDirection) => Part | null,
): ClaimBreaks {
  const breaks: Direction[] = [];
  let witness: Witness | null = null;
  let isUnknown = false;
  for (const one of broken) {
    const part = judgePart(one);
    if (part === null) continue;
    breaks.push(one.direction);
    const shown = part.verdict === "refuted" ? witnessOf(name, part.value, one) : null;
    witness ??= shown;
    if (shown === null) isUnknown = true;
  }
  return { breaks, witness, proof: isUnknown ? "unknown" : witness === null ? null : "witness" };
}

function witnessOf(name: string, value: JsonValue | undefined, one: BrokenDirection): Witness | null {
  const whole = one.verdict.verdict === "not-included" ? one.verdict.witness : null;
  return confirmClaimWitness(name, value, whole, one.judge, one.direction);
}
