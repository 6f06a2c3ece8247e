import { SchemaError } from "../../errors.js";
import type { Schema } from "../json-schema.js";
import { writePlainValidator } from "../write/plain-validator.js";
import { noImports, type RuntimeImports } from "../write/runtime-imports.js";
import { createAjv } from "./ajv-instance.js";
import { prepareSchema } from "./prepare-schema.js";
import { splitProperties } from "./split-properties.js";
import { toExpression, toGuardedExpression, toLines } from "./standalone-code.js";

/** Compiled validators as JavaScript. */
export interface CompiledModule {
  /**
   * One `const` for each export, of a function `(value) => boolean` that leaves its complaints in `.errors`. No import, no
   * `eval`, no `new Function`; `export` and the imports are for the caller to write.
   */
  readonly code: string;
  /** The names that the code declares, in the order given. */
  readonly exports: readonly string[];
  /** Names that the code uses and the runtime has, sorted. */
  readonly imports: {
    readonly validation: readonly string[];
    readonly formats: readonly string[];
    readonly firstPass: readonly string[];
    readonly faults: readonly string[];
  };
}

/** One complaint of a validator, as ajv words it. */
export interface ValidationComplaint {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A validator in memory. */
export interface SchemaValidator {
  (value: unknown): boolean;
  errors?: readonly ValidationComplaint[] | null;
}

/**
 * Validators as code that needs no ajv: the body of a module.
 *
 * @param schemas - bundled schemas by the identifier that the code declares; equal schemas are compiled once
 * @param hurried - the identifiers of those with a first pass, which takes half the time where a value is accepted, and half
 *   as much code again
 * @throws {SchemaError} `unsupported_keyword`, `invalid_pattern`, `too_complex`
 */
export function compileValidators(
  schemas: Readonly<Record<string, Schema>>,
  hurried: readonly string[] = Object.keys(schemas),
): CompiledModule {
  const imports = noImports();
  const declared = new Map<string, string>();
  const lines: string[] = [];
  for (const [name, schema] of Object.entries(schemas)) {
    refusingAsSchemaError(() => {
      const prepared = prepareSchema(schema);
      const identity = JSON.stringify(prepared);
      const same = declared.get(identity);
      declared.set(identity, same ?? name);
      lines.push(`const ${name} = ${same ?? compile(prepared, hurried.includes(name), imports)};`);
    });
  }
  return {
    code: `${lines.join("\n\n")}\n`,
    exports: Object.keys(schemas),
    imports: {
      validation: [...imports.validation].sort(),
      formats: [...imports.formats].sort(),
      firstPass: [...imports.firstPass].sort(),
      faults: [...imports.faults].sort(),
    },
  };
}

function compile(prepared: Schema, isHurried: boolean, imports: RuntimeImports): string {
  const split = splitProperties(prepared, { simple: true });
  const full = writePlainValidator(split, imports) ?? toLines(createAjv().compile(split), imports);
  return isHurried ? toGuardedExpression(full, prepared, imports) : toExpression(full);
}

/**
 * The validator of a bundled schema, in memory: the same verdicts as the code that {@link compileValidators} gives.
 *
 * @throws {SchemaError} `unsupported_keyword`, `invalid_pattern`, `too_complex`
 */
export function compileSchema(schema: Schema): SchemaValidator {
  // A function of ours is never $async, so that its result is a boolean.
  return refusingAsSchemaError(() =>
    createAjv().compile(splitProperties(prepareSchema(schema), { simple: false })),
  ) as SchemaValidator;
}

function refusingAsSchemaError<T>(compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    throw asSchemaError(error);
  }
}

function asSchemaError(cause: unknown): SchemaError {
  if (cause instanceof SchemaError) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof RangeError) {
    return new SchemaError("too_complex", "The schema nests too deeply for a validator.", {
      hint: "Nest less deeply, and shorten the longest chain of definitions that refer to one another.",
      cause,
    });
  }
  if (/regular expression/i.test(reason)) {
    return new SchemaError("invalid_pattern", "A pattern is not a regular expression.", { hint: reason, cause });
  }
  const keyword = /keyword "?([$\w-]+)"?/.exec(reason)?.[1];
  const what = keyword === undefined ? "a part of it" : `the keyword ${JSON.stringify(keyword)}`;
  return new SchemaError("unsupported_keyword", `No validator can be made of the schema, for ${what}.`, {
    hint: reason,
    cause,
  });
}
