import type { JsonValue } from "../schema/json-schema.js";
import { pointerOf } from "../text/pointer.js";
import { shortDigest } from "./contract-form.js";
import type { Break, Change, ChangeKind } from "./diff-report.js";

/** What a finder of changes says; the rest has a default. */
export interface ChangeDraft extends Partial<Pick<Change, "breaks" | "witness" | "proof" | "location" | "readers">> {
  readonly token: string;
  readonly kind: ChangeKind;
  /** The claim's name; null for a change of policy or of the whole token. */
  readonly claim: string | null;
  /** For a change of policy: the key in the config. */
  readonly key?: string;
  readonly message: string;
  /** What the place demanded before and demands now: with token, kind and place all that the id is made of. */
  readonly before: JsonValue;
  readonly after: JsonValue;
}

const BREAK_ORDER: readonly Break[] = ["backward", "forward", "producer-types", "consumer-types"];

/** The change of a draft, with its id. */
export function toChange({ token, key, before, after, ...draft }: ChangeDraft): Change {
  const { kind, claim } = draft;
  const breaks = draft.breaks ?? [];
  return {
    breaks: BREAK_ORDER.filter((one) => breaks.includes(one)),
    witness: draft.witness ?? null,
    proof: draft.proof ?? null,
    location: draft.location ?? null,
    readers: breaks.length === 0 ? [] : (draft.readers ?? []),
    id: `${kind}-${shortDigest([token, kind, claim ?? key ?? null, before, after])}`,
    kind,
    claim,
    path: claim === null ? (key === undefined ? "" : pointerOf("tokens", token, key)) : pointerOf(claim),
    message: draft.message,
    accepted: null,
  };
}
