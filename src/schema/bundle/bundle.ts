import { type Location, SchemaError } from "../../errors.js";
import { pointerOf } from "../../text/pointer.js";
import type { BundledSchema, DefinitionOrigin } from "../bundled-schema.js";
import { definitionReference } from "../definition-reference.js";
import type { JsonValue, Schema } from "../json-schema.js";
import { KEYWORDS, keywordOf } from "../keywords.js";
import { isObject, setOwn } from "../own-property.js";
import type { Resource, SchemaDocument } from "../read/schema-document.js";
import type { SchemaReader } from "../read/schema-reader.js";
import { createStore, type SchemaStore, type Target } from "../read/schema-store.js";
import { nameDefinitions } from "./definition-names.js";
import {
  type AnyReference,
  type DynamicScope,
  EMPTY_SCOPE,
  enterScope,
  resolveInScope,
  restrictScope,
} from "./dynamic-scope.js";
import { type Draft, type NormalizeHost, normalizeSchema, type Place } from "./normalize-schema.js";
import { isDeeperThan } from "./reference-depth.js";
import { findReferenceLoop } from "./reference-loops.js";
import { validationCost } from "./validation-cost.js";

/** More definitions than any claim set has: dynamic references can multiply them. */
const MAX_DEFINITIONS = 20_000;

/** Definitions that refer one to the next. Some 500 overflow the stack of ajv, and the bound must not depend on the machine. */
const MAX_REFERENCE_DEPTH = 400;

/** Schemas that a validator may try on one value; a large claim set needs a few thousand. */
const MAX_VALIDATION_COST = 200_000;

/** Where a claim set's schema begins. */
export interface BundleEntry {
  /** Relative to the config, `/` as separator. */
  readonly file: string;
  /** JSON pointer into the file, "" for the whole of it. */
  readonly pointer: string;
}

/**
 * One self-contained schema in the normal form: what the entry says, with all that it refers to under `$defs`.
 *
 * References are followed as RFC 3986 and the schema's draft say, through the reader, never to the network. Dynamic
 * references are resolved for good: a definition that they make depend on who refers to it appears once for each case.
 * A root that is only a reference is replaced by what it refers to.
 *
 * @param from - the place that names the entry, for errors about the file itself
 * @throws {SchemaError} `unresolved_ref`, `remote_ref`, `ambiguous_id`, `unsupported_draft`, `invalid_schema`, `invalid_pattern`,
 *   `too_complex`, and what the reader throws
 */
export function bundleSchema(
  entry: BundleEntry,
  reader: SchemaReader,
  from: Location = { file: entry.file },
): BundledSchema {
  const store = createStore(reader);
  const document = store.load(entry.file, from);
  const target = store.find(document.root, entry.pointer, from);
  return new Bundler(store, target).run();
}

interface Definition {
  readonly target: Target;
  readonly scope: DynamicScope;
  readonly references: Draft[];
}

interface Origin {
  readonly place: Place;
  readonly renamed: ReadonlyMap<string, string>;
}

class Bundler implements NormalizeHost {
  readonly #store: SchemaStore;
  readonly #entry: Target;
  readonly #definitions = new Map<string, Definition>();
  readonly #origins = new WeakMap<object, Origin>();
  /** The definitions that each definition, and `null` for the root, refers to. */
  readonly #uses = new Map<string | null, Set<string>>();
  /** The definition whose body is being normalized. */
  #user: string | null = null;

  constructor(store: SchemaStore, entry: Target) {
    this.#store = store;
    this.#entry = entry;
  }

