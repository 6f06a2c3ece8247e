import type { JsonValue, Schema, SchemaObject } from "../schema/json-schema.js";
import { describe } from "./documentation.js";
import { excludeEachOther } from "./exclude-each-other.js";
import { constrainingKeywords } from "./keywords.js";
import {
  type ArraySet,
  type Conjunction,
  isAnything,
  isNothing,
  type NameRule,
  type ObjectSet,
  type Shape,
  type StringPart,
} from "./shape.js";
import type { ShapeReader } from "./shape-reader.js";
import { simplify } from "./simplify.js";
import { readPattern } from "./string-pattern.js";
import type { Member, NamePrefix, ObjectType, Type } from "./type.js";
import { sizeOfType } from "./type-size.js";
import {
  BOOLEAN,
  NEVER,
  NULL,
  NUMBER,
  STRING,
  UNKNOWN,
  UNKNOWN_ARRAY,
  UNKNOWN_OBJECT,
  uniteIndexTypes,
  uniteTypes,
} from "./unite-types.js";

/** Types written in place nest no deeper; what is below is `unknown`. */
const DEEPEST = 64;
/** Distinct combinations of schemas that are worth a type of their own; beyond, the first schema stands for all. */
const MOST_COMBINATIONS = 5_000;
/** A type of more parts is written once or not at all: as the type of an item or index signature it would be repeated. */
const LARGEST_REPEATED = 24;
/** A type of more parts than this, written in place, is `unknown`: alternatives within alternatives multiply. */
const LARGEST_TYPE = 200_000;
/** So many items are spelled out as a tuple where the length is bounded. */
const LONGEST_SPELLED = 3;

/** Which definitions have a type of their own, by the name of the type; null for those written in place. */
export type NameOfDefinition = (definition: string) => string | null;

/** Makes types of the schemas of one document. Types are remembered, so shared schemas share their type. */
export class TypeBuilder {
  readonly reader: ShapeReader;
  readonly #nameOf: NameOfDefinition;
  readonly #types = new Map<string, Type>();
  readonly #building = new Set<string>();
  /** Names that stand for string literals. */
  readonly #textNames = new Set<string>();
  #depth = 0;
  #combinations = 0;

  constructor(reader: ShapeReader, nameOf: NameOfDefinition) {
    this.reader = reader;
    this.#nameOf = nameOf;
  }

