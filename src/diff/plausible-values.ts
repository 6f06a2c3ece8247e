import { usualValues } from "../facts/usual-values.js";
import { inPlaceSchemas } from "../model/in-place.js";
import type { Token } from "../model/model.js";
import type { JsonValue, SchemaObject } from "../schema/json-schema.js";
import { claimOf } from "./claim-facet.js";

/** So many values of one claim are tried. */
const MOST_VALUES = 12;

/** What stands for a value that a list does not have. */
const UNLISTED = "other";

/**
 * Values of a claim that a reader would expect, the likeliest first: its examples, its listed values, its default, and
 * what claims of its name usually hold. They need not be values of the claim: who uses one asks the validators.
 */
export function plausibleValues(name: string, token: Token): readonly JsonValue[] {
  const schemas = schemasOf(name, token);
  const values = [
    // An annotation may be anything, whatever a metaschema says of it.
    ...schemas.flatMap(({ examples }): readonly JsonValue[] => (isList(examples) ? examples : [])),
    ...schemas.flatMap(({ enum: listed = [] }): readonly JsonValue[] => listed),
    ...schemas.flatMap((schema): readonly JsonValue[] => (schema.const === undefined ? [] : [schema.const])),
    ...schemas.flatMap((schema): readonly JsonValue[] => (schema.default === undefined ? [] : [schema.default])),
    ...usualValues(name),
  ];
  return values.slice(0, MOST_VALUES);
}

function isList(value: unknown): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** A value for where one outside of a claim's list is needed; none where the claim has no list. */
export function unlistedValues(name: string, token: Token): readonly JsonValue[] {
  return schemasOf(name, token).some((schema) => schema.enum !== undefined) ? [UNLISTED] : [];
}

function schemasOf(name: string, token: Token): readonly SchemaObject[] {
  const schema = claimOf(token, name)?.schema ?? true;
  return inPlaceSchemas(schema, token.claimSet.schema.$defs ?? {}).map(({ schema }) => schema);
}
