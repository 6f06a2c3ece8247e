import { pointerOf } from "../../text/pointer.js";
import type { JsonObject, JsonValue, Schema } from "../json-schema.js";
import { KEYWORDS, keywordOf } from "../keywords.js";
import { getOwn, isArray, isObject, setOwn } from "../own-property.js";
import type { Resource } from "../read/schema-document.js";
import { subschemasOf } from "../subschemas.js";
import { type AnyReference, type DynamicScope, enterScope } from "./dynamic-scope.js";

/** Where a schema stands while it is normalized. */
export interface Place {
  readonly resource: Resource;
  /** In the document. */
  readonly pointer: string;
  readonly scope: DynamicScope;
}

/** A schema object under construction. */
export type Draft = Record<string, unknown>;

/** What normalizing hands to the bundler as it goes. */
export interface NormalizeHost {
  /** Sets the draft's `$ref` once the target's name is known. */
  refer(draft: Draft, reference: AnyReference, scope: DynamicScope): void;
  /** Remembers where a draft came from; `renamed` maps keywords of the draft to the source's. */
  place(draft: Draft, place: Place, renamed: ReadonlyMap<string, string>): void;
}

/**
 * A schema in the one form that every later stage reads: the keywords of draft 2020-12, whatever draft it was written in.
 * Values of `enum`, `const`, `default`, `examples` and unknown keywords are data, and the same objects as in the source.
 */
export function normalizeSchema(value: JsonValue, around: Place, host: NormalizeHost): Schema {
  // Checked when the document was indexed: what stands here is a boolean or an object.
  if (!isObject(value)) return value === true;
  const resource = around.resource.document.resources.get(around.pointer) ?? around.resource;
  const place: Place = { resource, pointer: around.pointer, scope: enterScope(around.scope, resource) };
  return new Normalizer(value, place, host).run();
}

/** One schema object on its way to the normal form. */
class Normalizer {
  readonly #source: JsonObject;
  readonly #place: Place;
  readonly #host: NormalizeHost;
  readonly #draft: Draft = {};
  readonly #renamed = new Map<string, string>();
  /** Schemas that hold besides; they join `allOf`. */
  readonly #besides: Schema[] = [];

  constructor(source: JsonObject, place: Place, host: NormalizeHost) {
    this.#source = source;
    this.#place = place;
    this.#host = host;
  }

