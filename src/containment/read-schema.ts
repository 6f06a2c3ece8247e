import { SchemaError } from "../errors.js";
import { compileSchema, type SchemaValidator } from "../schema/compile/compile.js";
import { definitionName } from "../schema/definition-reference.js";
import type { JsonTypeName, Schema, SchemaObject } from "../schema/json-schema.js";
import { mapSubschemas } from "../schema/map-subschemas.js";
import { formatTerm } from "./formats.js";
import { plainText } from "./plain-text.js";
import type { Term } from "./term.js";
import type { TermTable } from "./term-table.js";
import { Undecided } from "./undecided.js";
import { rewriteUnevaluated } from "./unevaluated.js";

/** The term of a schema in the normal form. Its annotations are not part of it, but for values that a witness may use. */
export function readSchema(root: Schema, table: TermTable): Term {
  return new SchemaTerms(root, table).read(root);
}

/** Keywords that evaluate members and items, or apply schemas that may. */
const EVALUATING: ReadonlySet<string> = new Set([
  "$ref",
  "allOf",
  "anyOf",
  "oneOf",
  "if",
  "then",
  "else",
  "dependentSchemas",
  "properties",
  "patternProperties",
  "additionalProperties",
  "unevaluatedProperties",
  "prefixItems",
  "items",
  "contains",
  "minContains",
  "maxContains",
  "unevaluatedItems",
]);

class SchemaTerms {
  readonly #table: TermTable;
  readonly #definitions: ReadonlyMap<string, Schema>;
  readonly #read = new Map<string, Term>();
  readonly #open = new Set<string>();
  readonly #rewritten = new Map<SchemaObject, Term>();
  readonly #rewriting = new Set<SchemaObject>();

  constructor(root: Schema, table: TermTable) {
    this.#table = table;
    const $defs = typeof root === "object" ? (root.$defs ?? {}) : {};
    this.#definitions = new Map(Object.entries($defs));
  }

  read(schema: Schema): Term {
    const table = this.#table;
    if (typeof schema === "boolean") return schema ? table.anything : table.nothing;
    if (schema.unevaluatedProperties !== undefined || schema.unevaluatedItems !== undefined) {
      return this.#readUnevaluated(schema);
    }
    const term = table.all([
      ...this.#readAny(schema),
      ...readNumbers(schema, table),
      ...readStrings(schema, table),
      ...this.#readArrays(schema),
      ...this.#readObjects(schema),
      ...this.#readApplicators(schema),
    ]);
    const hints = [...(Array.isArray(schema.examples) ? schema.examples : [])];
    if (schema.default !== undefined) hints.push(schema.default);
    if (hints.length > 0) table.addHints(term, hints);
    return term;
  }

  /** What is evaluated is looked for in the schema itself, also where a reference inside of it leads back to it. */
  #readUnevaluated(schema: SchemaObject): Term {
    const known = this.#rewritten.get(schema);
    if (known !== undefined) return known;
    if (this.#rewriting.has(schema)) {
      return this.#table.reference(plainText(this.#reachable(schema)), () => this.#readUnevaluated(schema));
    }
    this.#rewriting.add(schema);
    const rewritten = rewriteUnevaluated(schema, (reference) => this.#definition(reference));
    const term = rewritten === null ? this.#opaque(schema) : this.read(rewritten);
    this.#rewriting.delete(schema);
    this.#rewritten.set(schema, term);
    return term;
  }

