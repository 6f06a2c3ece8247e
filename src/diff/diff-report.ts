import type { Location } from "../errors.js";
import type { ClaimIssue } from "../runtime/errors/claim-issue.js";
import type { JsonObject } from "../schema/json-schema.js";
import type { Expansion } from "./expansion.js";
import type { SizeChange } from "./size-change.js";

/** `backward`: BASE issues, REVISION verifies (tokens in flight). `forward`: REVISION issues, BASE still verifies. */
export type Direction = "backward" | "forward";

/** What a change stops working: tokens in one direction, or code that compiled against the old package. */
export type Break = Direction | "producer-types" | "consumer-types";

/** What kind of thing changed. */
export type ChangeKind =
  | "token-added"
  | "token-removed"
  | "token-renamed"
  | "claim-added"
  | "claim-removed"
  | "claim-required"
  | "claim-optional"
  | "claim-narrowed"
  | "claim-widened"
  | "claim-changed"
  | "claim-short-name"
  | "claim-annotation"
  | "claim-set"
  | "policy-issuer"
  | "policy-audience"
  | "policy-algorithms"
  | "policy-type"
  | "policy-lifetime"
  | "policy-clock-tolerance"
  | "policy-unknown-claims"
  | "policy-max-token-bytes"
  | "policy-profile"
  | "policy-helpers";

/** Claims that one side can issue and the other refuses, as both compiled validators confirmed. */
export interface Witness {
  /** Which direction it refutes. */
  readonly direction: Direction;
  readonly claims: JsonObject;
  /** What the refusing side reports; null where a check of the policy refuses, which reports no claim issue. */
  readonly issue: ClaimIssue | null;
}

/** One thing that changed. */
export interface Change {
  /** Survives moves, reformatting and other changes beside it; what `diff.accept` names. */
  readonly id: string;
  readonly kind: ChangeKind;
  /** The claim's name on the wire; null for a change of policy or of the whole token. */
  readonly claim: string | null;
  /** JSON pointer of the claim in the claims object, or of the policy's key in the config. */
  readonly path: string;
  readonly message: string;
  readonly breaks: readonly Break[];
  readonly witness: Witness | null;
  /** `unknown`: neither proved compatible nor refuted, and so reported as breaking. */
  readonly proof: "witness" | "unknown" | null;
  /** Where it stands in the revision's files; null where the token is gone. */
  readonly location: Location | null;
  /** Services that read the claim (`x-claimsmith-readers`), where the change breaks something. */
  readonly readers: readonly string[];
  /** The break is known and accepted in the config. */
  readonly accepted: Acceptance | null;
}

/** One entry of `diff.accept`, as far as a report shows it. */
export interface Acceptance {
  readonly reason: string;
  /** The last day on which the break is accepted, null for ever. */
  readonly until: string | null;
}

export type Level = "none" | "compatible" | "breaking";

/** In which order the two sides may be deployed. */
export type Rollout = "any-order" | "consumers-first" | "producers-first" | "two-step";

/** What happened to one token. */
export interface TokenDiff {
  readonly token: string;
  /** Whether every token that a producer can issue under BASE is accepted by a consumer on REVISION. */
  readonly backward: boolean;
  /** Whether every token that a producer can issue under REVISION is accepted by a consumer still on BASE. */
  readonly forward: boolean;
  readonly level: Level;
  readonly rollout: Rollout;
  /** Numbered steps in words; empty where the order of deployment is free. */
  readonly plan: readonly string[];
  /** For `two-step`: the state in between, where one is proved; else null. */
  readonly expansion: Expansion | null;
  readonly size: SizeChange;
  /** Those that break a direction first, else in the order of the claim set, then of the policy. */
  readonly changes: readonly Change[];
}

/** What changed between two projects, token by token: first in the order of the revision's config, then those that are gone. */
export interface DiffReport {
  readonly tokens: readonly TokenDiff[];
}

/** Whether a change makes one side refuse tokens of the other. */
export function breaksTokens({ breaks }: Pick<Change, "breaks">): boolean {
  return breaks.includes("backward") || breaks.includes("forward");
}