  run(): Schema {
    const { dialect } = this.#place.resource;
    const referenceOnly = dialect === "draft-07" && typeof getOwn(this.#source, "$ref") === "string";
    for (const [name, value] of Object.entries(this.#source)) {
      const keyword = keywordOf(name, dialect);
      if (keyword === undefined) {
        // A keyword of another draft must not begin to validate; anything else is an annotation.
        if (!KEYWORDS.has(name)) setOwn(this.#draft, name, value);
      } else if (keyword.treatment === "annotation") this.#draft[name] = value;
      else if (keyword.treatment === "reference") this.#addReference(name, String(value));
      else if (referenceOnly) continue;
      else if (keyword.treatment === "keep") this.#draft[name] = this.#normalizeMember(name, value);
      else if (keyword.treatment === "rewrite") this.#rewrite(name, value);
    }
    this.#addBesides();
    this.#host.place(this.#draft, this.#place, this.#renamed);
    // The draft holds the keywords that SchemaObject lists, each checked against its draft when the document was indexed.
    return this.#draft as Schema;
  }

  #addReference(keyword: string, text: string): void {
    const { resource, pointer, scope } = this.#place;
    const reference = { keyword, text, resource, at: resource.document.locate(pointer + pointerOf(keyword)) };
    if (!Object.hasOwn(this.#draft, "$ref")) {
      this.#renamed.set("$ref", keyword);
      this.#host.refer(this.#draft, reference, scope);
      return;
    }
    const beside: Draft = {};
    this.#host.refer(beside, reference, scope);
    this.#host.place(beside, this.#place, new Map([["$ref", keyword]]));
    this.#besides.push(beside as Schema);
  }

  #rewrite(name: string, value: JsonValue): void {
    switch (name) {
      case "items":
        this.#rewriteItems(value);
        break;
      case "additionalItems":
        if (isArray(getOwn(this.#source, "items") ?? null)) this.#move(name, "items", value);
        break;
      case "contains":
        this.#rewriteContains(value);
        break;
      case "then":
      case "else":
        if (Object.hasOwn(this.#source, "if")) this.#draft[name] = this.#normalizeMember(name, value);
        break;
      case "dependencies":
      case "dependentRequired":
      case "dependentSchemas":
        this.#rewriteDependencies(name, value);
        break;
    }
  }

  #rewriteItems(value: JsonValue): void {
    if (!isArray(value)) this.#draft["items"] = this.#normalizeMember("items", value);
    else if (value.length > 0) this.#move("items", "prefixItems", value);
  }

  /** `minContains` and `maxContains` go with `contains`, without which they mean nothing. */
  #rewriteContains(value: JsonValue): void {
    const { dialect, document } = this.#place.resource;
    const limits: Draft = { contains: this.#normalizeMember("contains", value) };
    for (const name of ["minContains", "maxContains"]) {
      const limit = getOwn(this.#source, name);
      if (limit !== undefined && keywordOf(name, dialect) !== undefined) limits[name] = limit;
    }
    if (dialect !== "2019-09" || !document.uses("unevaluatedItems")) {
      Object.assign(this.#draft, limits);
      return;
    }
    // Since 2020-12 an item that `contains` matches counts as evaluated. What stands in a `not` never does.
    const hidden: Draft = { not: { not: limits } };
    this.#host.place(limits, this.#place, new Map());
    this.#besides.push(hidden as Schema);
  }

  #rewriteDependencies(name: string, value: JsonValue): void {
    if (!isObject(value)) return;
    for (const [trigger, dependency] of Object.entries(value)) {
      if (isArray(dependency)) {
        const names = this.#mapOf("dependentRequired", name);
        const known = getOwn(names as JsonObject, trigger);
        setOwn(names, trigger, isArray(known) ? [...new Set([...known, ...dependency])] : dependency);
      } else {
        const schemas = this.#mapOf("dependentSchemas", name);
        const schema = this.#normalizeAt([name, trigger], dependency);
        const known = Object.hasOwn(schemas, trigger) ? schemas[trigger] : undefined;
        setOwn(schemas, trigger, known === undefined ? schema : { allOf: [known, schema] });
      }
    }
  }

  #mapOf(name: string, source: string): Draft {
    if (!Object.hasOwn(this.#draft, name)) {
      this.#draft[name] = {};
      if (name !== source) this.#renamed.set(name, source);
    }
    // Set just above, or by an earlier call.
    return this.#draft[name] as Draft;
  }

  #addBesides(): void {
    if (this.#besides.length === 0) return;
    const present = this.#draft["allOf"];
    this.#draft["allOf"] = [...(Array.isArray(present) ? present : []), ...this.#besides];
  }

  #move(from: string, to: string, value: JsonValue): void {
    this.#draft[to] = this.#normalizeMember(from, value);
    this.#renamed.set(to, from);
  }

  /** A keyword's value with the schemas in it normalized; itself where it holds none. */
  #normalizeMember(name: string, value: JsonValue): unknown {
    const keyword = keywordOf(name, this.#place.resource.dialect);
    if (keyword === undefined) return value;
    const subschemas = subschemasOf(value, keyword.shape);
    if (isArray(value) && keyword.shape.startsWith("schema")) {
      return subschemas.map((entry) => this.#normalizeAt([name, ...entry.segments], entry.value));
    }
    if (keyword.shape === "schema-map" || keyword.shape === "pattern-map") {
      const map: Draft = {};
      for (const { segments, value: subschema } of subschemas) {
        setOwn(map, String(segments[0]), this.#normalizeAt([name, ...segments], subschema));
      }
      return map;
    }
    return subschemas.length === 1 ? this.#normalizeAt([name], value) : value;
  }

  #normalizeAt(segments: readonly (string | number)[], value: JsonValue): Schema {
    const { resource, pointer, scope } = this.#place;
    return normalizeSchema(value, { resource, pointer: pointer + pointerOf(...segments), scope }, this.#host);
  }
}
