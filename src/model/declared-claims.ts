import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { type Definitions, inPlaceSchemas } from "./in-place.js";

/** A claim as the schema objects of a claim set declare it together. */
export interface DeclaredClaim {
  readonly name: string;
  /** What always applies to the claim. */
  readonly always: readonly Schema[];
  /** What applies in some cases (`anyOf`, `oneOf`, `then`, …). */
  readonly sometimes: readonly Schema[];
  /** The schema object whose `properties` declares it first. */
  readonly owner: SchemaObject;
}

/** The claims that a claim set declares, in the order of the schema. Claims that are forbidden (`false`) are not declared. */
export function declaredClaims(root: SchemaObject, definitions: Definitions): ReadonlyMap<string, DeclaredClaim> {
  const claims = new Map<string, { name: string; always: Schema[]; sometimes: Schema[]; owner: SchemaObject }>();
  for (const { schema: owner, role } of inPlaceSchemas(root, definitions)) {
    for (const [name, schema] of Object.entries(owner.properties ?? {})) {
      if (schema === false) continue;
      const claim = claims.get(name) ?? { name, always: [], sometimes: [], owner };
      claim[role].push(schema);
      claims.set(name, claim);
    }
  }
  return claims;
}

/** The names that every token of the claim set has to hold. */
export function requiredNames(root: SchemaObject, definitions: Definitions): ReadonlySet<string> {
  const always = inPlaceSchemas(root, definitions).filter(({ role }) => role === "always");
  return new Set(always.flatMap(({ schema }) => schema.required ?? []));
}

/** One schema that says what all declarations of a claim say. */
export function mergedSchema(claim: DeclaredClaim): Schema {
  const [only, ...more] = claim.always;
  if (only !== undefined && more.length === 0) return only;
  if (only !== undefined) return { allOf: claim.always };
  const [branch, ...branches] = claim.sometimes;
  return branches.length === 0 ? (branch ?? true) : { anyOf: claim.sometimes };
}
