import { issuerRule } from "../model/issuer-rule.js";
import type { Policy, Token } from "../model/model.js";
import { isSameMediaType } from "../runtime/text/media-type.js";
import { compileSchema } from "../schema/compile/compile.js";
import type { SchemaObject } from "../schema/json-schema.js";
import { confirmPolicyWitness } from "./confirm-witness.js";
import type { Direction, Witness } from "./diff-report.js";
import type { DirectionJudge } from "./direction-judge.js";
import { audienceRule, isIssuedHere, partiesOf } from "./token-views.js";

/** How a difference of policy breaks one direction. */
export interface PolicyBreak {
  readonly witness: Witness | null;
  readonly proof: "witness" | "unknown" | null;
}

/** A break that needs no witness: the two policies say it. */
const STATED: PolicyBreak = { witness: null, proof: null };

/** Judges one key of the policy in one direction; null where it breaks nothing. */
export type PolicyCheck = (judge: DirectionJudge, direction: Direction, includes: JudgeOf) => PolicyBreak | null;

/** Makes a judge of another pair with the same means. */
export type JudgeOf = (from: Token, to: Token) => DirectionJudge;

export const breaksByIssuer: PolicyCheck = (judge, direction) =>
  breaksByParty(judge, direction, partiesOf(judge.from.policy.issuer), partiesOf(judge.to.policy.issuer), (names) => ({
    type: "object",
    required: ["iss"],
    properties: { iss: issuerRule(names) },
  }));

export const breaksByAudience: PolicyCheck = (judge, direction) =>
  breaksByParty(
    judge,
    direction,
    partiesOf(judge.from.policy.audience),
    partiesOf(judge.to.policy.audience),
    (names) => ({ type: "object", required: ["aud"], properties: { aud: audienceRule(names) } }),
  );

/** Every algorithm that the producer may choose has to be one that the consumer allows. */
export const breaksByAlgorithms: PolicyCheck = ({ from, to }) =>
  from.policy.algorithms.every((name) => to.policy.algorithms.includes(name)) ? null : STATED;

/** The header `typ` that is written has to be one that is accepted; a third party writes any that was accepted before. */
export const breaksByType: PolicyCheck = ({ from, to }) => {
  const written = isIssuedHere(from) ? [from.policy.type] : from.policy.acceptedTypes;
  return written.every((type) => accepts(to.policy, type)) ? null : STATED;
};

/** A token that lives longer than the consumer's lifetime is refused. */
export const breaksByLifetime: PolicyCheck = ({ from, to }) =>
  from.policy.lifetimeSeconds <= to.policy.lifetimeSeconds ? null : STATED;

/** A producer may fill a token up to its own limit. */
export const breaksBySize: PolicyCheck = ({ from, to }) =>
  from.policy.maxTokenBytes <= to.policy.maxTokenBytes ? null : STATED;

/**
 * What `unknownClaims` alone would break, if the claim set had stayed as it was. The witness is one of the two sides as
 * they are; where they fit together nothing is broken.
 */
export const breaksByUnknownClaims: PolicyCheck = (judge, direction, judgeOf) => {
  const { from, to } = judge;
  const { unknownClaims } = to.policy;
  if (unknownClaims === from.policy.unknownClaims) return null;
  const alone = judgeOf(from, { ...from, policy: { ...from.policy, unknownClaims } }).claims();
  if (alone.verdict === "included") return null;
  const whole = judge.claims();
  if (whole.verdict === "included") return null;
  const found = [alone, whole].flatMap((one) => (one.verdict === "not-included" ? [one.witness] : []));
  for (const claims of found) {
    const witness = confirmPolicyWitness(claims, judge, direction, (form) => judge.refusal(form) !== null);
    if (witness !== null) return { witness, proof: "witness" };
  }
  return { witness: null, proof: "unknown" };
};

function breaksByParty(
  judge: DirectionJudge,
  direction: Direction,
  written: readonly string[] | null,
  accepted: readonly string[] | null,
  ruleOf: (names: readonly string[]) => SchemaObject,
): PolicyBreak | null {
  if (accepted === null || written?.every((name) => accepted.includes(name))) return null;
  const rule = ruleOf(accepted);
  const verdict = judge.meets(rule);
  if (verdict.verdict === "included") return null;
  if (verdict.verdict === "unknown") return { witness: null, proof: "unknown" };
  const validate = compileSchema(rule);
  const witness = confirmPolicyWitness(verdict.witness, judge, direction, (claims) => !validate(claims));
  return witness === null ? { witness, proof: "unknown" } : { witness, proof: "witness" };
}

function accepts({ acceptedTypes }: Policy, type: string | null): boolean {
  return acceptedTypes.some((one) => (one === null || type === null ? one === type : isSameMediaType(one, type)));
}
