import type { Token } from "../model/model.js";
import type { JsonValue } from "../schema/json-schema.js";
import { durationText } from "../text/duration-text.js";
import { quoteText } from "../text/quote-text.js";
import type { ChangeDraft } from "./change-drafts.js";
import type { Break, ChangeKind } from "./diff-report.js";
import { losesIssuerParameter } from "./loses-issuer-parameter.js";
import {
  breaksByAlgorithms,
  breaksByAudience,
  breaksByIssuer,
  breaksByLifetime,
  breaksBySize,
  breaksByType,
  breaksByUnknownClaims,
  type PolicyCheck,
} from "./policy-breaks.js";
import type { TokenPair } from "./token-pair.js";

/** One key of a token's policy, in the order of the report. */
interface PolicyKey {
  readonly key: string;
  readonly kind: ChangeKind;
  /** How a message calls one value of it; a list of others than one is called by its plural. */
  readonly title: string;
  readonly read: (token: Token) => JsonValue;
  readonly show: (value: JsonValue) => string;
  /** Judges a direction; null where the key breaks none by itself. */
  readonly check: PolicyCheck | null;
}

const KEYS: readonly PolicyKey[] = [
  key("profile", "policy-profile", "profile", ({ policy }) => policy.profile),
  key("issuer", "policy-issuer", "issuer", ({ policy }) => asSet(policy.issuer), breaksByIssuer),
  key("audience", "policy-audience", "audience", ({ policy }) => asSet(policy.audience), breaksByAudience),
  key("algorithms", "policy-algorithms", "allowed algorithm", algorithmsOf, breaksByAlgorithms),
  key("type", "policy-type", "header `typ`", typesOf, breaksByType),
  key("lifetime", "policy-lifetime", "lifetime", ({ policy }) => policy.lifetimeSeconds, breaksByLifetime, duration),
  key(
    "clockTolerance",
    "policy-clock-tolerance",
    "clock tolerance",
    ({ policy }) => policy.clockToleranceSeconds,
    null,
    duration,
  ),
  key(
    "unknownClaims",
    "policy-unknown-claims",
    "treatment of unknown claims",
    ({ policy }) => policy.unknownClaims,
    breaksByUnknownClaims,
  ),
  key(
    "maxTokenBytes",
    "policy-max-token-bytes",
    "largest token",
    ({ policy }) => policy.maxTokenBytes,
    breaksBySize,
    bytes,
  ),
  key("helpers", "policy-helpers", "generated helper", ({ helpers }) => [...helpers].sort()),
];

/** What changed in a token's policy, key by key, and which directions each key breaks. */
export function findPolicyChanges(pair: TokenPair): readonly ChangeDraft[] {
  return KEYS.flatMap((one) => policyChange(one, pair));
}

function policyChange({ key, kind, title, read, show, check }: PolicyKey, pair: TokenPair): ChangeDraft[] {
  const before = read(pair.base);
  const after = read(pair.revision);
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const found = pair.directions.flatMap(({ direction, judge }) => {
    const result = check?.(judge, direction, pair.judgeOf) ?? null;
    return result === null ? [] : [{ direction, ...result }];
  });
  const breaks: Break[] = [
    ...found.map(({ direction }) => direction),
    ...lostHelpers(kind, pair),
    ...lostParameters(kind, pair),
  ];
  const witness = found.find((one) => one.witness !== null)?.witness ?? null;
  const proof = found.some((one) => one.proof === "unknown") ? "unknown" : witness === null ? null : "witness";
  return [
    {
      token: pair.revision.key,
      kind,
      claim: null,
      key,
      message: messageOf(title, show, before, after),
      before,
      after,
      breaks,
      witness,
      proof,
      location: pair.revision.location,
    },
  ];
}

/** `The issuer "a" is now "b".`, `The issuers "a" are now "a", "b".` */
function messageOf(title: string, show: PolicyKey["show"], before: JsonValue, after: JsonValue): string {
  const isOne = [before, after].every((value) => [value].flat().length <= 1);
  const [name, verb] = isOne ? [title, "is"] : [PLURALS.get(title) ?? `${title}s`, "are"];
  return `The ${name} ${show(before)} ${verb} now ${show(after)}.`;
}

const PLURALS: ReadonlyMap<string, string> = new Map([["header `typ`", "headers `typ`"]]);

/** Code that calls a helper does not compile without it. */
function lostHelpers(kind: ChangeKind, { base, revision }: TokenPair): Break[] {
  if (kind !== "policy-helpers") return [];
  const lost = base.helpers.filter((helper) => !revision.helpers.includes(helper));
  return lost.map((helper) => (helper === "issue" ? "producer-types" : "consumer-types"));
}

/** Code that reads what a placeholder stands for does not compile without it. */
function lostParameters(kind: ChangeKind, pair: TokenPair): Break[] {
  return kind === "policy-issuer" && losesIssuerParameter(pair) ? ["consumer-types"] : [];
}

function key(
  name: string,
  kind: ChangeKind,
  title: string,
  read: PolicyKey["read"],
  check: PolicyCheck | null = null,
  show: PolicyKey["show"] = words,
): PolicyKey {
  return { key: name, kind, title, read, show, check };
}

function asSet(names: string | readonly string[] | null): JsonValue {
  return names === null ? [] : [names].flat().sort();
}

/** In their order: the first is what issue takes by itself. */
function algorithmsOf({ policy }: Token): JsonValue {
  return policy.algorithms;
}

/** What is written, and beside it what else is accepted. */
function typesOf({ policy }: Token): JsonValue {
  return [policy.type, ...policy.acceptedTypes.filter((type) => type !== policy.type)];
}

function words(value: JsonValue): string {
  const values = [value].flat();
  if (values.length === 0) return "(none)";
  return values.map((one) => (typeof one === "string" ? quoteText(one) : "(absent)")).join(", ");
}

function duration(value: JsonValue): string {
  return durationText(Number(value));
}

function bytes(value: JsonValue): string {
  return `${Number(value)} bytes`;
}
