import { type Location, SchemaError } from "../errors.js";
import type { JsonValue } from "./json-schema.js";

/** The drafts of JSON Schema that a claim set may be written in. */
export type Dialect = "draft-07" | "2019-09" | "2020-12";

/** What a schema without `$schema` is written in. */
export const DEFAULT_DIALECT: Dialect = "2020-12";

const DIALECTS: ReadonlyMap<string, Dialect> = new Map([
  ["json-schema.org/draft-07/schema", "draft-07"],
  ["json-schema.org/draft/2019-09/schema", "2019-09"],
  ["json-schema.org/draft/2020-12/schema", "2020-12"],
]);

/**
 * The draft that a `$schema` names, with `http` or `https`, with or without an empty fragment.
 *
 * @throws {SchemaError} `unsupported_draft`, for any other URI; `invalid_schema`, for what is no string
 */
export function parseDialect(value: JsonValue, at: Location): Dialect {
  const expected = "the $schema of draft-07, 2019-09 or 2020-12";
  if (typeof value !== "string") {
    throw new SchemaError("invalid_schema", '"$schema" must be a string.', { at, expected });
  }
  const dialect = DIALECTS.get(value.replace(/^https?:\/\//, "").replace(/#$/, ""));
  if (dialect === undefined) {
    throw new SchemaError("unsupported_draft", `The draft ${JSON.stringify(value)} is not supported.`, {
      at,
      expected,
      hint: 'Rewrite the schema for "https://json-schema.org/draft/2020-12/schema".',
    });
  }
  return dialect;
}
