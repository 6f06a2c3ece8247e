import { claimTable } from "../model/claim-table.js";
import { type Definitions, inPlaceSchemas } from "../model/in-place.js";
import type { Claim, Token } from "../model/model.js";
import type { ClaimIssue } from "../runtime/errors/claim-issue.js";
import {
  type ClaimJudge,
  findIssues,
  misnamedAs,
  WRONG_VALUES,
  withInvalidClaim,
  withMisnamedClaim,
  withoutClaim,
  withUnknownClaim,
} from "../runtime/testing/wrong-claims.js";
import type { JsonObject, Schema } from "../schema/json-schema.js";
import type { ExampleValidators } from "./claims-judge.js";

/** The claims of which a token can be refused, by the way. */
export interface BadClaimNames {
  readonly missing: readonly string[];
  readonly misnamed: readonly string[];
  readonly invalid: readonly string[];
  readonly refusesUnknown: boolean;
}

/** Claims that are tried one by one; each costs a few runs of the validators over all of them. */
const MOST_CLAIMS = 250;

/** Which claims make a token refused where they are missing, misnamed or invalid, by trial on its example. */
export function badClaimNames(
  token: Token,
  example: JsonObject,
  validators: ExampleValidators,
  namespaces: readonly string[],
): BadClaimNames {
  const { policy, claimSet } = token;
  const claimNames = claimTable(claimSet.claims, namespaces);
  const isStrict = policy.unknownClaims === "reject";
  const judge: ClaimJudge = {
    validators: isStrict ? [validators.closed, validators.open] : [validators.open],
    claimNames,
    declared: new Set(claimNames.names),
  };
  // Before the claim set, verify looks at the parties: it has codes of its own for them.
  const parties = [...(policy.issuer === null ? [] : ["iss"]), ...(policy.audience === null ? [] : ["aud"])];
  const claims = claimSet.claims.filter(({ name }) => !parties.includes(name));
  const names = claims.map(({ name }) => name);
  const demanded = claims.filter(({ required }) => required).map(({ name }) => name);
  const found = hasIndependentClaims(token)
    ? namesAtOnce(judge, example, demanded, claims, claimSet.schema.$defs ?? {})
    : namesOneByOne(judge, example, demanded, names);
  return {
    ...found,
    refusesUnknown: isStrict && findIssues(judge, withUnknownClaim(example)).some(({ code }) => code === "unknown"),
  };
}

type ClaimNames = Omit<BadClaimNames, "refusesUnknown">;

/** Whether what one claim is refused for does not depend on others: nothing at the root applies in some cases only. */
function hasIndependentClaims({ claimSet: { schema } }: Token): boolean {
  return inPlaceSchemas(schema, schema.$defs ?? {}).every(({ role, schema }) => role === "always" && !schema.not);
}

/**
 * Claims that do not depend on each other are tried all at once: a claim alone is refused for the same. What a claim states of its
 * type says enough of most, so that no validator has to look.
 */
function namesAtOnce(
  judge: ClaimJudge,
  example: JsonObject,
  demanded: readonly string[],
  claims: readonly Claim[],
  definitions: Definitions,
): ClaimNames {
  const invalid = new Set(claims.filter(({ schema }) => refusesNull(schema, definitions)).map(({ name }) => name));
  for (const value of WRONG_VALUES) {
    const left = claims.map(({ name }) => name).filter((name) => !invalid.has(name));
    if (left.length === 0) break;
    const wrong = { ...example, ...Object.fromEntries(left.map((name) => [name, value])) };
    for (const name of among(left, findIssues(judge, wrong), "invalid")) invalid.add(name);
  }
  return {
    missing: demanded,
    misnamed: demanded.filter((name) => misnamedAs(judge, example, name) !== null),
    invalid: claims.map(({ name }) => name).filter((name) => invalid.has(name)),
  };
}

/** Whether a claim's types or listed values, which apply in any case, have no null among them: the first of the wrong values. */
function refusesNull(schema: Schema, definitions: Definitions): boolean {
  return inPlaceSchemas(schema, definitions).some(({ schema: { type, enum: listed }, role }) => {
    if (role !== "always") return false;
    return (type !== undefined && ![type].flat().includes("null")) || (listed !== undefined && !listed.includes(null));
  });
}

function among(names: readonly string[], issues: readonly ClaimIssue[], code: ClaimIssue["code"]): readonly string[] {
  const found = new Set(issues.filter((issue) => issue.code === code).map(({ claim }) => claim));
  return names.filter((name) => found.has(name));
}

function namesOneByOne(
  judge: ClaimJudge,
  example: JsonObject,
  demanded: readonly string[],
  names: readonly string[],
): ClaimNames {
  const first = new Set(names.slice(0, MOST_CLAIMS));
  const tried = demanded.filter((name) => first.has(name));
  return {
    missing: tried.filter((name) => withoutClaim(judge, example, name) !== null),
    misnamed: tried.filter((name) => withMisnamedClaim(judge, example, name) !== null),
    invalid: [...first].filter((name) => withInvalidClaim(judge, example, name) !== null),
  };
}