  /** The type of the values that meet all of the schemas. */
  typeOf(conjunction: Conjunction): Type {
    const simple = simplify(conjunction);
    if (simple.length === 0) return UNKNOWN;
    const name = this.#nameOfReference(simple);
    if (name !== null) return { kind: "reference", name };
    const key = this.reader.key(simple);
    const known = this.#types.get(key);
    if (known !== undefined) return known;
    if (this.#building.has(key)) return this.#typeOfRecursion(simple);
    if (this.#depth >= DEEPEST) return UNKNOWN;
    if (simple.length > 1 && ++this.#combinations > MOST_COMBINATIONS) return this.typeOf(simple.slice(0, 1));
    this.#building.add(key);
    this.#depth++;
    const built = this.#build(simple);
    const type = sizeOfType(built) > LARGEST_TYPE ? UNKNOWN : built;
    this.#depth--;
    this.#building.delete(key);
    this.#types.set(key, type);
    return type;
  }

  /** The type of a definition itself, where `typeOf` a reference to it would be its name. */
  typeOfDefinition(schema: Schema): Type {
    const simple = simplify([schema]);
    const name = this.#nameOfReference(simple);
    return name === null ? this.#build(simple) : { kind: "reference", name };
  }

  /** The type of the root, spelled out even where it is no more than a definition. */
  typeOfRoot(schema: Schema): Type {
    return this.#build(simplify([schema]), true);
  }

  #build(conjunction: Conjunction, isRoot = false): Type {
    const shape = this.reader.read(conjunction);
    if (isNothing(shape)) return NEVER;
    if (isAnything(shape)) return UNKNOWN;
    const [schema] = conjunction;
    const branches = conjunction.length === 1 && typeof schema === "object" ? onlyBranches(schema) : null;
    if (branches !== null) return this.#typeOfBranches(branches);
    const objects =
      isRoot && shape.objects?.length === 1
        ? shape.objects.map((set) => ({ ...set, definition: null }))
        : shape.objects;
    return uniteTypes(inOrder(this.#membersOf({ ...shape, objects }), conjunction), this.#namesStrings);
  }

  /** A plain choice is written branch by branch, so that the names of its branches stay. */
  #typeOfBranches(branches: readonly Schema[]): Type {
    const types = branches
      .map((branch) => this.typeOf([branch]))
      .flatMap((type) => (type.kind === "union" ? type.members : [type]));
    const withNullLast = [...types.filter((type) => !isNull(type)), ...types.filter(isNull)];
    return uniteTypes(excludeEachOther(withNullLast), this.#namesStrings);
  }

  #membersOf(shape: Shape): readonly Type[] {
    const objects = shape.objects?.map((set) => this.#typeOfObject(set)) ?? [UNKNOWN_OBJECT];
    const strings = shape.strings.parts?.map(typeOfString) ?? [...shape.strings.known.map(literal), STRING];
    const numbers = shape.numbers.literals?.map(literal) ?? [NUMBER];
    const booleans = shape.booleans.length === 2 ? [BOOLEAN] : shape.booleans.map(literal);
    const arrays = shape.arrays?.map((set) => this.#typeOfArray(set)) ?? [UNKNOWN_ARRAY];
    return [
      ...excludeEachOther(objects),
      ...strings,
      ...numbers,
      ...booleans,
      ...arrays,
      ...(shape.null ? [NULL] : []),
    ];
  }

  #typeOfObject(set: ObjectSet): Type {
    const name = set.definition === null ? null : this.#nameOf(set.definition);
    if (name !== null) return { kind: "reference", name };
    const members: Member[] = [];
    let hasSilent = false;
    for (const [memberName, { value, required, silent }] of set.members) {
      if (silent) hasSilent = true;
      else
        members.push({
          name: memberName,
          type: this.typeOf(value),
          optional: !required,
          documentation: describe(value, this.reader),
        });
    }
    const prefixes = hasSilent ? null : this.#prefixesOf(set.rules, members);
    if (prefixes !== null) {
      return { kind: "object", members, index: null, closed: !set.rules.some((rule) => rule.isRestSilent), prefixes };
    }
    const index = this.#indexOf(set.rules);
    const closed = index?.kind === "never" && !hasSilent;
    return { kind: "object", members, closed, ...this.#writeIndex(index, members, hasSilent) };
  }

  /** Undeclared members by the start of their names; null where that does not say which there may be. */
  #prefixesOf(rules: readonly NameRule[], members: readonly Member[]): readonly NamePrefix[] | null {
    const [rule] = rules;
    if (rule === undefined || rules.length > 1 || rule.patterns.length === 0) return null;
    if (!rule.isRestSilent && !this.reader.isImpossible(rule.rest)) return null;
    const prefixes: NamePrefix[] = [];
    for (const { pattern, value } of rule.patterns) {
      const prefix = onlyPrefix(pattern);
      if (prefix === null) return null;
      if (prefixes.some((other) => other.prefix.startsWith(prefix) || prefix.startsWith(other.prefix))) return null;
      const declared = members.filter(({ name }) => name.startsWith(prefix)).map(({ type }) => type);
      const type = uniteIndexTypes([this.typeOf(value), ...declared]);
      prefixes.push({ prefix, type: sizeOfType(type) > LARGEST_REPEATED ? UNKNOWN : type });
    }
    return prefixes;
  }

  /** The type of undeclared members; null where the schema says nothing of them. */
  #indexOf(rules: readonly NameRule[]): Type | null {
    if (rules.length === 0) return null;
    const types = rules.map(({ patterns, rest }) =>
      uniteTypes([...patterns.map(({ value }) => this.typeOf(value)), this.typeOf(rest)]),
    );
    return types.find((type) => type.kind === "never") ?? types.find((type) => type.kind !== "unknown") ?? UNKNOWN;
  }

  #writeIndex(index: Type | null, members: readonly Member[], hasSilent: boolean): Pick<ObjectType, "index"> {
    if (members.length === 0 && !hasSilent) return { index: index ?? UNKNOWN };
    if (index === null || index.kind === "never") return { index: members.length === 0 ? UNKNOWN : null };
    if (hasSilent) return { index: UNKNOWN };
    const type = uniteIndexTypes([index, ...members.map((member) => member.type)]);
    return { index: sizeOfType(type) > LARGEST_REPEATED ? UNKNOWN : type };
  }

  #typeOfArray({ prefix, rest, minimum, maximum }: ArraySet): Type {
    const longest =
      sizeOfType(this.typeOf(rest)) > LARGEST_REPEATED ? prefix.length : Math.max(prefix.length, LONGEST_SPELLED);
    const required = Math.min(minimum, longest);
    const isShort = maximum <= longest;
    if (prefix.length === 0 && required === 0 && !isShort) return { kind: "array", items: this.typeOf(rest) };
    const length = isShort ? maximum : Math.max(prefix.length, required);
    const items = Array.from({ length }, (_, at) => this.typeOf(prefix[at] ?? rest));
    return { kind: "tuple", prefix: items, required, rest: isShort ? null : this.typeOf(rest) };
  }

  /** A type that is being built and has no name: the names in it are kept, the rest is given up. */
  #typeOfRecursion(conjunction: Conjunction): Type {
    const names = conjunction.flatMap((schema) => this.#nameOfReference([schema]) ?? []);
    const members = names.map((name) => ({ kind: "reference", name }) as const);
    const [only] = members;
    if (only === undefined) return UNKNOWN;
    return members.length === 1 ? only : { kind: "intersection", members };
  }

  #nameOfReference(conjunction: Conjunction): string | null {
    const [schema] = conjunction;
    if (conjunction.length !== 1 || typeof schema !== "object" || schema.$ref === undefined) return null;
    if (constrainingKeywords(schema).length !== 1) return null;
    const target = this.reader.resolve(schema.$ref);
    if (target === null) return null;
    const name = this.#nameOf(target.name);
    if (name !== null && this.reader.readSchema(target.schema).strings.parts?.length) this.#textNames.add(name);
    return name;
  }

