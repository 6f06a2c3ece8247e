import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { describe } from "./documentation.js";
import { NameRegister, type TypeNaming } from "./name-register.js";
import { ShapeReader } from "./shape-reader.js";
import type { NamedType, Type } from "./type.js";
import { TypeBuilder } from "./type-builder.js";

/** The types of one schema. */
export interface SchemaTypes {
  /** The type of the root itself. */
  readonly root: Type;
  /** The root's declaration, then those of the definitions that it leads to, in the order in which they are met. */
  readonly named: readonly NamedType[];
}

/**
 * The type of a bundled schema and of its definitions. Every value that the schema's validator accepts is
 * assignable to the root's type.
 *
 * A definition becomes a named type where a name helps: objects, tuples, unions of literals, recursion. The
 * others are written in place. Where two definitions want one name, or one wants the root's, the later in
 * `$defs` has `_2` behind it.
 */
export function schemaToTypes(root: SchemaObject, naming: TypeNaming): SchemaTypes {
  const definitions = readDefinitions(root);
  const reader = new ShapeReader(definitions);
  const register = new NameRegister(definitions, reader, naming);
  const builder = new TypeBuilder(reader, (definition) => register.nameOf(definition));
  const rootType = builder.typeOfRoot(root);
  const named: NamedType[] = [{ name: naming.rootName, type: rootType, documentation: describe([root], reader) }];
  // Building one definition meets others, which join the end of the list.
  for (const { name, schema } of register.met()) {
    named.push({ name, type: builder.typeOfDefinition(schema), documentation: describe([schema], reader) });
  }
  return { root: rootType, named };
}

/**
 * The type of a schema with all that it refers to written in place. Only a definition that contains itself
 * stays a reference, by its key in `$defs`.
 *
 * @param definitions - the `$defs` that the schema's references name
 */
export function typeOfSchema(schema: Schema, definitions: Readonly<Record<string, Schema>> = {}): Type {
  const reader = new ShapeReader(new Map(Object.entries(definitions)));
  return new TypeBuilder(reader, () => null).typeOf([schema]);
}

/** Whether no JSON value at all is of the type, so that a schema with this type contradicts itself. */
export function isNever(type: Type): boolean {
  switch (type.kind) {
    case "never":
      return true;
    case "union":
      return type.members.every(isNever);
    case "intersection":
      return type.members.some(isNever);
    case "object":
      return type.members.some((member) => !member.optional && isNever(member.type));
    case "tuple":
      return type.prefix.slice(0, type.required).some(isNever);
    default:
      return false;
  }
}

function readDefinitions(root: SchemaObject): ReadonlyMap<string, Schema> {
  return new Map(Object.entries(root.$defs ?? {}));
}
