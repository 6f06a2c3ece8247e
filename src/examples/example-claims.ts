import type { Location } from "../errors.js";
import type { Claim, Token } from "../model/model.js";
import { compileValidators } from "../schema/compile/compile.js";
import type { JsonObject } from "../schema/json-schema.js";
import { appendName, ClaimCandidates } from "./claim-candidates.js";
import { type ClaimsJudge, type ExampleValidators, judgeClaims } from "./claims-judge.js";
import { repairClaims } from "./repair-claims.js";
import { runValidators } from "./run-validators.js";

/** A claim of which no example was found. */
export interface MissingExample {
  /** Its name; null where no claim alone is to blame. */
  readonly claim: string | null;
  /** JSON pointer in the claims. */
  readonly pointer: string;
  /** Where an `examples` entry would help. */
  readonly location: Location;
  /** A sentence. */
  readonly why: string;
}

/** Example claims of a token: valid where nothing is missing, else what could be found. */
export interface ExampleClaims {
  readonly claims: JsonObject;
  readonly missing: readonly MissingExample[];
}

/** An example takes at most this part of the longest token that the policy allows. */
const LARGEST_PART = 0.5;

/**
 * Claims as a verified token has them at the time of examples, the same at every call. They hold what is demanded, and of the
 * rest what is not deprecated, as far as a short token holds it.
 *
 * @param validators - those of the claim set, where they are compiled already
 */
export async function exampleClaims(token: Token, validators?: ExampleValidators): Promise<ExampleClaims> {
  try {
    return await findExample(token, validators);
  } catch (error) {
    // Schemas that nest so deeply that the stack runs out: a package can do without an example.
    if (error instanceof RangeError) return { claims: {}, missing: [missingWhole(token)] };
    throw error;
  }
}

async function findExample(token: Token, validators?: ExampleValidators): Promise<ExampleClaims> {
  const { claims, open, closed } = token.claimSet;
  const judge: ClaimsJudge = {
    ...(validators ?? runValidators(compileValidators({ open, closed }, []))),
    names: { names: claims.map(({ name }) => name), namespaces: [], aliases: {} },
  };
  const candidates = new ClaimCandidates(token);
  const demanded = claims.filter(({ required }) => required);
  if (isFarTooLong(demanded, candidates, token)) return { claims: {}, missing: [missingWhole(token)] };
  const full = withinSize(claims.filter(isShown), demanded, candidates, token.policy.maxTokenBytes * LARGEST_PART);

  for (const chosen of full.length > demanded.length ? [full, demanded] : [demanded]) {
    const found = repairClaims(chosen, demanded, candidates, judge);
    if (found !== null) return { claims: found, missing: [] };
  }
  const { searchFurther } = await import("./search-further.js");
  const found = searchFurther(token, full, demanded, candidates, judge);
  if (found !== null) return { claims: found, missing: [] };
  return describeMissing(token, demanded, candidates, judge);
}

/** No token is looked for that is so many times as long as the policy allows, or in which claims take so many bytes each. */
const TIMES_TOO_LONG = 4;
const BYTES_OF_CLAIM = 200;

/** Whether what is demanded is so long that validators would be busy with it, for an example that no token can hold. */
function isFarTooLong(demanded: readonly Claim[], candidates: ClaimCandidates, { policy }: Token): boolean {
  const most = Math.max(policy.maxTokenBytes * TIMES_TOO_LONG, demanded.length * BYTES_OF_CLAIM);
  return demanded.reduce((sum, claim) => sum + sizeOf(claim, candidates), 0) > most;
}

/** The bytes of a claim in JSON, about. */
function sizeOf(claim: Claim, candidates: ClaimCandidates): number {
  return claim.name.length + JSON.stringify(candidates.first(claim) ?? null).length + 4;
}

/** Claims that an example shows: what is demanded, and what is not on its way out. `nbf` says what `iat` says. */
function isShown({ name, required, deprecated }: Claim): boolean {
  return required || (!deprecated && name !== "nbf");
}

/** The claims that are demanded and, in their order, as many of the others as fit in so many bytes. */
function withinSize(
  claims: readonly Claim[],
  demanded: readonly Claim[],
  candidates: ClaimCandidates,
  bytes: number,
): readonly Claim[] {
  // A token is base64url: four characters for three bytes.
  let left = bytes * 0.75 - demanded.reduce((sum, claim) => sum + sizeOf(claim, candidates), 0);
  return claims.filter((claim) => {
    if (claim.required) return true;
    if (left <= 0 || candidates.first(claim) === undefined) return false;
    left -= sizeOf(claim, candidates);
    return left >= 0;
  });
}

function describeMissing(
  token: Token,
  demanded: readonly Claim[],
  candidates: ClaimCandidates,
  judge: ClaimsJudge,
): ExampleClaims {
  const claims = candidates.assemble(demanded);
  const blamed = new Set(judgeClaims(judge, claims).map(({ claim }) => claim));
  const guilty = demanded.filter((claim) => blamed.has(claim.name) || candidates.first(claim) === undefined);
  const missing = guilty.map((claim): MissingExample => {
    const { name, location } = claim;
    const short = candidates.hasTooLong(claim) ? ` and a token of ${token.policy.maxTokenBytes} bytes holds` : "";
    const why = `No example was found that the claim set accepts as "${name}"${short}.`;
    return { claim: name, pointer: appendName("", name), location, why };
  });
  const known = demanded.filter((claim) => !guilty.includes(claim));
  return { claims: candidates.assemble(known), missing: missing.length > 0 ? missing : [missingWhole(token)] };
}

function missingWhole({ claimSet: { authored } }: Token): MissingExample {
  const why = "No example was found that the claim set accepts as a whole.";
  return { claim: null, pointer: "", location: authored.locate(authored.schema), why };
}
