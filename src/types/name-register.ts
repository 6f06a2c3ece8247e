import type { Schema, SchemaObject } from "../schema/json-schema.js";
import type { Reading } from "./reading.js";
import { type Conjunction, isNothing, type Shape } from "./shape.js";

/** How the types of a schema are named. */
export interface TypeNaming {
  /** The name of the root's declaration. */
  readonly rootName: string;
  /** The name wanted for a definition: a safe identifier, or null for a definition that must be written in place. */
  nameDefinition(definition: string): string | null;
}

interface NamedDefinition {
  readonly name: string;
  readonly schema: Schema;
}

/** Decides which definitions have a name, gives each its own, and keeps the order in which they are met. */
export class NameRegister {
  readonly #definitions: ReadonlyMap<string, Schema>;
  readonly #reader: Reading;
  readonly #names = new Map<string, string>();
  readonly #deciding = new Set<string>();
  readonly #decided = new Map<string, string | null>();
  readonly #met = new Map<string, NamedDefinition>();

  constructor(definitions: ReadonlyMap<string, Schema>, reader: Reading, naming: TypeNaming) {
    this.#definitions = definitions;
    this.#reader = reader;
    const taken = new Set([naming.rootName]);
    for (const definition of definitions.keys()) {
      const wanted = naming.nameDefinition(definition);
      if (wanted === null) continue;
      const name = findFree(wanted, taken);
      taken.add(name);
      this.#names.set(definition, name);
    }
  }

  /** The type name of a definition; null where it is written in place. */
  nameOf(definition: string): string | null {
    const known = this.#decided.get(definition);
    if (known !== undefined) return known;
    const name = this.#names.get(definition) ?? null;
    const schema = this.#definitions.get(definition);
    if (name === null || schema === undefined) return null;
    // Asked while it is being decided: the definition contains itself.
    if (this.#deciding.has(definition)) return name;
    this.#deciding.add(definition);
    const isNamed = deservesName(this.#reader.readSchema(schema), this.#reader, 0);
    this.#deciding.delete(definition);
    this.#decided.set(definition, isNamed ? name : null);
    if (isNamed) this.#met.set(definition, { name, schema });
    return isNamed ? name : null;
  }

  /** The named definitions, each once; those that are met while iterating come too. */
  met(): Iterable<NamedDefinition> {
    return this.#met.values();
  }
}

function findFree(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let count = 2; ; count++) if (!taken.has(`${wanted}_${count}`)) return `${wanted}_${count}`;
}

/** Whether a name says more than the type in place: not for a primitive, a literal, or an array of one. */
function deservesName(shape: Shape, reader: Reading, depth: number): boolean {
  if (isNothing(shape)) return false;
  if (shape.objects !== null && shape.objects.length > 0) return true;
  const literals = [
    ...(shape.numbers.literals ?? []),
    ...(shape.strings.parts ?? shape.strings.known),
    ...(shape.booleans.length === 1 ? shape.booleans : []),
  ];
  if (literals.length > 1) return true;
  return (shape.arrays ?? []).some(({ prefix, rest }) => prefix.length > 0 || itemsDeserveName(rest, reader, depth));
}

/** Arrays of arrays may be arrays of themselves, so they are named without looking further. */
function itemsDeserveName(items: Conjunction, reader: Reading, depth: number): boolean {
  const isBareName = items.length === 1 && items.every((schema) => isReference(schema));
  const shape = reader.read(items);
  if (isBareName && (shape.arrays === null || shape.arrays.length === 0)) return false;
  if (items.length === 0) return false;
  return depth > 0 || deservesName(shape, reader, depth + 1);
}

function isReference(schema: Schema): schema is SchemaObject {
  return typeof schema === "object" && schema.$ref !== undefined;
}
