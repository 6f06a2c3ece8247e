import { definitionName, definitionReference } from "../schema/definition-reference.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { mapSubschemas } from "../schema/map-subschemas.js";
import { declaredClaims, requiredNames } from "./declared-claims.js";
import { type Definitions, inPlaceSchemas } from "./in-place.js";

/**
 * A claim set as producers see it: undeclared claims are refused at every depth where the schema is silent.
 *
 * Each object that declares a property, and says nothing itself of others (`additionalProperties`,
 * `unevaluatedProperties`, `patternProperties`), gets `unevaluatedProperties: false`, so that what `allOf`, `anyOf`,
 * `oneOf`, `then`/`else` and `$ref` beside it declare counts as declared. What stands under `not`, `if`, `contains`
 * and `propertyNames` keeps its meaning: closing there would refuse less, or choose another branch.
 */
export function closeSchema(root: SchemaObject): SchemaObject {
  const { $defs: definitions = {}, ...body } = root;
  const closed = new Map<string, Schema>();

  /** A schema at a place of its own in the value. */
  function atItsPlace(schema: Schema): Schema {
    return typeof schema === "boolean" ? schema : closeObject(schema);
  }

  function closeObject(schema: SchemaObject): SchemaObject {
    if (!isSilent(schema, definitions)) return inPlace(schema, false);
    const result = inPlace(schema, true);
    return {
      ...result,
      ...withRequired(result.properties, requiredNames(schema, definitions), declaredClaims(schema, definitions)),
      [isAlone(schema) ? "additionalProperties" : "unevaluatedProperties"]: false,
    };
  }

  /** A schema that shares its place with others, which is closed around them (`closes`) or not. */
  function inPlace(schema: SchemaObject, closes: boolean): SchemaObject {
    const result = mapSubschemas(schema, (subschema, keyword) => {
      if (KEPT.has(keyword)) return keep(subschema);
      if (!IN_PLACE.has(keyword)) return atItsPlace(subschema);
      return typeof subschema === "boolean" ? subschema : inPlace(subschema, closes);
    });
    // A branch that names others by pattern only leaves the rest open; the schema around it must not close it.
    const opens = closes && schema.patternProperties !== undefined && !statesRest(schema);
    return {
      ...result,
      ...(opens ? { unevaluatedProperties: true } : {}),
      ...(schema.$ref === undefined ? {} : { $ref: refer(schema.$ref, closes ? "closing" : "", inPlace) }),
    };
  }

  /** A schema as it is, whose references lead to definitions as they are. */
  function keep(schema: Schema): Schema {
    if (typeof schema === "boolean") return schema;
    const result = mapSubschemas(schema, keep);
    return schema.$ref === undefined ? result : { ...result, $ref: refer(schema.$ref, "kept", keep) };
  }

  /** A reference to the variant of a definition that `make` makes; each variant is made once. */
  function refer(ref: string, variant: string, make: (schema: SchemaObject, closes: boolean) => Schema): string {
    const name = definitionName(ref) ?? "";
    const key = variant === "" ? name : `${variant}:${name}`;
    if (!closed.has(key)) {
      closed.set(key, true); // Holds the place, so that recursion ends.
      const definition = definitions[name] ?? true;
      closed.set(key, typeof definition === "boolean" ? definition : make(definition, variant === "closing"));
    }
    return definitionReference(key);
  }

  const result = closeObject(body);
  return closed.size === 0 ? result : { ...result, $defs: Object.fromEntries(closed) };
}

const IN_PLACE = new Set(["allOf", "anyOf", "oneOf", "then", "else", "dependentSchemas"]);
const KEPT = new Set(["not", "if", "contains", "propertyNames"]);

/** What is demanded counts as declared: otherwise closing would refuse every value. */
function withRequired(
  properties: SchemaObject["properties"],
  required: ReadonlySet<string>,
  declared: { has(name: string): boolean },
): Pick<SchemaObject, "properties"> {
  const undeclared = [...required].filter((name) => !declared.has(name) && !Object.hasOwn(properties ?? {}, name));
  if (undeclared.length === 0) return {};
  return { properties: { ...properties, ...Object.fromEntries(undeclared.map((name) => [name, true])) } };
}

/** Whether no other schema applies in place, so that `additionalProperties`, which is simpler to check, sees all there is. */
function isAlone(schema: SchemaObject): boolean {
  return (
    schema.$ref === undefined &&
    schema.if === undefined &&
    ![...IN_PLACE].some((keyword) => Object.hasOwn(schema, keyword))
  );
}

/** Whether this schema declares a property and leaves it open what other properties there may be. */
export function isSilent(schema: Schema, definitions: Definitions): boolean {
  const schemas = inPlaceSchemas(schema, definitions);
  const declares = schemas.some(({ schema }) => Object.values(schema.properties ?? {}).some((one) => one !== false));
  return declares && !schemas.some(({ schema, role }) => role === "always" && statesOthers(schema));
}

function statesOthers(schema: SchemaObject): boolean {
  return schema.patternProperties !== undefined || statesRest(schema);
}

function statesRest(schema: SchemaObject): boolean {
  return schema.additionalProperties !== undefined || schema.unevaluatedProperties !== undefined;
}
