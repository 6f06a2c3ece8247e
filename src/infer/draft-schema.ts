import { isOfFormat } from "../containment/formats.js";
import type { JsonObject, JsonValue } from "../schema/json-schema.js";
import { enumOf, isIdentifying, isSensitive } from "./enum-evidence.js";
import { Observation, type SeenTexts } from "./observation.js";

/** Levels that are described; what lies deeper is only said to be an object or an array. */
const MAX_LEVELS = 24;

/** An object of more members than this, over all samples, is a map. */
const MAX_MEMBERS = 64;

/** So many different members, of which none is usual, are taken for keys of data. */
const MIN_CHANGING = 4;

/** Texts, and different ones among them, from which a format is believed. */
const FORMAT_EVIDENCE = { texts: 3, different: 2 } as const;

/** What a draft is made under. */
export interface DraftContext {
  /** Whether presence in all is worth anything: there were several samples. */
  readonly requires: boolean;
  /** Whether values may be named at all here: false inside of what is personal. */
  readonly names: boolean;
  /** Says whether an object's members are keys of data, by its path of names; `*` stands for items and for such keys. */
  isMap(path: readonly string[]): boolean;
}

/** A schema that holds all that was seen at a place, and names no value but those of an enumeration. */
export function draftSchema(seen: Observation, path: readonly string[], context: DraftContext): JsonObject {
  const name = path.findLast((each) => each !== "*") ?? "";
  const here = isSensitive(name) ? { ...context, names: false } : context;
  const drafts = [
    ...(seen.texts.count > 0 ? [draftText(seen.texts, here.names && !isIdentifying(name))] : []),
    ...(seen.fractions > 0 ? [{ type: "number" }] : seen.integers > 0 ? [{ type: "integer" }] : []),
    ...(seen.booleans > 0 ? [{ type: "boolean" }] : []),
    ...(seen.arrays > 0 ? [draftArray(seen, path, here)] : []),
    ...(seen.objects > 0 ? [draftObject(seen, path, here)] : []),
    ...(seen.nulls > 0 ? [{ type: "null" }] : []),
  ];
  const [only] = drafts;
  if (only !== undefined && drafts.length === 1) return only;
  const types = drafts.map((draft) => (Object.keys(draft).join() === "type" ? draft["type"] : undefined));
  return types.every((type) => typeof type === "string") ? { type: types } : { anyOf: flattenChoices(drafts) };
}

function draftText(texts: SeenTexts, mayName: boolean): JsonObject {
  const values = mayName ? enumOf(texts) : null;
  // The open form: a value that comes later is no error, and editors complete those that are known.
  if (values !== null) return { anyOf: [{ enum: values }, { type: "string" }] };
  const different = texts.kept?.size ?? Number.POSITIVE_INFINITY;
  const [format] = texts.formats;
  const isBelieved = texts.count >= FORMAT_EVIDENCE.texts && different >= FORMAT_EVIDENCE.different;
  return format !== undefined && isBelieved ? { type: "string", format } : { type: "string" };
}

function draftArray({ items }: Observation, path: readonly string[], context: DraftContext): JsonObject {
  if (items === null || path.length >= MAX_LEVELS) return { type: "array" };
  return { type: "array", items: draftSchema(items, [...path, "*"], context) };
}

function draftObject(seen: Observation, path: readonly string[], context: DraftContext): JsonObject {
  const { members, objects } = seen;
  if (members.size === 0 || path.length >= MAX_LEVELS) return { type: "object" };
  if (
    context.isMap(path) ||
    members.size > MAX_MEMBERS ||
    hasChangingNames(seen) ||
    [...members.keys()].some(isDataKey)
  ) {
    const values = new Observation();
    for (const member of members.values()) values.merge(member);
    return { type: "object", additionalProperties: draftSchema(values, [...path, "*"], context) };
  }
  const names = [...members.keys()].sort();
  const required = context.requires && objects > 1 ? names.filter((name) => members.get(name)?.count === objects) : [];
  const properties = names.map((name): [string, JsonValue] => {
    const member = members.get(name) ?? new Observation();
    return [name, draftSchema(member, [...path, name], context)];
  });
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length === 0 ? {} : { required }),
  };
}

/**
 * Says whether the names of an object's members look like values, whatever they are: there are several, none is in more than half
 * of the objects, and what stands under them is of one type. So do user names as keys, which a schema must not repeat.
 */
function hasChangingNames({ members, objects }: Observation): boolean {
  if (members.size < MIN_CHANGING) return false;
  const types = new Set<string>();
  for (const member of members.values()) {
    if (member.count * 2 > objects) return false;
    for (const type of typesOf(member)) types.add(type);
  }
  return types.size === 1;
}

function typesOf({ nulls, booleans, integers, fractions, texts, arrays, objects }: Observation): readonly string[] {
  const counts = { nulls, booleans, numbers: integers + fractions, texts: texts.count, arrays, objects };
  return Object.entries(counts).flatMap(([type, count]) => (count > 0 ? [type] : []));
}

/** Says whether a member's name is itself a value, such as an id, an address or somebody's name, which a schema must not repeat. */
function isDataKey(name: string): boolean {
  if (/[@\s]/u.test(name) || name.length > 80 || /^\d+$/u.test(name)) return true;
  if ((name.match(/\d/gu)?.length ?? 0) >= 5) return true;
  // Keys and ids in base64 change between small letters, capitals and digits all the time.
  const turns = name.match(/[a-z](?=[A-Z\d])|\d(?=[A-Za-z])|[A-Z](?=\d)/gu)?.length ?? 0;
  if (name.length >= 12 && turns * 4 > name.length) return true;
  return ["uuid", "ipv4", "ipv6", "date", "date-time"].some((format) => isOfFormat(format, name));
}

function flattenChoices(drafts: readonly JsonObject[]): readonly JsonValue[] {
  return drafts.flatMap((draft): readonly JsonValue[] => {
    const { anyOf } = draft;
    return Array.isArray(anyOf) ? anyOf : [draft];
  });
}
