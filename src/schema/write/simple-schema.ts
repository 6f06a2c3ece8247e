import { EVALUATED_KEYWORD } from "../evaluated-keyword.js";
import type { Schema, SchemaObject } from "../json-schema.js";

/** A schema that asks for types, and what it asks for of values of each type; or for all or one of several such. */
export type SimpleSchema = SchemaObject;

const KEYWORDS: ReadonlySet<string> = new Set([
  "type",
  "enum",
  "const",
  "multipleOf",
  "maximum",
  "exclusiveMaximum",
  "minimum",
  "exclusiveMinimum",
  "maxLength",
  "minLength",
  "pattern",
  "format",
  "maxItems",
  "minItems",
  "items",
  "required",
  "properties",
  "additionalProperties",
  "allOf",
  "anyOf",
  EVALUATED_KEYWORD,
]);

/** The deepest nesting of a simple schema, and the most members of an object in it. */
const MAX_DEPTH = 8;
const MAX_MEMBERS = 50;

/** A member with a simple schema; the path of the schema where it is no member of the schema around. */
export interface SimpleMember {
  readonly name: string;
  readonly schema: SimpleSchema;
  readonly schemaPath: string | null;
}

/** Members of an object with simple schemas, and the path of the schema that they are in. */
export interface SimpleMembers {
  readonly members: readonly SimpleMember[];
  readonly schemaPath: string;
}

/**
 * A member whose faults can be found without ajv: its schema, or the definition that it refers to, has no cases, no references, and
 * nothing that depends on what was evaluated. Null for any other. Nearly all claims are such, and what ajv writes for them is long.
 *
 * @param definition - what a reference names; null where it is too long to be written out
 */
export function simpleMember(
  name: string,
  schema: Schema,
  definition: (reference: string) => Schema | null,
): SimpleMember | null {
  if (typeof schema === "boolean") return null;
  if (schema.$ref === undefined) return isSimple(schema, 0) ? { name, schema, schemaPath: null } : null;
  const target = Object.keys(schema).length === 1 ? definition(schema.$ref) : null;
  if (target === null || typeof target === "boolean" || !isSimple(target, 0)) return null;
  return { name, schema: target, schemaPath: schema.$ref };
}

function isSimple(schema: Schema, depth: number): boolean {
  if (typeof schema === "boolean") return schema;
  if (depth > MAX_DEPTH) return false;
  if (!Object.keys(schema).every((keyword) => KEYWORDS.has(keyword))) return false;
  const { items = true, properties = {}, required = [], allOf = [], anyOf = [], additionalProperties = true } = schema;
  const members = Object.values(properties);
  if (Math.max(members.length, required.length) > MAX_MEMBERS) return false;
  const others = additionalProperties === false ? true : additionalProperties;
  return [items, others, ...members, ...allOf, ...anyOf].every((one) => isSimple(one, depth + 1));
}
