import type { SchemaValidator } from "../schema/compile/compile.js";
import type { JsonValue, Schema } from "../schema/json-schema.js";
import { validatorOf } from "./validator-of.js";
import { plainPool } from "./value-pool.js";
import { variantsOf } from "./variants.js";

/** How many values the search tries before it gives up. */
const MOST_TRIES = 5_000;

/** Finds and confirms values of schema `a` that are none of schema `b`. */
export class Witnesses {
  readonly #a: Schema;
  readonly #b: Schema;
  readonly #acceptsA: SchemaValidator;
  readonly #acceptsB: SchemaValidator;

  /** @throws {SchemaError} `too_complex`, `unsupported_keyword`, where no validator can be made of a schema */
  constructor(a: Schema, b: Schema) {
    this.#a = a;
    this.#b = b;
    this.#acceptsA = validatorOf(a);
    this.#acceptsB = validatorOf(b);
  }

  /** Says whether a value is one of `a` and none of `b`, by the validators of both. */
  isConfirmed(value: JsonValue): boolean {
    return judge(this.#acceptsA, value) === true && judge(this.#acceptsB, value) === false;
  }

  /**
   * A confirmed witness near to some values: values that the schemas name, alone and in place of each part of those given.
   * Undefined where none was found within bounds.
   */
  search(near: readonly JsonValue[]): JsonValue | undefined {
    const pool = plainPool([this.#a, this.#b]);
    let tries = 0;
    for (const value of variantsOf([...near, ...pool], pool)) {
      if (this.isConfirmed(value)) return value;
      tries += 1;
      if (tries > MOST_TRIES) return undefined;
    }
    return undefined;
  }
}

/** What a validator says of a value; null where it fails to say anything. */
function judge(validate: SchemaValidator, value: JsonValue): boolean | null {
  try {
    return validate(value);
  } catch {
    // Without a verdict a value confirms nothing; the comparison is left open rather than broken off.
    return null;
  }
}
