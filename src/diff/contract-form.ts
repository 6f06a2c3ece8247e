import { createHash } from "node:crypto";
import { plainText } from "../containment/plain-text.js";
import { type Definitions, definitionOf } from "../model/in-place.js";
import { definitionName } from "../schema/definition-reference.js";
import type { JsonValue, Schema, SchemaObject } from "../schema/json-schema.js";
import { KEYWORDS } from "../schema/keywords.js";
import { holdsSchemas } from "../schema/map-subschemas.js";
import { setOwn } from "../schema/own-property.js";
import { canonicalJson } from "../text/canonical-json.js";

/** Subschemas that one form may have; references written in place can multiply without end. */
const MAX_NODES = 20_000;

/** Keywords whose lists are sets. */
const SETS = new Set(["required", "enum", "type"]);

/**
 * What a schema demands, whatever its layout: no annotations, lists that are sets in one order, and each reference
 * replaced by what it refers to. A schema that contains itself refers to how many levels up it begins.
 * Equal forms mean equal demands; unequal forms may still.
 */
export function contractForm(schema: Schema, definitions: Definitions): JsonValue {
  let nodes = 0;
  let digest: string | undefined;
  return form(schema, []);

  function form(schema: Schema, open: readonly string[]): JsonValue {
    if (typeof schema === "boolean") return schema;
    nodes++;
    const result: Record<string, JsonValue> = {};
    for (const [keyword, value] of Object.entries(schema)) {
      if (keyword === "$ref" || keyword === "$defs" || !isDemand(keyword)) continue;
      setOwn(result, keyword, member(keyword, value, open));
    }
    if (schema.$ref === undefined) return result;
    const target = refer(schema.$ref, open);
    if (Object.keys(result).length === 0) return target;
    setOwn(result, "$ref", target);
    return result;
  }

  function refer(ref: string, open: readonly string[]): JsonValue {
    const name = definitionName(ref) ?? "";
    const at = open.lastIndexOf(name);
    if (at >= 0) return { $up: open.length - at };
    // Too large to write out: the name and a digest of all definitions must do, so that no change of any goes unseen.
    if (nodes > MAX_NODES) return { $name: name, $among: digestOfAll() };
    return form(definitionOf(ref, definitions), [...open, name]);
  }

  function digestOfAll(): string {
    digest ??= shortDigest(plainText({ $defs: definitions }));
    return digest;
  }

  function member(keyword: string, value: unknown, open: readonly string[]): JsonValue {
    switch (holdsSchemas(keyword)) {
      // The casts of this function hold because a bundle was checked against its metaschema.
      case "schema":
        return form(value as Schema, open);
      case "list":
        return (value as readonly Schema[]).map((one) => form(one, open));
      case "map": {
        const members: Record<string, JsonValue> = {};
        for (const [name, one] of Object.entries(value as Readonly<Record<string, Schema>>))
          setOwn(members, name, form(one, open));
        return members;
      }
      default:
        return SETS.has(keyword) && Array.isArray(value) ? sorted(value as JsonValue[]) : (value as JsonValue);
    }
  }
}

/** The form of what a claim set says besides its claims: its root without the claims' schemas and without who is required. */
export function restForm(root: SchemaObject): JsonValue {
  const { properties: _, required: __, ...rest } = root;
  return contractForm(rest, root.$defs ?? {});
}

/** Whether two forms are the same JSON value. */
export function isSameForm(one: JsonValue, other: JsonValue): boolean {
  return canonicalJson(one) === canonicalJson(other);
}

/** The first twelve hex digits of a JSON value's SHA-256 in canonical form (RFC 8785). */
export function shortDigest(value: JsonValue): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex").slice(0, 12);
}

/** Whether a keyword takes part in what a schema accepts; all others are annotations. */
export function isDemand(keyword: string): boolean {
  const known = KEYWORDS.get(keyword);
  return known !== undefined && known.treatment !== "annotation" && known.treatment !== "drop";
}

function sorted(values: readonly JsonValue[]): JsonValue {
  const texts = new Map(values.map((value) => [canonicalJson(value), value]));
  return [...texts].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, value]) => value);
}
