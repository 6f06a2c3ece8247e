import { definitionName } from "../schema/definition-reference.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { readApplicators } from "./applicator-shapes.js";
import { readArrays } from "./array-shapes.js";
import { intersectShapes } from "./combine-shapes.js";
import { saysFalse } from "./conjunction.js";
import { constrainingKeywords } from "./keywords.js";
import { readObjects, readUnevaluatedMembers } from "./object-shapes.js";
import type { Reading } from "./reading.js";
import { ANYTHING, type Conjunction, isNothing, NOTHING, type ObjectSet, type Shape } from "./shape.js";
import { readValues } from "./value-shapes.js";

/** In-place applicators nested deeper than this are left unread; what is left unread is any value. */
const DEEPEST = 64;
/** So often a schema is read again for exactness; after that, what was read first stands. */
const MOST_UNREMEMBERED = 10_000;

/**
 * Reads schemas of one document as shapes. A reader remembers what it read, so a schema that is referred to
 * many times is read once.
 */
export class ShapeReader implements Reading {
  readonly #definitions: ReadonlyMap<string, Schema>;
  readonly #shapes = new WeakMap<SchemaObject, Shape>();
  readonly #reading = new Set<Schema>();
  readonly #possible = new Map<string, boolean>();
  readonly #ids = new WeakMap<SchemaObject, number>();
  readonly #referenceIds = new WeakMap<SchemaObject, number>();
  #nextId = 1;
  #depth = 0;
  /** How often a schema led back to itself while it was being read. */
  #returns = 0;
  #unremembered = 0;

  constructor(definitions: ReadonlyMap<string, Schema>) {
    this.#definitions = definitions;
  }

  /** The definition that a `$ref` names; null where there is none. */
  resolve(reference: string): { readonly name: string; readonly schema: Schema } | null {
    const name = definitionName(reference);
    if (name === null) return null;
    const schema = this.#definitions.get(name);
    return schema === undefined ? null : { name, schema };
  }

  /** A text that is the same for the same schemas, whatever their order. */
  key(conjunction: Conjunction): string {
    return conjunction
      .map((schema) => (typeof schema === "boolean" ? (schema ? 0 : -1) : this.#id(schema)))
      .sort((a, b) => a - b)
      .join(" ");
  }

  /** The values that meet all of the schemas. */
  read(conjunction: Conjunction): Shape {
    if (saysFalse(conjunction)) return NOTHING;
    let shape = ANYTHING;
    for (const schema of conjunction) {
      if (typeof schema === "boolean") continue;
      shape = this.settle(intersectShapes(shape, this.readSchema(schema)));
    }
    return shape;
  }

  /** The values that meet one schema. A schema that applies itself in place adds nothing to itself. */
  readSchema(schema: Schema): Shape {
    if (typeof schema === "boolean") return schema ? ANYTHING : NOTHING;
    const known = this.#shapes.get(schema);
    if (known !== undefined) return known;
    if (this.#depth >= DEEPEST) return ANYTHING;
    if (this.#reading.has(schema)) {
      this.#returns++;
      return ANYTHING;
    }
    const returnsBefore = this.#returns;
    this.#reading.add(schema);
    this.#depth++;
    let shape = ANYTHING;
    for (const part of this.#parts(schema)) shape = this.settle(intersectShapes(shape, part));
    this.#depth--;
    this.#reading.delete(schema);
    // What was read on the way back to a schema being read is wider than need be; it is read again when it is asked for.
    const isExact = this.#returns === returnsBefore || this.#depth === 0;
    if (isExact || ++this.#unremembered > MOST_UNREMEMBERED) this.#shapes.set(schema, shape);
    return shape;
  }

  /** Whether no value at all meets the schemas, for certain. */
  isImpossible(conjunction: Conjunction): boolean {
    if (conjunction.length === 0) return false;
    if (saysFalse(conjunction)) return true;
    const key = this.key(conjunction);
    const known = this.#possible.get(key);
    if (known !== undefined) return !known;
    // A member that leads back to itself counts as possible while it is being asked about.
    this.#possible.set(key, true);
    const impossible = isNothing(this.read(conjunction));
    this.#possible.set(key, !impossible);
    return impossible;
  }

  *#parts(schema: SchemaObject): Generator<Shape> {
    yield* readValues(schema);
    yield* readArrays(schema, this);
    yield* readObjects(schema);
    if (schema.$ref !== undefined) yield this.#readReference(schema.$ref);
    yield* readApplicators(schema, this);
    yield* readUnevaluatedMembers(schema, this);
  }

  #readReference(reference: string): Shape {
    const target = this.resolve(reference);
    if (target === null) return ANYTHING;
    const shape = this.readSchema(target.schema);
    const [only, ...others] = shape.objects ?? [];
    // One object type and nothing else: wherever it is used unchanged, its name can stand for it.
    if (only === undefined || others.length > 0) return shape;
    const named: Shape = { ...shape, objects: [] };
    return isNothing(named) ? { ...named, objects: [{ ...only, definition: target.name }] } : shape;
  }

  /** A shape without the alternatives that no value can be of. */
  settle(shape: Shape): Shape {
    const objects = shape.objects?.filter((set) => !this.#isImpossibleObject(set)) ?? null;
    const arrays =
      shape.arrays?.flatMap((set) => {
        const firstImpossible = set.prefix.findIndex((item) => this.isImpossible(item));
        const possible = firstImpossible >= 0 ? firstImpossible : set.prefix.length;
        const ends = firstImpossible >= 0 || this.isImpossible(set.rest);
        const maximum = ends ? Math.min(set.maximum, possible) : set.maximum;
        return set.minimum > maximum ? [] : [{ ...set, maximum, prefix: set.prefix.slice(0, maximum) }];
      }) ?? null;
    return { ...shape, objects, arrays };
  }

  #isImpossibleObject(set: ObjectSet): boolean {
    for (const member of set.members.values()) {
      if (member.required && this.isImpossible(member.value)) return true;
    }
    return false;
  }

  /** Plain references to one definition are the same, wherever they stand. */
  #id(schema: SchemaObject): number {
    const identity = (isBareReference(schema) ? this.resolve(schema.$ref)?.schema : undefined) ?? schema;
    if (typeof identity === "boolean") return identity ? 0 : -1;
    const ids = identity === schema ? this.#ids : this.#referenceIds;
    const known = ids.get(identity);
    if (known !== undefined) return known;
    const id = this.#nextId++;
    ids.set(identity, id);
    return id;
  }
}

function isBareReference(schema: SchemaObject): schema is SchemaObject & { readonly $ref: string } {
  return schema.$ref !== undefined && constrainingKeywords(schema).length === 1;
}
