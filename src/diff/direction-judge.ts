import type { Containment } from "../containment/includes.js";
import { validatorOf } from "../containment/validator-of.js";
import type { Token } from "../model/model.js";
import { ALL_RULES } from "../runtime/claims/all-rules.js";
import { explainErrors } from "../runtime/claims/explain-errors.js";
import type { ClaimIssue } from "../runtime/errors/claim-issue.js";
import type { SchemaValidator } from "../schema/compile/compile.js";
import type { JsonObject, JsonValue, SchemaObject } from "../schema/json-schema.js";
import { getOwn, isObject } from "../schema/own-property.js";
import { replaceOwn } from "./claims-object.js";
import { plausibleValues } from "./plausible-values.js";
import { demandedViews, type IssuedClaims, issuedClaims } from "./token-views.js";

/** Decides whether every value of `a` is a value of `b`; both are in the normal form. */
export type Includes = (a: SchemaObject, b: SchemaObject) => Containment;

const INCLUDED: Containment = { verdict: "included" };

const PLAIN_TEXT = "a";

/** So many claims of a sample get a value that reads well. */
const MOST_NAMES = 40;

/** Keywords by which an object that lost a name may be refused although it was accepted with it. */
const MISSES_NAMES = new Set(["minProperties", "dependentRequired", "dependentSchemas", "not", "if", "oneOf"]);

/** Judges the claims that producers of one token can issue by what consumers of another accept. Compiles and samples once. */
export class DirectionJudge {
  readonly from: Token;
  readonly to: Token;
  readonly #includes: Includes;
  readonly #issued: IssuedClaims;
  #demanded: readonly SchemaValidator[] | null = null;
  #sample: JsonObject | null | undefined;

  constructor(from: Token, to: Token, includes: Includes) {
    this.from = from;
    this.to = to;
    this.#includes = includes;
    this.#issued = issuedClaims(from);
  }

  /** Whether consumers accept the claims of every token that the producers can issue. */
  claims(): Containment {
    const verdict = this.meets(...demandedViews(this.to));
    if (verdict.verdict !== "included" || this.to.policy.unknownClaims !== "strip") return verdict;
    // What is stripped away is checked again without it.
    if (!mentions(this.to.claimSet.open, MISSES_NAMES)) return verdict;
    return this.meets(this.to.claimSet.closed).verdict === "included"
      ? verdict
      : { verdict: "unknown", reason: "whether the claim set accepts what is left after unknown claims are stripped" };
  }

  /** Whether all that the producers can issue meets every one of the schemas. A refutation counts before a doubt. */
  meets(...schemas: readonly SchemaObject[]): Containment {
    let doubt: Containment | null = null;
    for (const schema of schemas) {
      const verdict = this.#meetsOne(schema);
      if (verdict.verdict === "not-included") return verdict;
      if (verdict.verdict === "unknown") doubt ??= verdict;
    }
    return doubt ?? INCLUDED;
  }

  #meetsOne(schema: SchemaObject): Containment {
    const wide = this.#includes(this.#issued.wide, schema);
    if (wide.verdict === "included" || this.#issued.exact === this.#issued.wide) return wide;
    if (wide.verdict === "not-included" && this.canIssue(wide.witness)) return wide;
    return this.#includes(this.#issued.exact, schema);
  }

  /** Whether a producer can issue these claims, by the compiled validator. */
  canIssue(claims: JsonValue): boolean {
    return validatorOf(this.#issued.exact)(claims);
  }

  /** What a consumer reports of these claims; null where it accepts them. */
  refusal(claims: JsonValue): readonly ClaimIssue[] | null {
    this.#demanded ??= demandedViews(this.to).map(validatorOf);
    for (const validate of this.#demanded) {
      if (validate(claims)) continue;
      const names = this.to.claimSet.claims.map(({ name }) => name);
      return explainErrors(validate.errors ?? [], claims, { names, namespaces: [], aliases: {}, rules: ALL_RULES });
    }
    return null;
  }

  /** Some claims that a producer can issue, as few as were found; null where none were. */
  sample(): JsonObject | null {
    if (this.#sample !== undefined) return this.#sample;
    const found = this.#includes(this.#issued.exact, { not: {} });
    const claims = found.verdict === "not-included" && isObject(found.witness) ? found.witness : null;
    this.#sample = claims !== null && this.canIssue(claims) ? this.#withUsualValues(claims) : null;
    return this.#sample;
  }

  /** Claims that can be issued, with values that a reader would expect in the place of made-up ones. */
  #withUsualValues(claims: JsonObject): JsonObject {
    const names = Object.keys(claims).slice(0, MOST_NAMES);
    return names.reduce((shown, name) => {
      // Where nothing is expected a plain text is, rather than what was an example of another claim.
      const plain = typeof getOwn(shown, name) === "string" ? [PLAIN_TEXT] : [];
      const values = [...plausibleValues(name, this.from), ...plain];
      const forms = values.map((value) => replaceOwn(shown, name, value));
      return forms.find((form) => this.canIssue(form)) ?? shown;
    }, claims);
  }
}

function mentions(value: unknown, keywords: ReadonlySet<string>): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some((one) => mentions(one, keywords));
  // A claim may be called like a keyword; to take it for one only makes the answer more careful.
  return Object.entries(value).some(([name, member]) => keywords.has(name) || mentions(member, keywords));
}
