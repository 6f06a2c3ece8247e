import type { Token } from "../model/model.js";
import type { PolicyRow } from "./catalogue.js";
import { durationWords } from "./duration-words.js";

const UNKNOWN_CLAIMS = {
  ignore: "are let pass, as RFC 7519 section 4 asks",
  strip: "are taken out before the service sees the claims",
  reject: "are refused",
} as const;

/** What a token's policy says, in the order in which verify asks. */
export function policyRows({ policy, helpers }: Token): readonly PolicyRow[] {
  const typed = policy.acceptedTypes.filter((type) => type !== null);
  const isOptional = policy.acceptedTypes.includes(null);
  return [
    row("Longest token", [], `${formatNumber(policy.maxTokenBytes)} bytes`),
    row("Algorithms", policy.algorithms, ""),
    row(
      "Header typ",
      typed.length === 0 ? [policy.type] : typed,
      isOptional ? "or none; issue writes it" : "and no other",
    ),
    row("Issuer", list(policy.issuer), policy.issuer === null ? "any: each service has to demand its own" : ""),
    row("Audience", list(policy.audience), policy.audience === null ? "any: each service has to demand its own" : ""),
    row("Lifetime", [], `at most ${durationWords(policy.lifetimeSeconds)} from iat to exp`),
    row(
      "Clock tolerance",
      [],
      policy.clockToleranceSeconds === 0 ? "none" : durationWords(policy.clockToleranceSeconds),
    ),
    row("Undeclared claims", [], UNKNOWN_CLAIMS[policy.unknownClaims]),
    row("Helpers", helpers, helpers.length === 1 && helpers[0] === "verify" ? "only: a third party issues it" : ""),
    row("Digest", [policy.digest], "of claim set and policy: equal digests, equal contract"),
  ];
}

/** A number with its thousands set off, the same on every machine. */
export function formatNumber(value: number): string {
  return String(value).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

function row(term: string, values: readonly string[], words: string): PolicyRow {
  return { term, values, words };
}

function list(names: string | readonly string[] | null): readonly string[] {
  return names === null ? [] : [names].flat();
}
