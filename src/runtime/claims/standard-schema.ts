import type { ClaimIssue } from "../errors/claim-issue.js";
import { splitPointer } from "../errors/pointer.js";
import { refuse } from "../errors/refuse.js";
import type { ValidationResult } from "./validation.js";

/** A JSON Schema of draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What Standard Schema reports: a message, and the keys that lead to the place. */
export interface StandardIssue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/** What Standard Schema's `validate` returns. */
export type StandardResult<Claims> =
  | { readonly value: Claims; readonly issues?: undefined }
  | { readonly issues: readonly StandardIssue[] };

/** What the methods of Standard JSON Schema take. */
export interface StandardJsonSchemaOptions {
  /** Only `draft-2020-12` is offered. */
  readonly target: "draft-2020-12" | "draft-07" | "openapi-3.0" | ({} & string);
  readonly libraryOptions?: Readonly<Record<string, unknown>> | undefined;
}

/** A claim set as Standard Schema v1 and Standard JSON Schema v1 (standardschema.dev), with its JSON Schema. */
export interface ClaimsSchema<Claims> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: "claimsmith";
    readonly validate: (value: unknown) => StandardResult<Claims>;
    readonly jsonSchema: {
      readonly input: (options: StandardJsonSchemaOptions) => Record<string, unknown>;
      readonly output: (options: StandardJsonSchemaOptions) => Record<string, unknown>;
    };
    readonly types?: { readonly input: Claims; readonly output: Claims } | undefined;
  };
  /** The bundled JSON Schema. */
  readonly jsonSchema: JsonSchema;
}

/** A claim set's validator and JSON Schema in the form that other libraries know. */
export function standardSchema<Claims>(
  validate: (value: unknown) => ValidationResult<Claims>,
  jsonSchema: JsonSchema,
): ClaimsSchema<Claims> {
  const convert = (options: StandardJsonSchemaOptions): Record<string, unknown> => {
    if (options?.target !== "draft-2020-12") {
      throw refuse("invalid_option", "The JSON Schema is offered for the target draft-2020-12 only.");
    }
    // A copy: the caller may change what it gets.
    return structuredClone(jsonSchema);
  };
  return {
    "~standard": {
      version: 1,
      vendor: "claimsmith",
      validate: (value) => {
        const result = validate(value);
        return "issues" in result
          ? { issues: result.issues.map((issue) => toStandardIssue(issue, value)) }
          : { value: result.value };
      },
      jsonSchema: { input: convert, output: convert },
    },
    jsonSchema,
  };
}

function toStandardIssue({ message, path }: ClaimIssue, value: unknown): StandardIssue {
  const keys: PropertyKey[] = [];
  let current = value;
  for (const segment of splitPointer(path)) {
    // A pointer does not tell an index from a name; the value does.
    keys.push(Array.isArray(current) ? Number(segment) : segment);
    current = readOwn(current, segment);
  }
  return { message, path: keys };
}

function readOwn(holder: unknown, key: string): unknown {
  try {
    return typeof holder === "object" && holder !== null && Object.hasOwn(holder, key)
      ? Reflect.get(holder, key)
      : undefined;
  } catch {
    return undefined;
  }
}
