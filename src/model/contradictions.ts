import { SchemaError } from "../errors.js";
import type { BundledSchema } from "../schema/bundled-schema.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { isNever, typeOfSchema } from "../types/schema-to-types.js";
import { type DeclaredClaim, declaredClaims } from "./declared-claims.js";
import { type Definitions, inPlaceSchemas } from "./in-place.js";
import { standardClaim } from "./standard-claims.js";

/**
 * The schema that a registered claim gets at the root so that it obeys RFC 7519; undefined where it does already.
 *
 * @param base - the claim's definition in RFC 7519
 * @throws {SchemaError} `contradicts_standard` where no value meets both
 */
export function narrowRegistered(
  claim: DeclaredClaim,
  base: SchemaObject,
  root: SchemaObject,
  bundle: BundledSchema,
): Schema | undefined {
  const definitions = root.$defs ?? {};
  const { description = "", ...rule } = base;
  const both = typeOfSchema({ allOf: [...claim.always, rule] }, definitions);
  if (isNever(both)) {
    throw new SchemaError("contradicts_standard", `This schema for "${claim.name}" contradicts its standard.`, {
      at: bundle.locate(claim.owner, "properties", claim.name),
      expected: `${PHRASES[claim.name] ?? "the type of the standard"} (${standardClaim(claim.name)?.standard})`,
      hint: `Narrow "${claim.name}" within its standard, or use a private claim with another name.`,
    });
  }
  // The rule can be said by a type alone, so equal types mean that the schema implies it.
  const alone = typeOfSchema({ allOf: claim.always }, definitions);
  if (JSON.stringify(both) === JSON.stringify(alone)) return undefined;

  const own = Object.hasOwn(root.properties ?? {}, claim.name) ? root.properties?.[claim.name] : undefined;
  if (own === undefined) return rule;
  if (typeof own === "boolean") return { description, ...rule };
  const described = own.$ref === undefined && own.description === undefined ? { description } : {};
  const conflicts = Object.keys(rule).some((keyword) => Object.hasOwn(own, keyword));
  return conflicts || own.$ref !== undefined
    ? { ...described, ...own, allOf: [...(own.allOf ?? []), rule] }
    : { ...described, ...rule, ...own };
}

const PHRASES: Readonly<Record<string, string>> = {
  iss: "a string",
  sub: "a string",
  aud: "a string or an array of strings",
  exp: "a number of seconds since 1970-01-01T00:00:00Z",
  nbf: "a number of seconds since 1970-01-01T00:00:00Z",
  iat: "a number of seconds since 1970-01-01T00:00:00Z",
  jti: "a string",
};

/**
 * Makes sure that no part of the schema refuses a claim that every token has to hold.
 *
 * @throws {SchemaError} `unsatisfiable`, with the place that refuses
 */
export function checkRequiredCanBePresent(
  required: readonly string[],
  root: SchemaObject,
  definitions: Definitions,
  bundle: BundledSchema,
): void {
  for (const name of required) {
    const own = root.properties && Object.hasOwn(root.properties, name) ? root.properties[name] : undefined;
    if (own === false) throw refused(name, root, ["properties", name], bundle);
  }
  for (const { schema, role } of inPlaceSchemas(root, definitions)) {
    if (schema === root || role !== "always") continue;
    for (const name of required) {
      const keyword = refusingKeyword(name, schema, definitions);
      if (keyword !== null) throw refused(name, schema, [keyword], bundle);
    }
  }
}

/** The keyword of a schema beside the root that lets no claim of this name pass. */
function refusingKeyword(name: string, schema: SchemaObject, definitions: Definitions): string | null {
  if (Object.hasOwn(schema.properties ?? {}, name)) return schema.properties?.[name] === false ? "properties" : null;
  if (Object.keys(schema.patternProperties ?? {}).some((pattern) => new RegExp(pattern, "u").test(name))) return null;
  if (schema.additionalProperties === false) return "additionalProperties";
  if (schema.unevaluatedProperties !== false) return null;
  return declaredClaims(schema, definitions).has(name) ? null : "unevaluatedProperties";
}

function refused(name: string, schema: SchemaObject, members: readonly string[], bundle: BundledSchema): SchemaError {
  return new SchemaError("unsatisfiable", `Every token holds the claim "${name}", and this schema refuses it.`, {
    at: bundle.locate(schema, ...members),
    expected: `a schema that admits "${name}"`,
    hint: `Declare "${name}" there, or let the claim set's root say which claims there are.`,
  });
}