  run(): BundledSchema {
    const root = this.#normalizeRoot();
    const bodies: Schema[] = [];
    // The list grows while its entries are normalized: definitions come in the order of first reference.
    for (const [key, { target, scope }] of this.#definitions) {
      this.#user = key;
      bodies.push(normalizeSchema(target.value, { resource: target.resource, pointer: target.pointer, scope }, this));
    }
    if (isDeeperThan(MAX_REFERENCE_DEPTH, this.#uses)) throw tooDeep(this.#locate(root, []));
    const definitions = [...this.#definitions.values()];
    const names = nameDefinitions(
      definitions.map(({ target, scope }) => namedTarget(target, scope)),
      namedTarget(this.#entry, EMPTY_SCOPE),
    );
    const $defs: Record<string, Schema> = {};
    const origins = new Map<string, DefinitionOrigin>();
    const byReference = new Map<string, Schema>();
    for (const [index, { target, references }] of definitions.entries()) {
      const name = names[index] ?? "";
      const body = bodies[index] ?? true;
      const reference = definitionReference(name);
      for (const draft of references) draft["$ref"] = reference;
      setOwn($defs, name, body);
      origins.set(name, { file: target.resource.document.file, pointer: target.pointer });
      byReference.set(reference, body);
    }
    const loop = findReferenceLoop(root, byReference);
    if (loop !== null) throw this.#endless(this.#locate(loop, ["$ref"]));
    if (validationCost(root, byReference) > MAX_VALIDATION_COST) throw tooDear(this.#locate(root, []));
    return {
      schema: this.#withDefinitions(root, $defs),
      origins,
      files: this.#store.files(),
      locate: (schema, ...members) => this.#locate(schema, members),
    };
  }

  refer(draft: Draft, reference: AnyReference, scope: DynamicScope): void {
    const target = resolveInScope(this.#store, reference, scope);
    const restricted = restrictScope(this.#store, target, enterScope(scope, target.resource));
    const key = keyOf(target, restricted);
    let definition = this.#definitions.get(key);
    if (definition === undefined) {
      if (this.#definitions.size >= MAX_DEFINITIONS) throw tooMany(reference.at);
      definition = { target, scope: restricted, references: [] };
      this.#definitions.set(key, definition);
    }
    // Holds its place among the members; the name is only known when all are.
    draft["$ref"] = "";
    definition.references.push(draft);
    const used = this.#uses.get(this.#user);
    if (used === undefined) this.#uses.set(this.#user, new Set([key]));
    else used.add(key);
  }

  place(draft: Draft, place: Place, renamed: ReadonlyMap<string, string>): void {
    this.#origins.set(draft, { place, renamed });
  }

  /** The root, after following it for as long as it is nothing but a reference. What it says of itself wins. */
  #normalizeRoot(): Schema {
    const annotations: Draft = {};
    const seen = new Set<string>();
    let target = this.#entry;
    let scope = EMPTY_SCOPE;
    for (;;) {
      scope = enterScope(scope, target.resource);
      const key = keyOf(target, scope);
      const reference = bareReference(target);
      if (reference === null) break;
      if (seen.has(key)) throw this.#endless(reference.at);
      seen.add(key);
      for (const [name, value] of Object.entries(isObject(target.value) ? target.value : {})) {
        const isAnnotation = KEYWORDS.get(name)?.treatment === "annotation" || !KEYWORDS.has(name);
        if (isAnnotation && !Object.hasOwn(annotations, name)) setOwn(annotations, name, value);
      }
      target = resolveInScope(this.#store, reference, scope);
    }
    const content = normalizeSchema(target.value, { resource: target.resource, pointer: target.pointer, scope }, this);
    if (typeof content === "boolean" || Object.keys(annotations).length === 0) return content;
    // normalizeSchema has just made this object; what is added to it are annotations.
    const draft = content as Draft;
    for (const [name, value] of Object.entries(annotations)) setOwn(draft, name, value);
    return content;
  }

  #withDefinitions(root: Schema, $defs: Record<string, Schema>): Schema {
    if (typeof root === "boolean" || Object.keys($defs).length === 0) return root;
    // As in #normalizeRoot: the bundler's own object, not yet handed out.
    (root as Draft)["$defs"] = $defs;
    return root;
  }

  #locate(schema: Schema, members: readonly (string | number)[]): Location {
    const origin = typeof schema === "object" ? this.#origins.get(schema) : undefined;
    if (origin === undefined) return this.#entry.resource.document.locate(this.#entry.pointer);
    const { document } = origin.place.resource;
    const [keyword, ...rest] = members;
    if (keyword === undefined) return document.locate(origin.place.pointer);
    const written = origin.renamed.get(String(keyword)) ?? keyword;
    return document.locate(origin.place.pointer + pointerOf(written, ...rest));
  }

  #endless(at: Location): SchemaError {
    return new SchemaError(
      "invalid_schema",
      "The reference comes back to itself without going deeper into the value.",
      {
        at,
        expected: "a reference that ends at keywords",
        hint: "Refer to another definition, or drop the reference.",
      },
    );
  }
}

/** The one reference of a schema that else has only annotations and definitions; null for any other schema. */
function bareReference(target: Target): AnyReference | null {
  const { resource, pointer, value } = target;
  if (!isObject(value)) return null;
  let found: string | null = null;
  for (const name of Object.keys(value)) {
    const keyword = keywordOf(name, resource.dialect);
    if (keyword?.treatment === "reference") {
      if (found !== null) return null;
      found = name;
    } else if ((keyword?.treatment === "keep" || keyword?.treatment === "rewrite") && !ignoresSiblings(resource, value))
      return null;
  }
  const text = found === null ? undefined : value[found];
  if (found === null || typeof text !== "string") return null;
  return { keyword: found, text, resource, at: resource.document.locate(pointer + pointerOf(found)) };
}

function ignoresSiblings(resource: Resource, schema: { readonly [name: string]: JsonValue }): boolean {
  return resource.dialect === "draft-07" && Object.hasOwn(schema, "$ref");
}

function namedTarget(target: Target, scope: DynamicScope) {
  const document: SchemaDocument = target.resource.document;
  return { document, pointer: target.pointer, value: target.value, scope };
}

function keyOf(target: Target, scope: DynamicScope): string {
  const parts = [...scope].map(([name, resource]) => [name, resource.document.file, resource.pointer]);
  parts.sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
  return JSON.stringify([target.resource.document.file, target.pointer, parts]);
}

function tooDeep(at: Location): SchemaError {
  return new SchemaError("too_complex", `More than ${MAX_REFERENCE_DEPTH} definitions refer one to the next.`, {
    at,
    hint: "Shorten the longest chain of references.",
  });
}

function tooDear(at: Location): SchemaError {
  return new SchemaError(
    "too_complex",
    `A validator would try more than ${MAX_VALIDATION_COST} schemas on one value.`,
    {
      at,
      hint: "Look for definitions that refer to each other more than once: each such step doubles the work.",
    },
  );
}

function tooMany(at: Location): SchemaError {
  return new SchemaError("too_complex", `The schema needs more than ${MAX_DEFINITIONS} definitions.`, {
    at,
    hint: "Use fewer dynamic references, or split the claim set.",
  });
}
