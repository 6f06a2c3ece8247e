import { type Location, SchemaError } from "../../errors.js";
import { pointerOf } from "../../text/pointer.js";
import { DEFAULT_DIALECT, type Dialect, parseDialect } from "../dialect.js";
import type { JsonObject, JsonValue } from "../json-schema.js";
import { keywordOf } from "../keywords.js";
import { getOwn, isArray, isObject } from "../own-property.js";
import { subschemasOf } from "../subschemas.js";
import { checkKeyword } from "./check-keyword.js";
import { checkPattern } from "./check-pattern.js";
import type { SourceDocument } from "./schema-reader.js";
import { resolveReference } from "./uri.js";

/** How deep schemas may nest, and how many of them one file may hold (an alias of YAML counts wherever it stands). */
const MAX_DEPTH = 1000;
const MAX_SCHEMAS = 1_000_000;

/** A schema with its own base URI: a document, or a part of one that has an `$id`. */
export interface Resource {
  readonly document: SchemaDocument;
  readonly uri: string;
  /** Pointer of its root in the document. */
  readonly pointer: string;
  readonly dialect: Dialect;
  /** Anchor names to pointers in the document. */
  readonly anchors: ReadonlyMap<string, string>;
  /** Names of those anchors that a dynamic reference may be led to; `""` stands for `$recursiveAnchor: true`. */
  readonly dynamicAnchors: ReadonlyMap<string, string>;
}

/** One source file with the places that references can name. */
export interface SchemaDocument {
  /** As the user named it, or `claimsmith:iana-jwt`. */
  readonly file: string;
  readonly value: JsonValue;
  readonly root: Resource;
  /** The resources, by the pointer of their roots. */
  readonly resources: ReadonlyMap<string, Resource>;
  /** Visits a schema in a place where the draft does not expect one, which a reference nevertheless names. */
  visit(pointer: string, value: JsonValue, resource: Resource): void;
  /** Says whether a pointer is that of a schema. */
  isSchema(pointer: string): boolean;
  /** Says whether any schema of the document has a keyword. */
  uses(keyword: string): boolean;
  locate(pointer: string, options?: { readonly key?: boolean }): Location;
}

interface MutableResource extends Resource {
  readonly anchors: Map<string, string>;
  readonly dynamicAnchors: Map<string, string>;
}

/**
 * Reads a source file as a JSON Schema: checks every keyword of its draft, and finds its resources and anchors.
 *
 * @throws {SchemaError} `invalid_schema`, `invalid_pattern`, `unsupported_draft`, `ambiguous_id`, `too_complex`
 */
export function indexDocument(file: string, source: SourceDocument): SchemaDocument {
  const resources = new Map<string, MutableResource>();
  const schemas = new Set<string>();
  const keywords = new Set<string>();
  const locate = nearestLocator(source);

  const addResource = (pointer: string, uri: string, dialect: Dialect): MutableResource => {
    const resource = { document, uri, pointer, dialect, anchors: new Map(), dynamicAnchors: new Map() };
    resources.set(pointer, resource);
    return resource;
  };

  const visit = (value: JsonValue, pointer: string, inherited: MutableResource | null, depth: number): void => {
    const at = (): Location => locate(pointer);
    if (depth > MAX_DEPTH || schemas.size > MAX_SCHEMAS) throw tooComplex(at());
    if (typeof value !== "boolean" && !isObject(value)) throw notASchema(at());
    if (schemas.has(pointer)) return;
    schemas.add(pointer);
    if (typeof value === "boolean") {
      if (inherited === null) addResource(pointer, file, DEFAULT_DIALECT);
      return;
    }
    const resource = enterResource(value, pointer, inherited);
    addAnchors(resource, value, pointer);
    for (const [name, member] of Object.entries(value)) {
      const keyword = keywordOf(name, resource.dialect);
      if (keyword === undefined) continue;
      keywords.add(name);
      const here = pointer + pointerOf(name);
      if (name === "items" && resource.dialect === "2020-12" && isArray(member)) throw itemsArray(locate(here));
      checkKeyword(name, member, keyword.shape, () => locate(here));
      if (keyword.shape === "pattern" && typeof member === "string") checkPattern(member, () => locate(here));
      for (const { segments, value: subschema } of subschemasOf(member, keyword.shape)) {
        const place = here + pointerOf(...segments);
        if (keyword.shape === "pattern-map") checkPattern(String(segments[0]), () => locate(place, { key: true }));
        visit(subschema, place, resource, depth + 1);
      }
    }
  };

  /** The resource that a schema belongs to: a new one where it has an `$id`, or is the root. */
  const enterResource = (schema: JsonObject, pointer: string, inherited: MutableResource | null): MutableResource => {
    const id = identifierOf(schema, inherited);
    if (inherited !== null && id === null) return inherited;
    const declared = getOwn(schema, "$schema");
    const dialect =
      declared === undefined
        ? (inherited?.dialect ?? DEFAULT_DIALECT)
        : parseDialect(declared, locate(`${pointer}/$schema`));
    if (id === null) return addResource(pointer, file, dialect);
    const [base, fragment] = splitIdentifier(id);
    if (fragment !== "" && dialect !== "draft-07") throw fragmentInId(locate(`${pointer}/$id`));
    return addResource(pointer, resolveReference(inherited?.uri ?? file, base) ?? base, dialect);
  };

  const addAnchors = (resource: MutableResource, schema: JsonObject, pointer: string): void => {
    const add = (name: string, keyword: string): void => {
      const other = resource.anchors.get(name);
      if (other !== undefined && other !== pointer)
        throw ambiguousAnchor(name, locate(`${pointer}/${keyword}`), locate(other));
      resource.anchors.set(name, pointer);
    };
    for (const keyword of ["$anchor", "$dynamicAnchor"]) {
      const name = getOwn(schema, keyword);
      if (typeof name !== "string" || keywordOf(keyword, resource.dialect) === undefined) continue;
      add(name, keyword);
      if (keyword === "$dynamicAnchor") resource.dynamicAnchors.set(name, pointer);
    }
    if (resource.dialect === "2019-09" && resource.pointer === pointer && getOwn(schema, "$recursiveAnchor") === true) {
      resource.dynamicAnchors.set("", pointer);
    }
    const id = getOwn(schema, "$id");
    if (resource.dialect === "draft-07" && typeof id === "string" && getOwn(schema, "$ref") === undefined) {
      const [, fragment] = splitIdentifier(id);
      if (fragment !== "" && !fragment.startsWith("/")) add(fragment, "$id");
    }
  };

  const document: SchemaDocument = {
    file,
    value: source.value,
    get root(): Resource {
      const root = resources.get("");
      if (root === undefined) throw notASchema(locate(""));
      return root;
    },
    resources,
    visit: (pointer, value, resource) => visit(value, pointer, resources.get(resource.pointer) ?? null, 0),
    isSchema: (pointer) => schemas.has(pointer),
    uses: (keyword) => keywords.has(keyword),
    locate,
  };
  visit(source.value, "", null, 0);
  return document;
}

