import { inPlaceSchemas } from "../model/in-place.js";
import type { Claim, Token } from "../model/model.js";
import type { SchemaObject } from "../schema/json-schema.js";
import { pascalIdentifier } from "../text/names.js";

/** A claim that says what its token grants, with the helpers that are generated for it. */
export interface GrantClaim {
  /** Its name on the wire. */
  readonly claim: string;
  /** As `Grant` of the runtime has it. */
  readonly form: "words" | "list" | "one";
  /** What the helpers' names end with: `Scope` of `requireAccessTokenScope`. */
  readonly suffix: string;
}

/** Lists of these names say what may be done, also where they do not say which values there are (RFC 9068 section 2.2.3.1). */
const LISTS = ["roles", "groups", "entitlements", "permissions", "scopes"];

/** The claims of a token that say what it grants: its scope, then lists of known values and lists of such a name, and a role. */
export function grantClaims(token: Token): readonly GrantClaim[] {
  const found = new Map<string, GrantClaim>();
  const add = (grant: GrantClaim): void => {
    // The first of two that would get one name has it.
    if (!found.has(grant.suffix)) found.set(grant.suffix, grant);
  };
  const scope = scopeClaim(token);
  if (scope !== null) add(scope);
  for (const claim of token.claimSet.claims) {
    const form = claim.name === scope?.claim ? null : formOf(claim, token);
    if (form !== null) add({ claim: claim.name, form, suffix: pascalIdentifier(claim.shortName) });
  }
  return [...found.values()];
}

/** The claim that holds the scope: `scope` of RFC 8693 section 4.2, or `scp`, as some providers call it. */
export function scopeClaim(token: Token): GrantClaim | null {
  for (const name of ["scope", "scp"]) {
    const claim = token.claimSet.claims.find((one) => one.name === name);
    if (claim === undefined) continue;
    const schemas = schemasOf(claim.schema, token);
    if (schemas.some(isText) || itemsOf(schemas, token).some(isText)) {
      return { claim: name, form: "words", suffix: "Scope" };
    }
  }
  return null;
}

function formOf(claim: Claim, token: Token): GrantClaim["form"] | null {
  const { category, name, shortName } = claim;
  // How the user was authenticated (`amr`), and what RFC 7519 registers, is no matter of grants.
  if (category === "registered" || name === "amr") return null;
  const schemas = schemasOf(claim.schema, token);
  const items = itemsOf(schemas, token);
  if (items.some(hasKnownTexts) || (LISTS.includes(shortName) && items.some(isText))) return "list";
  return shortName === "role" && schemas.some(hasKnownTexts) ? "one" : null;
}

/** The schemas that say what a value is, references followed. */
function schemasOf(schema: Claim["schema"], { claimSet }: Token): readonly SchemaObject[] {
  if (typeof schema === "boolean") return [];
  return inPlaceSchemas(schema, claimSet.schema.$defs ?? {}).map((one) => one.schema);
}

function itemsOf(schemas: readonly SchemaObject[], token: Token): readonly SchemaObject[] {
  return schemas.flatMap(({ items }) => (items === undefined ? [] : schemasOf(items, token)));
}

function isText(schema: SchemaObject): boolean {
  return [schema.type].flat().includes("string") || hasKnownTexts(schema);
}

function hasKnownTexts(schema: SchemaObject): boolean {
  const values = [...(schema.enum ?? []), ...(Object.hasOwn(schema, "const") ? [schema.const] : [])];
  return values.some((value) => typeof value === "string");
}
