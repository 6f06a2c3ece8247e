import type { Definitions } from "../model/in-place.js";
import type { Claim, Token } from "../model/model.js";
import type { JsonObject, JsonValue, Schema, SchemaObject } from "../schema/json-schema.js";
import { isObject } from "../schema/own-property.js";
import type { ClaimCandidates } from "./claim-candidates.js";
import { type ClaimsJudge, judgeClaims } from "./claims-judge.js";
import { type DrawBudget, drawValues } from "./draw-values.js";
import { repairClaims } from "./repair-claims.js";
import { type SolveBudget, solveExample } from "./solve-example.js";

/** So many claims get values from elsewhere. */
const MOST_CLAIMS = 100;

/** What draws may read of schemas for the claims of a token, and again for its claims as a whole. */
const MOST_READS = 1_000_000;

/** So often the solver may give up on claims, and once on all of them as a whole. */
const MOST_SOLVES = 5;

/**
 * Claims that the judge accepts, with means that take longer: values that json-schema-faker draws for what is refused, the whole
 * claim set drawn, and last a value that the containment solver builds. Null where none is found.
 */
export function searchFurther(
  token: Token,
  full: readonly Claim[],
  demanded: readonly Claim[],
  candidates: ClaimCandidates,
  judge: ClaimsJudge,
): JsonObject | null {
  const { schema, closed, open } = token.claimSet;
  const definitions = schema.$defs ?? {};
  candidates.restart();
  const blamed = blamedOf(judge, candidates, [...new Set([...demanded, ...full])]);
  const draws: DrawBudget = { left: MOST_READS };
  const solves: SolveBudget = { left: MOST_SOLVES };
  for (const claim of blamed.slice(0, MOST_CLAIMS)) {
    const drawn = drawValues(claim.schema, definitions, draws);
    candidates.add(claim, [...drawn, ...solvedValues(claim.schema, definitions, solves)]);
  }
  for (const chosen of [full, demanded]) {
    const found = repairClaims(chosen, demanded, candidates, judge, token.claimSet.claims);
    if (found !== null) return found;
  }
  candidates.restart();
  const stated = candidates.assemble(demanded.filter(isOfPolicy));
  for (const value of wholeValues(closed, open)) {
    if (!isObject(value)) continue;
    const claims: JsonObject = { ...value, ...stated };
    if (judgeClaims(judge, claims).length > 0) continue;
    return polish(claims, new Set([...full, ...demanded]), candidates, token.claimSet.claims, judge);
  }
  return null;
}

/** Claims that were drawn, with likely values in place of odd ones and without those that no example shows, as far as they can be. */
function polish(
  drawn: JsonObject,
  shown: ReadonlySet<Claim>,
  candidates: ClaimCandidates,
  known: readonly Claim[],
  judge: ClaimsJudge,
): JsonObject {
  let claims = drawn;
  for (const claim of known.slice(0, MOST_CLAIMS)) {
    if (!Object.hasOwn(claims, claim.name)) continue;
    const likely = candidates.first(claim);
    const tried = Object.fromEntries(
      Object.entries(claims).flatMap(([name, value]): [string, JsonValue][] => {
        if (name !== claim.name) return [[name, value]];
        return shown.has(claim) ? [[name, likely ?? value]] : [];
      }),
    );
    if (judgeClaims(judge, tried).length === 0) claims = tried;
  }
  return claims;
}

/** Values of the whole claim set; each is made when it is asked for. */
function* wholeValues(closed: SchemaObject, open: SchemaObject): Generator<JsonValue> {
  yield* drawValues(closed, closed.$defs ?? {}, { left: MOST_READS });
  const solved = solveExample(closed, open, { left: 1 });
  if (solved !== null) yield solved;
}

function solvedValues(schema: Schema, definitions: Definitions, budget: SolveBudget): readonly JsonValue[] {
  if (typeof schema === "boolean") return [];
  const solved = solveExample({ ...schema, $defs: definitions }, {}, budget);
  return solved === null ? [] : [solved];
}

/** The claims that are refused, or have no value at all. */
function blamedOf(judge: ClaimsJudge, candidates: ClaimCandidates, claims: readonly Claim[]): readonly Claim[] {
  const names = new Set(judgeClaims(judge, candidates.assemble(claims)).map(({ claim }) => claim));
  return claims.filter((claim) => names.has(claim.name) || candidates.first(claim) === undefined);
}

/** What the policy says of a token counts before what its claim set does. */
function isOfPolicy({ name }: Claim): boolean {
  return ["iss", "aud", "exp", "iat"].includes(name);
}
