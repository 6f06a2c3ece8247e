import type { JsonValue } from "../schema/json-schema.js";
import { quoteText } from "../text/quote-text.js";
import type { ChangeDraft } from "./change-drafts.js";
import { claimOf } from "./claim-facet.js";
import { contractForm, restForm } from "./contract-form.js";
import type { Break } from "./diff-report.js";
import type { TokenPair } from "./token-pair.js";
import type { TypeBreak, TypeBreaks } from "./type-breaks.js";

/** Changes that no type shows. */
const UNTYPED: ReadonlySet<ChangeDraft["kind"]> = new Set(["claim-annotation", "claim-short-name"]);

/** The changes with the breaks of code on those that cause them; what no listed change causes becomes a change of its own. */
export function attachTypeBreaks(
  drafts: readonly ChangeDraft[],
  types: TypeBreaks,
  pair: TokenPair,
): readonly ChangeDraft[] {
  const withProducers = attach(drafts, "producer-types", types.producer, pair);
  return attach(withProducers, "consumer-types", types.consumer, pair);
}

function attach(
  drafts: readonly ChangeDraft[],
  kind: Break,
  { isBroken, claims }: TypeBreak,
  pair: TokenPair,
): readonly ChangeDraft[] {
  if (!isBroken) return drafts;
  const blamed = new Set<ChangeDraft>();
  const more: ChangeDraft[] = [];
  for (const name of claims) {
    const causes = drafts.filter((draft) => isCause(draft, name));
    for (const cause of causes) blamed.add(cause);
    if (causes.length === 0) more.push(typeChange(name, pair));
  }
  if (claims.size === 0) {
    const whole = drafts.find((draft) => draft.kind === "claim-set");
    if (whole === undefined) more.push(wholeTypeChange(pair));
    else blamed.add(whole);
  }
  const marked = (draft: ChangeDraft): ChangeDraft => ({ ...draft, breaks: [...(draft.breaks ?? []), kind] });
  return [...drafts.map((draft) => (blamed.has(draft) ? marked(draft) : draft)), ...more.map(marked)];
}

function isCause({ kind, claim }: ChangeDraft, name: string): boolean {
  if (claim === name) return !UNTYPED.has(kind);
  // The policy decides whether these are filled in, and whether they are there at all.
  return (kind === "policy-issuer" && name === "iss") || (kind === "policy-audience" && name === "aud");
}

function typeChange(name: string, pair: TokenPair): ChangeDraft {
  const after = claimOf(pair.revision, name);
  return {
    token: pair.revision.key,
    kind: "claim-changed",
    claim: name,
    message: `Claim ${quoteText(name)} has another type.`,
    before: formOf(pair.base, name),
    after: formOf(pair.revision, name),
    location: after?.location ?? null,
  };
}

function wholeTypeChange({ base, revision }: TokenPair): ChangeDraft {
  const { authored } = revision.claimSet;
  return {
    token: revision.key,
    kind: "claim-set",
    claim: null,
    message: "The claims together have another type.",
    before: restForm(base.claimSet.schema),
    after: restForm(revision.claimSet.schema),
    location: authored.locate(authored.schema),
  };
}

function formOf(token: TokenPair["base"], name: string): JsonValue {
  const claim = claimOf(token, name);
  return claim === undefined ? null : contractForm(claim.schema, token.claimSet.schema.$defs ?? {});
}
