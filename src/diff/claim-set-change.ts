import { closeSchema } from "../model/closed-view.js";
import { openSchema } from "../model/effective-schema.js";
import type { Token } from "../model/model.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";
import type { ChangeDraft } from "./change-drafts.js";
import type { BrokenDirection } from "./claim-breaks.js";
import { confirmWitness } from "./confirm-witness.js";
import { isSameForm, restForm } from "./contract-form.js";
import type { Direction, Witness } from "./diff-report.js";
import type { Includes } from "./direction-judge.js";
import { withPrefix } from "./merge-roots.js";
import type { TokenPair } from "./token-pair.js";

/**
 * What changed in a claim set besides its single claims: how claims depend on one another, and which others may be there.
 * Carries what breaks a direction and what no single claim explains.
 *
 * @param changed - the claims with a change of their own
 * @param explained - for each broken direction the claims that break it
 */
export function findClaimSetChange(
  pair: TokenPair,
  broken: readonly BrokenDirection[],
  changed: ReadonlySet<string>,
  explained: (one: BrokenDirection) => ReadonlySet<string>,
): ChangeDraft[] {
  const before = restForm(pair.base.claimSet.schema);
  const after = restForm(pair.revision.claimSet.schema);
  const unexplained = broken.flatMap((one) => {
    const rest = judgeRest(pair, one, explained(one));
    return rest === null ? [] : [rest];
  });
  const isOther = !isSameForm(before, after) && !isSameMeaning(pair, changed);
  if (unexplained.length === 0 && !isOther) return [];
  const { authored } = pair.revision.claimSet;
  const witness = unexplained.find((one) => one.witness !== null)?.witness ?? null;
  const isUnknown = unexplained.some((one) => one.witness === null);
  return [
    {
      token: pair.revision.key,
      kind: "claim-set",
      claim: null,
      message: isOther
        ? "What the claim set says of its claims together changed."
        : "The changes of the claim set together change what it accepts.",
      before,
      after,
      breaks: unexplained.map(({ direction }) => direction),
      witness,
      proof: isUnknown ? "unknown" : witness === null ? null : "witness",
      location: authored.locate(authored.schema),
    },
  ];
}

/** What still breaks a direction when the claims that explain it are as they were; null where nothing does. */
function judgeRest(
  { base, revision, judgeOf }: TokenPair,
  { direction, judge, verdict }: BrokenDirection,
  explained: ReadonlySet<string>,
): { readonly direction: Direction; readonly witness: Witness | null } | null {
  if (explained.size === 0) {
    const witness = verdict.verdict === "unknown" ? null : confirmWitness(verdict.witness, judge, direction);
    return { direction, witness };
  }
  const undone = withClaimsOf(base, revision, explained);
  const rest = direction === "backward" ? judgeOf(base, undone) : judgeOf(undone, base);
  const result = rest.claims();
  if (result.verdict === "included") return null;
  // The witness is one of the real two sides, so that what is shown is refused there.
  const witness = result.verdict === "unknown" ? null : confirmWitness(result.witness, judge, direction);
  return { direction, witness };
}

/** Whether the claim sets mean the same once every changed claim is as it was. */
function isSameMeaning({ base, revision, includes }: TokenPair, changed: ReadonlySet<string>): boolean {
  const undone = changed.size === 0 ? revision : withClaimsOf(base, revision, changed);
  return (
    isEqual(base.claimSet.open, undone.claimSet.open, includes) &&
    isEqual(base.claimSet.closed, undone.claimSet.closed, includes)
  );
}

function isEqual(one: SchemaObject, other: SchemaObject, includes: Includes): boolean {
  return includes(one, other).verdict === "included" && includes(other, one).verdict === "included";
}

/** The revision's token with some claims as the base declares and requires them at its root. */
function withClaimsOf(base: Token, revision: Token, names: ReadonlySet<string>): Token {
  const old = withPrefix(base.claimSet.schema, "base:");
  const { $defs = {}, ...root } = revision.claimSet.schema;
  const isKept = ([name]: readonly [string, unknown]): boolean => !names.has(name);
  const properties: readonly [string, Schema][] = [
    ...Object.entries(root.properties ?? {}).filter(isKept),
    ...Object.entries(old.body.properties ?? {}).filter((entry) => !isKept(entry)),
  ];
  const required = [
    ...(root.required ?? []).filter((name) => !names.has(name)),
    ...(old.body.required ?? []).filter((name) => names.has(name)),
  ];
  const schema: SchemaObject = {
    ...root,
    properties: Object.fromEntries(properties),
    required,
    $defs: { ...$defs, ...Object.fromEntries(old.definitions) },
  };
  const claims = [
    ...revision.claimSet.claims.filter(({ name }) => !names.has(name)),
    ...base.claimSet.claims.filter(({ name }) => names.has(name)),
  ];
  return {
    ...revision,
    claimSet: { ...revision.claimSet, schema, open: openSchema(schema), closed: closeSchema(schema), claims },
  };
}
