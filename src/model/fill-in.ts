import type { TokenConfig } from "../config/config.js";
import type { JsonValue, Schema } from "../schema/json-schema.js";
import { isNever, typeOfSchema } from "../types/schema-to-types.js";
import { type Definitions, inPlaceSchemas } from "./in-place.js";
import { hasIssuerPattern } from "./issuer-parameters.js";
import type { FilledIn } from "./model.js";

/**
 * What issue puts in where the producer leaves a claim out; null where only the producer knows.
 *
 * A `const` is filled in where the claim is required: adding an optional claim would say something that nobody said.
 */
export function filledIn(
  name: string,
  schema: Schema,
  required: boolean,
  token: TokenConfig,
  definitions: Definitions,
): FilledIn | null {
  const only = required ? constantOf(schema, definitions) : undefined;
  if (only !== undefined) return { by: "const", value: only };
  switch (name) {
    case "iat":
    case "exp":
      return { by: "policy" };
    case "iss":
      return single(token.issuer) === null || hasIssuerPattern(token) ? null : { by: "policy" };
    case "aud":
      return audience(single(token.audience), schema, definitions);
    case "jti":
      return admitsUuid(schema, definitions) ? { by: "policy" } : null;
    default:
      return null;
  }
}

function constantOf(schema: Schema, definitions: Definitions): JsonValue | undefined {
  for (const { schema: part, role } of inPlaceSchemas(schema, definitions)) {
    if (role === "always" && part.const !== undefined) return part.const;
  }
  return undefined;
}

function single(value: string | readonly string[] | null): string | null {
  if (value === null || typeof value === "string") return value;
  return value.length === 1 ? (value[0] ?? null) : null;
}

/** A single audience is written as a string, or as an array where the claim set demands one (RFC 7519 section 4.1.3). */
function audience(only: string | null, schema: Schema, definitions: Definitions): FilledIn | null {
  if (only === null) return null;
  const admitsString = !isNever(typeOfSchema({ allOf: [schema, { type: "string" }] }, definitions));
  return admitsString ? { by: "policy" } : { by: "const", value: [only] };
}

/**
 * UUIDs as issue could draw them: a schema that admits them admits the next one too. Each hexadecimal digit is at each place that
 * a version 4 leaves free, so that a pattern of some digits only is noticed.
 */
const UUIDS = [
  "3f0e2a44-6f0c-4c5b-9a3e-5d1b7c8e9f01",
  ...[..."0123456789abcdef"].map((digit, index) => {
    const variant = "89ab"[index % 4];
    return `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-${variant}${digit.repeat(3)}-${digit.repeat(12)}`;
  }),
];

function admitsUuid(schema: Schema, definitions: Definitions): boolean {
  return inPlaceSchemas(schema, definitions).every(({ schema: part }) => {
    if (part.const !== undefined || part.enum !== undefined || part.not !== undefined) return false;
    if (part.oneOf !== undefined || part.if !== undefined) return false;
    if (part.format !== undefined && part.format !== "uuid") return false;
    if ((part.minLength ?? 0) > 36 || (part.maxLength ?? 36) < 36) return false;
    const pattern = part.pattern === undefined ? null : new RegExp(part.pattern, "u");
    return pattern === null || UUIDS.every((uuid) => pattern.test(uuid));
  });
}