/** The `$id` that begins a resource; null where there is none, or where it only names an anchor or is ignored (draft-07). */
function identifierOf(schema: JsonObject, inherited: Resource | null): string | null {
  const id = getOwn(schema, "$id");
  if (typeof id !== "string" || id === "") return null;
  if (inherited === null) return id.startsWith("#") ? null : id;
  if (inherited.dialect === "draft-07" && getOwn(schema, "$schema") === undefined) {
    if (id.startsWith("#") || getOwn(schema, "$ref") !== undefined) return null;
  }
  return id;
}

function splitIdentifier(id: string): readonly [base: string, fragment: string] {
  const hash = id.indexOf("#");
  return hash < 0 ? [id, ""] : [id.slice(0, hash), id.slice(hash + 1)];
}

/** A locate that falls back to the nearest place that the source has. */
function nearestLocator(source: SourceDocument): SchemaDocument["locate"] {
  return (pointer, options) => {
    let value: JsonValue | undefined = source.value;
    let known = "";
    for (const segment of pointer.split("/").slice(1)) {
      const name = segment.replaceAll("~1", "/").replaceAll("~0", "~");
      if (isObject(value)) value = getOwn(value, name);
      else if (isArray(value)) value = value[Number(name)];
      else value = undefined;
      if (value === undefined) break;
      known += `/${segment}`;
    }
    return source.locate(known, known === pointer ? options : undefined);
  };
}

function notASchema(at: Location): SchemaError {
  return new SchemaError("invalid_schema", "What stands here is not a schema.", {
    at,
    expected: "an object, true or false",
  });
}

function itemsArray(at: Location): SchemaError {
  return new SchemaError("invalid_schema", 'In draft 2020-12, "items" is one schema.', {
    at,
    expected: "a schema: an object, true or false",
    hint: 'Call the array "prefixItems" (and "additionalItems" then "items"), or state an older draft in "$schema".',
  });
}

function fragmentInId(at: Location): SchemaError {
  return new SchemaError("invalid_schema", 'An "$id" has no fragment.', {
    at,
    expected: "a URI reference without #",
    hint: 'Name the place with "$anchor".',
  });
}

function ambiguousAnchor(name: string, at: Location, other: Location): SchemaError {
  return new SchemaError("ambiguous_id", `The anchor ${JSON.stringify(name)} is given twice.`, {
    at,
    expected: "one place per anchor",
    hint: `The other one is at ${other.pointer || "the root"} of ${other.file}.`,
  });
}

function tooComplex(at: Location): SchemaError {
  return new SchemaError("too_complex", "The schema is too deep or too large.", {
    at,
    expected: `at most ${MAX_DEPTH} levels and ${MAX_SCHEMAS} schemas in one file`,
    hint: 'Move parts into "$defs" and refer to them.',
  });
}
