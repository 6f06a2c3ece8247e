/** A place in a source text. Lines and columns count from 1; a pointer is a JSON pointer (RFC 6901) into the file's value. */
export interface Location {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly pointer?: string;
}

/** What an error says besides its message. */
export interface ErrorDetails {
  /** Where the fault is. */
  readonly at?: Location | undefined;
  /** What would have been accepted there, as a noun phrase: "a duration such as 15m". */
  readonly expected?: string | undefined;
  /** What to do, as a sentence. */
  readonly hint?: string | undefined;
  readonly cause?: unknown;
}

/**
 * The tool could not run (exit 2). What a check finds is never an error but a result.
 *
 * The message says what is wrong; `at`, `expected` and `hint` say where, what was expected and what to do.
 * Every code has an entry in docs/errors.md.
 */
export abstract class ClaimsmithError<Code extends string = string> extends Error {
  readonly code: Code;
  readonly at: Location | undefined;
  readonly expected: string | undefined;
  readonly hint: string | undefined;

  constructor(code: Code, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = new.target.name;
    this.code = code;
    this.at = details.at;
    this.expected = details.expected;
    this.hint = details.hint;
  }
}

export type UsageErrorCode =
  | "unknown_command"
  | "unknown_option"
  | "invalid_option"
  | "file_exists"
  | "tracked_folder"
  | "unknown_revision"
  | "no_samples"
  | "invalid_sample";

/** The command line, or the options of an API function, cannot be understood. */
export class UsageError extends ClaimsmithError<UsageErrorCode> {}

export type ConfigErrorCode =
  | "config_not_found"
  | "invalid_encoding"
  | "invalid_syntax"
  | "duplicate_key"
  | "unknown_key"
  | "missing_key"
  | "invalid_value"
  | "invalid_duration"
  | "unsupported_algorithm"
  | "invalid_package_name"
  | "invalid_version"
  | "output_outside"
  | "name_collision"
  | "config_collision";

/** The config is missing or wrong. */
export class ConfigError extends ClaimsmithError<ConfigErrorCode> {}

export type SchemaErrorCode =
  | "schema_not_found"
  | "schema_outside"
  | "invalid_encoding"
  | "invalid_syntax"
  | "duplicate_key"
  | "unsupported_draft"
  | "invalid_schema"
  | "invalid_pattern"
  | "unresolved_ref"
  | "remote_ref"
  | "ambiguous_id"
  | "unsupported_keyword"
  | "not_a_claim_set"
  | "contradicts_standard"
  | "unsatisfiable"
  | "invalid_annotation"
  | "name_collision"
  | "too_complex";

/** A claim set's schema is missing, wrong, or cannot be generated from. */
export class SchemaError extends ClaimsmithError<SchemaErrorCode> {}

export type FileSystemErrorCode = "cannot_read" | "cannot_write" | "not_a_folder";

/** The disk refused. The previous output is still whole. */
export class FileSystemError extends ClaimsmithError<FileSystemErrorCode> {}
