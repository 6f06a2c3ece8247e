import type { TokenConfig } from "../config/config.js";
import { PROFILES } from "../config/profiles.js";
import { type Location, SchemaError } from "../errors.js";
import type { BundledSchema } from "../schema/bundled-schema.js";
import type { Vocabulary } from "../schema/read/vocabulary.js";
import { lettersOf, shortClaimName } from "../text/names.js";
import { readAnnotations } from "./annotations.js";
import { classifyClaim } from "./classify.js";
import { type DeclaredClaim, declaredClaims, mergedSchema } from "./declared-claims.js";
import type { EffectiveSchema } from "./effective-schema.js";
import { filledIn } from "./fill-in.js";
import type { Claim } from "./model.js";
import { standardClaim } from "./standard-claims.js";

/** How a project is built. */
export interface BuildOptions {
  /** Lets a standard claim stand beside its own name in another spelling, which lint has to see to report it. */
  readonly keepMisspelled?: boolean;
}

/**
 * The claims of a claim set: those that the schema declares, in its order, then those that RFC 7519, the profile and
 * the policy add.
 *
 * @throws {SchemaError} `name_collision` where two claims have one short name, `invalid_annotation`
 */
export function buildClaims(
  effective: EffectiveSchema,
  token: TokenConfig,
  bundle: BundledSchema,
  namespaces: readonly string[],
  vocabulary: Vocabulary,
  { keepMisspelled = false }: BuildOptions = {},
): readonly Claim[] {
  const definitions = effective.schema.$defs ?? {};
  const authored = typeof bundle.schema === "boolean" ? new Map() : declaredClaims(bundle.schema, definitions);
  const claims: Claim[] = [];
  for (const declared of declaredClaims(effective.schema, definitions).values()) {
    const { name } = declared;
    const written: DeclaredClaim | undefined = authored.get(name);
    const schema = mergedSchema(declared);
    const annotations = readAnnotations(schema, definitions, bundle);
    const requiredBy = effective.required.get(name) ?? null;
    claims.push({
      name,
      shortName: annotations.shortName ?? shortClaimName(name, namespaces),
      ...classifyClaim(name, namespaces, vocabulary.claims),
      schema,
      required: requiredBy !== null,
      declaredBy: effective.added.get(name) ?? "schema",
      requiredBy,
      filledIn: filledIn(name, schema, requiredBy !== null, token, definitions),
      description: annotations.description,
      deprecated: annotations.deprecated,
      examples: annotations.examples,
      standard: standardOf(name, token, vocabulary),
      aliases: vocabulary.claims.get(name)?.aliases ?? [],
      since: annotations.since,
      sunset: annotations.sunset,
      readers: annotations.readers,
      location: placeOf(name, written, bundle),
    });
  }
  const ordered = [...claims.filter(isWritten), ...claims.filter((claim) => !isWritten(claim))];
  refuseCollisions(ordered, keepMisspelled);
  return ordered;
}

function isWritten(claim: Claim): boolean {
  return claim.declaredBy === "schema";
}

function placeOf(name: string, written: DeclaredClaim | undefined, bundle: BundledSchema): Location {
  return written === undefined ? bundle.locate(bundle.schema) : bundle.locate(written.owner, "properties", name);
}

function standardOf(name: string, token: TokenConfig, vocabulary: Vocabulary): string | null {
  const profile = PROFILES[token.profile];
  const inProfile = [...profile.required, ...profile.optional].find((claim) => claim.name === name);
  return standardClaim(name)?.standard ?? vocabulary.claims.get(name)?.standard ?? inProfile?.standard ?? null;
}

/** One of two claims is the other, a standard one, in another spelling: `Sub` or `clientId` beside what the profile adds. */
function isMisspelling(one: Claim, other: Claim): boolean {
  return (one.standard !== null || other.standard !== null) && lettersOf(one.name) === lettersOf(other.name);
}

/** The second is in the claim set without being listed, and the first is it in another spelling. */
function isUnlisted(added: Claim, written: Claim): boolean {
  return !isWritten(added) && isWritten(written) && isMisspelling(added, written);
}

function refuseCollisions(claims: readonly Claim[], keepMisspelled: boolean): void {
  const byShortName = new Map<string, Claim>();
  for (const claim of claims) {
    const other = byShortName.get(claim.shortName);
    if (other !== undefined && !(keepMisspelled && isMisspelling(claim, other))) {
      throw new SchemaError(
        "name_collision",
        `The claims "${other.name}" and "${claim.name}" both get the short name "${claim.shortName}".`,
        {
          at: isUnlisted(claim, other) ? other.location : claim.location,
          expected: "a short name of its own for each claim",
          hint: isUnlisted(claim, other)
            ? `Write "${claim.name}", which is in the claim set without being listed.`
            : `Give one of them another: "x-claimsmith-name": "${claim.shortName}Claim".`,
        },
      );
    }
    byShortName.set(claim.shortName, claim);
  }
}
