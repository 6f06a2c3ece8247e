import { type Location, SchemaError } from "../../errors.js";
import { pointerOf, tryParsePointer } from "../../text/pointer.js";
import { suggest } from "../../text/suggest.js";
import type { JsonValue } from "../json-schema.js";
import { getOwn, isArray, isObject } from "../own-property.js";
import { indexDocument, type Resource, type SchemaDocument } from "./schema-document.js";
import type { SchemaReader } from "./schema-reader.js";
import { fileOf, hasScheme, resolvePath, resolveReference, splitReference } from "./uri.js";
import { VOCABULARY_URI } from "./vocabulary.js";

/** A schema that a reference names. */
export interface Target {
  readonly resource: Resource;
  /** Pointer in the document. */
  readonly pointer: string;
  /** An object or a boolean. */
  readonly value: JsonValue;
  /** The anchor that the reference used; null where it was a pointer. */
  readonly anchor: string | null;
}

/** A reference with the place where it stands. */
export interface Reference {
  readonly text: string;
  readonly resource: Resource;
  readonly at: Location;
}

/** The documents that one bundle needs, loaded as references name them. */
export interface SchemaStore {
  /** The document of a file, read once. */
  load(file: string, from: Location): SchemaDocument;
  /**
   * What a reference names (RFC 3986 section 5, JSON Schema core section 8).
   *
   * @throws {SchemaError} `unresolved_ref`, `remote_ref`, `ambiguous_id`, `schema_not_found`, and what a newly read file gives
   */
  resolve(reference: Reference): Target;
  /** A schema by its pointer in a document; `at` is the place that names it. */
  find(resource: Resource, pointer: string, at: Location): Target;
  /** The files that were read, sorted; the vocabulary is not among them. */
  files(): readonly string[];
}

/** An empty store around a reader. */
export function createStore(reader: SchemaReader): SchemaStore {
  const documents = new Map<string, SchemaDocument>();
  const resources = new Map<string, Resource>();

  const register = (document: SchemaDocument): void => {
    for (const resource of document.resources.values()) {
      const other = resources.get(resource.uri);
      if (other !== undefined && other !== resource) throw ambiguousId(resource, other);
      resources.set(resource.uri, resource);
    }
  };

  const vocabulary = (): SchemaDocument => {
    const known = documents.get(VOCABULARY_URI);
    if (known !== undefined) return known;
    const document = indexDocument(VOCABULARY_URI, reader.vocabulary());
    documents.set(VOCABULARY_URI, document);
    register(document);
    return document;
  };

  const load = (file: string, from: Location): SchemaDocument => {
    const known = documents.get(file);
    if (known !== undefined) return known;
    const source = reader.read(file, from);
    if (isObject(source.value) && getOwn(source.value, "$id") === VOCABULARY_URI) {
      const shipped = vocabulary();
      documents.set(file, shipped);
      return shipped;
    }
    const document = indexDocument(file, source);
    documents.set(file, document);
    register(document);
    return document;
  };

  /** The resource that a URI names, reading a file where the reference can be one. */
  const resourceOf = (base: string, reference: Reference): Resource => {
    const { resource, at } = reference;
    if (base === "") return resource;
    const uri = resolveReference(resource.uri, base);
    const known = uri === null ? undefined : resources.get(uri);
    if (known !== undefined) return known;
    if (uri === VOCABULARY_URI) return vocabulary().root;
    if (hasScheme(base)) return findRemote(uri ?? base, at);
    // A relative reference is the name of a file beside this one, also where an $id says that both are published elsewhere.
    const beside = fileOf(resolvePath(resource.document.file, base));
    if (uri === null || hasScheme(uri)) return tryLoad(beside, at)?.root ?? findRemote(uri ?? base, at);
    return (tryLoad(fileOf(uri), at) ?? load(beside, at)).root;
  };

  /** Null where there is no such file. Any other fault of it is thrown. */
  const tryLoad = (file: string, at: Location): SchemaDocument | null => {
    try {
      return load(file, at);
    } catch (error) {
      if (error instanceof SchemaError && (error.code === "schema_not_found" || error.code === "schema_outside"))
        return null;
      throw error;
    }
  };

  /** A URI is answered by the `$id` of a file that is referred to by path, wherever that reference stands. */
  const findRemote = (uri: string, at: Location): Resource => {
    loadNeighbours();
    const found = resources.get(uri);
    if (found === undefined) throw remoteRef(uri, [...resources.keys()].filter(hasScheme), at);
    return found;
  };

  const loadNeighbours = (): void => {
    const done = new Set<SchemaDocument>();
    for (;;) {
      const next = [...documents.values()].find((document) => !done.has(document));
      if (next === undefined) return;
      done.add(next);
      if (next.file === VOCABULARY_URI) continue;
      for (const base of relativeReferences(next.value)) {
        try {
          load(fileOf(resolvePath(next.file, base)), { file: next.file });
        } catch (error) {
          // A file that only an unused part refers to is not needed; one that is gets its error where it is referred to.
          if (!(error instanceof SchemaError) || error.code === "ambiguous_id") throw error;
        }
      }
    }
  };

  const find = (from: Resource, pointer: string, at: Location): Target => {
    const { document } = from;
    let resource = from;
    let value: JsonValue = getAtRoot(document, from.pointer);
    let place = from.pointer;
    for (const segment of tryParsePointer(pointer) ?? []) {
      const next: JsonValue | undefined = memberOf(value, segment);
      if (next === undefined) throw unresolved(`${document.file}#${pointer}`, segment, namesIn(value), at);
      value = next;
      place += pointerOf(segment);
      resource = document.resources.get(place) ?? resource;
    }
    if (typeof value !== "boolean" && !isObject(value)) {
      throw new SchemaError("invalid_schema", `"${document.file}#${pointer}" is not a schema.`, {
        at,
        expected: "a reference to an object, true or false",
      });
    }
    if (!document.isSchema(place)) document.visit(place, value, resource);
    return { resource: document.resources.get(place) ?? resource, pointer: place, value, anchor: null };
  };

  const resolve = (reference: Reference): Target => {
    const { base, fragment } = splitReference(reference.text);
    const resource = resourceOf(base, reference);
    if (fragment === null || fragment === "") return find(resource, "", reference.at);
    if (fragment.startsWith("/")) {
      if (tryParsePointer(fragment) === null) throw unresolved(reference.text, fragment, [], reference.at);
      return find(resource, fragment, reference.at);
    }
    const place = resource.anchors.get(fragment);
    if (place === undefined) throw unresolved(reference.text, fragment, [...resource.anchors.keys()], reference.at);
    return { ...find(resource, place.slice(resource.pointer.length), reference.at), anchor: fragment };
  };

  const files = (): readonly string[] =>
    [
      ...new Set([...documents].filter(([, document]) => document.file !== VOCABULARY_URI).map(([file]) => file)),
    ].sort();

  return { load, resolve, find, files };
}