  readonly #namesStrings = (type: Type): boolean => type.kind === "reference" && this.#textNames.has(type.name);
}

function onlyBranches(schema: SchemaObject): readonly Schema[] | null {
  const [keyword, ...others] = constrainingKeywords(schema);
  if (others.length > 0) return null;
  return keyword === "anyOf" ? (schema.anyOf ?? null) : null;
}

/** Literals in the order of the schema's `enum`, before all else. */
function inOrder(types: readonly Type[], conjunction: Conjunction): readonly Type[] {
  const listed = conjunction.find((schema) => typeof schema === "object" && schema.enum !== undefined);
  if (typeof listed !== "object" || listed.enum === undefined) return types;
  const places = new Map<JsonValue, number>();
  for (const [at, value] of listed.enum.entries()) if (!places.has(value)) places.set(value, at);
  const place = (type: Type) => {
    const value = literalValue(type);
    return (value === undefined ? undefined : places.get(value)) ?? Number.MAX_SAFE_INTEGER;
  };
  return [...types].sort((a, b) => place(a) - place(b));
}

function literalValue(type: Type): JsonValue | undefined {
  if (type.kind === "literal") return type.value;
  return isNull(type) ? null : undefined;
}

function isNull(type: Type): boolean {
  return type.kind === "primitive" && type.name === "null";
}

function literal(value: string | number | boolean): Type {
  return { kind: "literal", value };
}

function typeOfString(part: StringPart): Type {
  return part.kind === "literal" ? literal(part.value) : part;
}

/** The start that a pattern demands of names, where that is all it says in a type. */
function onlyPrefix(pattern: string): string | null {
  const [part, ...others] = readPattern(pattern) ?? [];
  return part?.kind === "template" && part.suffix === "" && others.length === 0 ? part.prefix : null;
}
