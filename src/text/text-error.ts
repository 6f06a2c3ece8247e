import { ConfigError, type ErrorDetails, SchemaError } from "../errors.js";

/** What kind of file a text is, which decides the class of its errors. */
export type TextKind = "config" | "schema";

/** The codes that any text can meet, whatever its kind. */
export type TextErrorCode = "invalid_encoding" | "invalid_syntax" | "duplicate_key";

/** A {@link ConfigError} or {@link SchemaError}, by the kind of file that is at fault. */
export function textError(
  kind: TextKind,
  code: TextErrorCode,
  message: string,
  details: ErrorDetails,
): ConfigError | SchemaError {
  return kind === "config" ? new ConfigError(code, message, details) : new SchemaError(code, message, details);
}
