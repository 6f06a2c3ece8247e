import { SchemaError } from "../errors.js";
import type { BundledSchema } from "../schema/bundled-schema.js";
import type { JsonValue, Schema } from "../schema/json-schema.js";
import { type Definitions, inPlaceSchemas } from "./in-place.js";

/** What a claim's schema says about the claim besides its value. */
export interface ClaimAnnotations {
  readonly shortName: string | null;
  readonly description: string | null;
  readonly deprecated: boolean;
  readonly examples: readonly JsonValue[];
  readonly since: string | null;
  readonly sunset: string | null;
  readonly readers: readonly string[];
}

/**
 * Reads a claim's annotations; what stands nearest to the claim wins over what a definition behind `$ref` says.
 *
 * @throws {SchemaError} `invalid_annotation` where an `x-claimsmith-` annotation is not of its form
 */
export function readAnnotations(schema: Schema, definitions: Definitions, bundle: BundledSchema): ClaimAnnotations {
  const schemas = inPlaceSchemas(schema, definitions)
    .filter(({ role }) => role === "always")
    .map((found) => found.schema);

  function nearest<Value>(
    keyword: string,
    isValid: (value: unknown) => value is Value,
    expected: string,
  ): Value | null {
    for (const schema of schemas) {
      if (!Object.hasOwn(schema, keyword)) continue;
      const value = schema[keyword];
      if (isValid(value)) return value;
      if (!keyword.startsWith("x-")) continue;
      throw new SchemaError("invalid_annotation", `"${keyword}" is not as it should be.`, {
        at: bundle.locate(schema, keyword),
        expected,
        hint: `Write ${expected}, or remove "${keyword}".`,
      });
    }
    return null;
  }

  return {
    shortName: nearest("x-claimsmith-name", isShortName, "a name such as emailVerified: letters, digits, _ and $"),
    description: nearest("description", isText, "a text") ?? nearest("title", isText, "a text"),
    deprecated: nearest("deprecated", isBoolean, "true or false") ?? false,
    examples: nearest("examples", isList, "a list") ?? [],
    since: nearest("x-claimsmith-since", isText, "a version or date, as a string"),
    sunset: nearest("x-claimsmith-sunset", isDate, 'a date such as "2027-01-31"'),
    readers: nearest("x-claimsmith-readers", isTextList, "a list of service names") ?? [],
  };
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value.trim() !== "";
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === "boolean";
}

function isList(value: unknown): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isText);
}

function isShortName(value: unknown): value is string {
  return typeof value === "string" && /^[A-Za-z_$][\w$]*$/.test(value) && value !== "__proto__";
}

function isDate(value: unknown): value is string {
  if (typeof value !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
