import { exampleIssuer } from "../model/issuer-rule.js";
import type { Claim, Token } from "../model/model.js";
import type { JsonObject, JsonValue } from "../schema/json-schema.js";
import { EXAMPLE_NOW } from "./example-time.js";
import { findExampleValues } from "./example-values.js";
import type { WorkBudget } from "./value-search.js";

/** An id as issue would draw it. */
const JWT_ID = "3f0e2a44-6f0c-4c5b-9a3e-5d1b7c8e9f01";

/** Work of {@link findExampleValues} for all claims of a token; one claim may take a part of it. */
const WORK = 300_000;

/** The values that an example may have of each claim, and which of them is its turn. They are made as they are asked for. */
export class ClaimCandidates {
  readonly #token: Token;
  readonly #known = new Map<Claim, { readonly values: JsonValue[]; readonly rest: Iterator<JsonValue> }>();
  readonly #turns = new Map<Claim, number>();
  readonly #tooLong = new Set<Claim>();
  readonly #budget: WorkBudget = { left: WORK };

  constructor(token: Token) {
    this.#token = token;
  }

  /** The likeliest value; undefined where there is none. */
  first(claim: Claim): JsonValue | undefined {
    return this.#valueAt(claim, 0);
  }

  /** Takes the next value of a claim; says whether there is one. */
  next(claim: Claim): boolean {
    const turn = (this.#turns.get(claim) ?? 0) + 1;
    if (this.#valueAt(claim, turn) === undefined) return false;
    this.#turns.set(claim, turn);
    return true;
  }

  /** Whether values of a claim were passed over because no token can hold them. */
  hasTooLong(claim: Claim): boolean {
    return this.#tooLong.has(claim);
  }

  /** Adds values of a claim after those that there are. */
  add(claim: Claim, values: readonly JsonValue[]): void {
    while (this.#valueAt(claim, this.#valuesOf(claim).values.length) !== undefined);
    this.#valuesOf(claim).values.push(...values.filter((value) => this.#isShort(claim, value)));
  }

  /** Begins with the first values again. */
  restart(): void {
    this.#turns.clear();
  }

  /** Claims as it is their turn; those without a value are left out. */
  assemble(claims: readonly Claim[]): JsonObject {
    const entries = claims.flatMap((claim): [string, JsonValue][] => {
      const value = this.#valueAt(claim, this.#turns.get(claim) ?? 0);
      return value === undefined ? [] : [[claim.name, value]];
    });
    return Object.fromEntries(entries);
  }

  #valueAt(claim: Claim, at: number): JsonValue | undefined {
    const { values, rest } = this.#valuesOf(claim);
    while (values.length <= at) {
      const { done, value } = rest.next();
      if (done === true) return undefined;
      if (this.#isShort(claim, value)) values.push(value);
    }
    return values[at];
  }

  #isShort(claim: Claim, value: JsonValue): boolean {
    if (typeof value !== "string" && (typeof value !== "object" || value === null)) return true;
    // A token is base64url: four characters for three bytes.
    if (JSON.stringify(value).length * 4 <= this.#token.policy.maxTokenBytes * 3) return true;
    this.#tooLong.add(claim);
    return false;
  }

  #valuesOf(claim: Claim) {
    const known = this.#known.get(claim);
    if (known !== undefined) return known;
    const rest = findExampleValues(claim.name, claim.schema, this.#token.claimSet.schema.$defs ?? {}, this.#budget);
    const made = { values: [...policyValues(claim, this.#token)], rest };
    this.#known.set(claim, made);
    return made;
  }
}

/** What the policy says of a claim; it counts before what the schema says. */
function policyValues({ name, filledIn }: Claim, { policy }: Token): readonly JsonValue[] {
  switch (name) {
    case "iat":
    case "nbf":
      return [EXAMPLE_NOW];
    case "exp":
      return [EXAMPLE_NOW + policy.lifetimeSeconds];
    case "iss":
      return one(policy.issuer).map(exampleIssuer);
    case "aud":
      return one(policy.audience).flatMap((audience) =>
        filledIn?.by === "const" ? [[audience], audience] : [audience, [audience]],
      );
    case "jti":
      return filledIn === null ? [] : [JWT_ID];
    default:
      return filledIn?.by === "const" ? [filledIn.value] : [];
  }
}

function one(names: string | readonly string[] | null): readonly string[] {
  const [first] = names === null ? [] : [names].flat();
  return first === undefined ? [] : [first];
}

/** The JSON pointer of a member (RFC 6901). */
export function appendName(pointer: string, name: string): string {
  return `${pointer}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
