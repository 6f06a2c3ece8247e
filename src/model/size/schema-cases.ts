import type { Schema, SchemaObject } from "../../schema/json-schema.js";
import { type Definitions, definitionOf, inPlaceSchemas } from "../in-place.js";

/** One way in which a value can meet a schema: schema objects that all accept it, without a choice among them. */
export interface SchemaCase {
  readonly always: readonly SchemaObject[];
  /** Those that may accept it as well, and then declare members to an `unevaluatedProperties` around them. */
  readonly perhaps: readonly SchemaObject[];
}

/** Choices multiply; beyond this many ways a choice counts as no demand, which only widens what is said of the values. */
const MOST_CASES = 64;

const ANYTHING: SchemaCase = { always: [], perhaps: [] };

/** Takes schemas apart into cases. Remembers each schema, since references can lead to one by very many ways. */
export class SchemaCases {
  readonly #definitions: Definitions;
  readonly #known = new Map<SchemaObject, readonly SchemaCase[]>();

  constructor(definitions: Definitions) {
    this.#definitions = definitions;
  }

  /** The ways in which a value can meet all of the schemas; every value that does so has one of them. Empty where none can. */
  of(schemas: readonly Schema[]): readonly SchemaCase[] {
    return combine(schemas.map((schema) => this.#expand(schema)));
  }

  #expand(schema: Schema): readonly SchemaCase[] {
    if (typeof schema === "boolean") return schema ? [ANYTHING] : [];
    const known = this.#known.get(schema);
    if (known !== undefined) return known;
    this.#known.set(schema, [ANYTHING]); // Holds the place, so that a loop ends.
    const cases = combine([...this.#parts(schema)]);
    this.#known.set(schema, cases);
    return cases;
  }

  *#parts(schema: SchemaObject): Generator<readonly SchemaCase[]> {
    const { $ref, allOf = [], anyOf, oneOf, if: condition, then: consequence = true, dependentSchemas = {} } = schema;
    yield [{ always: [schema], perhaps: this.#perhaps(Object.values(dependentSchemas)) }];
    if ($ref !== undefined) yield this.#expand(definitionOf($ref, this.#definitions));
    for (const part of allOf) yield this.#expand(part);
    if (anyOf !== undefined) yield this.#anyOf(anyOf);
    if (oneOf !== undefined) yield this.#choose(oneOf, (branch) => this.#expand(branch));
    if (condition !== undefined) {
      yield [...this.of([condition, consequence]), ...this.#expand(schema.else ?? true)];
    }
  }

  /** One branch holds for certain; the others may hold as well. */
  #anyOf(branches: readonly Schema[]): readonly SchemaCase[] {
    return this.#choose(branches, (branch, at) => {
      const others = this.#perhaps(branches.toSpliced(at, 1));
      return this.#expand(branch).map((way) => ({ ...way, perhaps: [...way.perhaps, ...others] }));
    });
  }

  #choose(
    branches: readonly Schema[],
    waysOf: (branch: Schema, at: number) => readonly SchemaCase[],
  ): readonly SchemaCase[] {
    if (branches.length > MOST_CASES) return [{ always: [], perhaps: this.#perhaps(branches) }];
    return branches.flatMap(waysOf);
  }

  #perhaps(branches: readonly Schema[]): readonly SchemaObject[] {
    return branches.flatMap((branch) => inPlaceSchemas(branch, this.#definitions).map(({ schema }) => schema));
  }
}

/** Every combination of one case from each list. */
function combine(lists: readonly (readonly SchemaCase[])[]): readonly SchemaCase[] {
  let combined: readonly SchemaCase[] = [ANYTHING];
  // Those without a choice first: what is left out when there are too many is a choice.
  for (const ways of [...lists].sort((one, other) => one.length - other.length)) {
    if (combined.length * ways.length > MOST_CASES) {
      const perhaps = ways.flatMap((way) => [...way.always, ...way.perhaps]);
      combined = combined.map((one) => both(one, { always: [], perhaps }));
    } else combined = combined.flatMap((one) => ways.map((way) => both(one, way)));
  }
  return combined;
}

function both(one: SchemaCase, other: SchemaCase): SchemaCase {
  return {
    always: [...new Set([...one.always, ...other.always])],
    perhaps: [...new Set([...one.perhaps, ...other.perhaps])],
  };
}