function getAtRoot(document: SchemaDocument, pointer: string): JsonValue {
  let value: JsonValue | undefined = document.value;
  for (const segment of tryParsePointer(pointer) ?? [])
    value = value === undefined ? undefined : memberOf(value, segment);
  return value ?? false;
}

function memberOf(value: JsonValue, segment: string): JsonValue | undefined {
  if (isObject(value)) return getOwn(value, segment);
  if (isArray(value)) return /^(?:0|[1-9]\d*)$/.test(segment) ? value[Number(segment)] : undefined;
  return undefined;
}

function namesIn(value: JsonValue): readonly string[] {
  return isObject(value) ? Object.keys(value) : [];
}

/** Every relative path in a `$ref` or `$dynamicRef` of a value, in order. Takes data for references too: harmless, as it only looks. */
function relativeReferences(root: JsonValue): readonly string[] {
  const found = new Set<string>();
  const pending: JsonValue[] = [root];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (isArray(value)) for (const entry of value) pending.push(entry);
    if (!isObject(value)) continue;
    for (const [name, member] of Object.entries(value)) {
      if (typeof member !== "string") pending.push(member);
      else if (name === "$ref" || name === "$dynamicRef") {
        const { base } = splitReference(member);
        if (base !== "" && !hasScheme(base)) found.add(base);
      }
    }
  }
  return [...found].sort();
}

function unresolved(reference: string, missing: string, known: readonly string[], at: Location): SchemaError {
  const nearest = suggest(missing, known);
  return new SchemaError(
    "unresolved_ref",
    `The reference ${JSON.stringify(reference)} leads nowhere: there is no ${JSON.stringify(missing)}.`,
    {
      at,
      expected: `a place in a schema that can be read, or in ${VOCABULARY_URI}`,
      hint:
        nearest === null ? "Check the spelling, or add the definition." : `Did you mean ${JSON.stringify(nearest)}?`,
    },
  );
}

function remoteRef(reference: string, known: readonly string[], at: Location): SchemaError {
  const nearest = suggest(reference, known);
  return new SchemaError(
    "remote_ref",
    `${JSON.stringify(reference)} is not among the files that were read, and nothing is fetched.`,
    {
      at,
      expected: "a relative path, or a URI that a referenced file has as its $id",
      hint:
        nearest === null
          ? "Save the file beside this one and refer to it by its relative path."
          : `Did you mean ${JSON.stringify(nearest)}? Else save the file beside this one and refer to it by its relative path.`,
    },
  );
}

function ambiguousId(resource: Resource, other: Resource): SchemaError {
  const place = other.document.locate(other.pointer);
  return new SchemaError("ambiguous_id", `Two schemas have the identifier ${JSON.stringify(resource.uri)}.`, {
    at: resource.document.locate(`${resource.pointer}/$id`),
    expected: "one schema per $id",
    hint: `The other one is at ${place.pointer || "the root"} of ${place.file}.`,
  });
}