  #readAny(schema: SchemaObject): Term[] {
    const table = this.#table;
    const terms: Term[] = [];
    if (schema.type !== undefined) {
      terms.push(readTypes(typeof schema.type === "string" ? [schema.type] : schema.type, table));
    }
    if (schema.enum !== undefined) terms.push(table.values(schema.enum));
    if (schema.const !== undefined) terms.push(table.values([schema.const]));
    return terms;
  }

  #readArrays(schema: SchemaObject): Term[] {
    const table = this.#table;
    const prefix = schema.prefixItems ?? [];
    const terms = prefix.map((item, index) => table.item(index, this.read(item)));
    if (schema.items !== undefined) terms.push(table.rest(prefix.length, this.read(schema.items)));
    if (schema.minItems !== undefined) terms.push(table.minimumSize("array", schema.minItems));
    if (schema.maxItems !== undefined) terms.push(table.maximumSize("array", schema.maxItems));
    if (schema.uniqueItems === true) terms.push(table.unique());
    if (schema.contains !== undefined) {
      const item = this.read(schema.contains);
      terms.push(table.contains(item, schema.minContains ?? 1, Number.POSITIVE_INFINITY));
      if (schema.maxContains !== undefined) terms.push(table.contains(item, 0, schema.maxContains));
    }
    return terms;
  }

  #readObjects(schema: SchemaObject): Term[] {
    const table = this.#table;
    const members = Object.entries(schema.properties ?? {});
    const patterns = Object.entries(schema.patternProperties ?? {});
    const terms: Term[] = [];
    for (const [name, member] of members) terms.push(table.member(name, this.read(member)));
    for (const [pattern, member] of patterns) terms.push(table.matching(pattern, this.read(member)));
    if (schema.additionalProperties !== undefined) {
      const names = members.map(([name]) => name);
      terms.push(
        table.others(
          names,
          patterns.map(([pattern]) => pattern),
          this.read(schema.additionalProperties),
        ),
      );
    }
    if (schema.propertyNames !== undefined) terms.push(table.names(this.read(schema.propertyNames)));
    if (schema.minProperties !== undefined) terms.push(table.minimumSize("object", schema.minProperties));
    if (schema.maxProperties !== undefined) terms.push(table.maximumSize("object", schema.maxProperties));
    for (const name of schema.required ?? []) terms.push(table.required(name));
    for (const [name, needed] of Object.entries(schema.dependentRequired ?? {})) {
      const demand = needed.map((other) => table.required(other));
      terms.push(table.any([table.not(table.required(name)), notObject(table), table.all(demand)]));
    }
    for (const [name, dependent] of Object.entries(schema.dependentSchemas ?? {})) {
      terms.push(table.any([table.not(table.required(name)), notObject(table), this.read(dependent)]));
    }
    return terms;
  }

  #readApplicators(schema: SchemaObject): Term[] {
    const table = this.#table;
    const terms: Term[] = [];
    if (schema.$ref !== undefined) terms.push(this.#readReference(schema.$ref));
    for (const part of schema.allOf ?? []) terms.push(this.read(part));
    if (schema.anyOf !== undefined) terms.push(table.any(schema.anyOf.map((part) => this.read(part))));
    if (schema.oneOf !== undefined) terms.push(table.one(schema.oneOf.map((part) => this.read(part))));
    if (schema.not !== undefined) terms.push(table.not(this.read(schema.not)));
    if (schema.if !== undefined) {
      const condition = this.read(schema.if);
      terms.push(table.any([table.not(condition), this.read(schema.then ?? true)]));
      terms.push(table.any([condition, this.read(schema.else ?? true)]));
    }
    return terms;
  }

  #readReference(reference: string): Term {
    const known = this.#read.get(reference);
    if (known !== undefined) return known;
    if (this.#open.has(reference)) {
      // The text of all that it reaches is the key: a recursion that both schemas spell alike is one term.
      return this.#table.reference(plainText(this.#reachable({ $ref: reference })), () =>
        this.#readReference(reference),
      );
    }
    this.#open.add(reference);
    const term = this.read(this.#definition(reference));
    this.#open.delete(reference);
    this.#read.set(reference, term);
    return term;
  }

  #definition(reference: string): Schema {
    const definition = this.#definitions.get(definitionName(reference) ?? "");
    if (definition !== undefined) return definition;
    throw new SchemaError("unresolved_ref", `${JSON.stringify(reference)} names no definition of the bundled schema.`, {
      expected: 'a reference such as "#/$defs/NAME" to a member of the root\'s "$defs"',
    });
  }

  /** The schema with every definition that it leads to, and no other. */
  #reachable(schema: SchemaObject): Schema {
    const $defs = new Map<string, Schema>();
    const pending = collectReferences(schema);
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      if ($defs.has(next)) continue;
      const definition = this.#definition(next);
      $defs.set(next, definition);
      pending.push(...collectReferences(definition));
    }
    return { ...schema, $defs: Object.fromEntries($defs) };
  }

  /**
   * What a schema says, with what it says of the unevaluated left to its validator. Of the keywords only those that evaluate go
   * there, so that schemas which differ in others have that part in common.
   */
  #opaque(schema: SchemaObject): Term {
    const { unevaluatedProperties: _members, unevaluatedItems: _items, ...rest } = schema;
    const evaluating = Object.fromEntries(Object.entries(schema).filter(([keyword]) => EVALUATING.has(keyword)));
    return this.#table.all([this.read(rest), this.#judgedTerm(this.#reachable(evaluating))]);
  }

  #judgedTerm(whole: Schema): Term {
    let validate: SchemaValidator | undefined;
    return this.#table.opaque(plainText(whole), (value) => {
      try {
        validate ??= compileSchema(whole);
        return validate(value);
      } catch (cause) {
        throw new Undecided("a validator gives no verdict", { cause });
      }
    });
  }
}

function collectReferences(schema: Schema, into: string[] = []): string[] {
  if (typeof schema === "boolean") return into;
  if (schema.$ref !== undefined) into.push(schema.$ref);
  mapSubschemas(schema, (part) => {
    collectReferences(part, into);
    return part;
  });
  return into;
}

function notObject(table: TermTable): Term {
  return table.not(table.types(["object"]));
}

function readTypes(names: readonly JsonTypeName[], table: TermTable): Term {
  const types = table.types(names.flatMap((name) => (name === "integer" ? ["number"] : [name])));
  const isFraction = names.includes("integer") && !names.includes("number");
  return isFraction ? table.all([types, table.integer()]) : types;
}

function readNumbers(schema: SchemaObject, table: TermTable): Term[] {
  const terms: Term[] = [];
  if (schema.minimum !== undefined) terms.push(table.minimum(schema.minimum, false));
  if (schema.exclusiveMinimum !== undefined) terms.push(table.minimum(schema.exclusiveMinimum, true));
  if (schema.maximum !== undefined) terms.push(table.maximum(schema.maximum, false));
  if (schema.exclusiveMaximum !== undefined) terms.push(table.maximum(schema.exclusiveMaximum, true));
  if (schema.multipleOf !== undefined) terms.push(table.multiple(schema.multipleOf));
  return terms;
}

function readStrings(schema: SchemaObject, table: TermTable): Term[] {
  const terms: Term[] = [];
  if (schema.minLength !== undefined) terms.push(table.minimumSize("string", schema.minLength));
  if (schema.maxLength !== undefined) terms.push(table.maximumSize("string", schema.maxLength));
  if (schema.pattern !== undefined) terms.push(table.pattern(schema.pattern));
  if (schema.format !== undefined) terms.push(formatTerm(schema.format, table));
  return terms;
}
