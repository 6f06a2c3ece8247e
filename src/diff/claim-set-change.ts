import { closeSchema } from "../model/closed-view.js";
import { openSchema } from "../model/effective-schema.js";
import type { Token } from "../model/model.js";
import { withPrefix } from "../schema/bundle/merge-roots.js";
import type { SchemaObject } from "../schema/json-schema.js";
import type { ChangeDraft } from "./change-drafts.js";
import type { BrokenDirection } from "./claim-breaks.js";
import { confirmWitness } from "./confirm-witness.js";
import { isSameForm, restForm } from "./contract-form.js";
import type { Direction, Witness } from "./diff-report.js";
import type { Includes } from "./direction-judge.js";
import { editClaims } from "./edit-claims.js";
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

/** The revision's token with some claims as the base declares and requires them. */
function withClaimsOf(base: Token, revision: Token, names: ReadonlySet<string>): Token {
  const old = base.claimSet.claims.filter(({ name }) => names.has(name));
  // The base's definitions come along under names of their own.
  const own = withPrefix(
    {
      properties: Object.fromEntries(old.map(({ name, schema }) => [name, schema])),
      $defs: base.claimSet.schema.$defs ?? {},
    },
    "base:",
  );
  const schemas = new Map(Object.entries(own.body.properties ?? {}));
  const required = new Set(old.filter((claim) => claim.required).map(({ name }) => name));
  const edits = new Map(
    [...names].map((name) => [name, { schema: schemas.get(name) ?? null, required: required.has(name) }]),
  );
  const edited = editClaims(revision.claimSet.schema, edits);
  const schema: SchemaObject = { ...edited, $defs: { ...edited.$defs, ...Object.fromEntries(own.definitions) } };
  const claims = [...revision.claimSet.claims.filter(({ name }) => !names.has(name)), ...old];
  return {
    ...revision,
    claimSet: { ...revision.claimSet, schema, open: openSchema(schema), closed: closeSchema(schema), claims },
  };
}
