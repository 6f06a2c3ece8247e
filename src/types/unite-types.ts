import { printType } from "./print-type.js";
import type { Type } from "./type.js";
import { sizeOfType } from "./type-size.js";

const LONGEST_COMPARED = 1_000;

export const UNKNOWN: Type = { kind: "unknown" };
export const NEVER: Type = { kind: "never" };
export const NULL: Type = { kind: "primitive", name: "null" };
export const STRING: Type = { kind: "primitive", name: "string" };
export const NUMBER: Type = { kind: "primitive", name: "number" };
export const BOOLEAN: Type = { kind: "primitive", name: "boolean" };
export const UNKNOWN_ARRAY: Type = { kind: "array", items: UNKNOWN };
/** Any object. */
export const UNKNOWN_OBJECT: Type = { kind: "object", members: [], index: UNKNOWN, closed: false };

/**
 * The union of types, as a person would write it: each once, in order, without those that another holds.
 * String literals beside `string` stay, so that an editor completes them: `"a" | (string & {})`.
 *
 * @param types - members of the union; nested unions are taken apart
 * @param namesStrings - whether a type stands for string literals under another name
 */
export function uniteTypes(types: readonly Type[], namesStrings: (type: Type) => boolean = () => false): Type {
  const [first] = types;
  if (first !== undefined && types.length === 1) return first;
  const distinct = new Map<string, Type>();
  for (const type of types.flatMap((type) => (type.kind === "union" ? type.members : [type]))) {
    if (type.kind === "unknown") return UNKNOWN;
    if (type.kind === "never") continue;
    // What is too long to compare counts as different.
    const text = sizeOfType(type) > LONGEST_COMPARED ? `${distinct.size}` : printType(type);
    const same = distinct.get(text);
    distinct.set(text, same === undefined || same === type ? type : openObjects(type));
  }
  const has = (text: string) => distinct.has(text);
  if (has("boolean") || (has("true") && has("false"))) replaceBooleans(distinct);
  if (has("number")) drop(distinct, (type) => type.kind === "literal" && typeof type.value === "number");
  if (has("unknown[]"))
    drop(distinct, (type) => (type.kind === "array" && type.items.kind !== "unknown") || type.kind === "tuple");
  if (has("string") || has("(string & {})")) openStrings(distinct, namesStrings);
  const members = [...distinct.values()];
  const [only] = members;
  if (only === undefined) return NEVER;
  return members.length === 1 ? only : { kind: "union", members };
}

/** Types that read the same may differ in what they leave open, which is not written; the wider of them stands for both. */
function openObjects(type: Type): Type {
  switch (type.kind) {
    case "object": {
      const members = type.members.map((member) => ({ ...member, type: openObjects(member.type) }));
      return { ...type, members, index: type.index === null ? null : openObjects(type.index), closed: false };
    }
    case "array":
      return { ...type, items: openObjects(type.items) };
    case "tuple":
      return {
        ...type,
        prefix: type.prefix.map(openObjects),
        rest: type.rest === null ? null : openObjects(type.rest),
      };
    case "union":
    case "intersection":
      return { ...type, members: type.members.map(openObjects) };
    default:
      return type;
  }
}

/** The type of an index signature, which is read and not completed: `string` without the literals that it holds. */
export function uniteIndexTypes(types: readonly Type[]): Type {
  const isText = (type: Type) => type.kind === "literal" && typeof type.value === "string";
  const parts = types.flatMap((type) => (type.kind === "union" ? type.members : [type]));
  const isOpen = parts.some(
    (type) => type.kind === "otherString" || (type.kind === "primitive" && type.name === "string"),
  );
  if (!isOpen) return uniteTypes(parts);
  return uniteTypes(parts.flatMap((type) => (isText(type) ? [] : type.kind === "otherString" ? STRING : type)));
}

function drop(types: Map<string, Type>, isHeld: (type: Type) => boolean): void {
  for (const [text, type] of types) if (isHeld(type)) types.delete(text);
}

/** `true | false` is `boolean`, in the place of the first of them. */
function replaceBooleans(types: Map<string, Type>): void {
  const entries = [...types];
  types.clear();
  for (const [text, type] of entries) {
    const isBoolean = type === BOOLEAN || text === "true" || text === "false" || text === "boolean";
    if (isBoolean) types.set("boolean", BOOLEAN);
    else types.set(text, type);
  }
}

/** `string` last of the texts that are named beside it, or in its own place where none is. */
function openStrings(types: Map<string, Type>, namesStrings: (type: Type) => boolean): void {
  drop(types, (type) => type.kind === "template");
  const isText = (type: Type) => (type.kind === "literal" && typeof type.value === "string") || namesStrings(type);
  const entries = [...types];
  const lastText = entries.findLastIndex(([, type]) => isText(type));
  if (lastText < 0) return;
  const open: Type = { kind: "otherString" };
  entries.splice(lastText + 1, 0, [printType(open), open]);
  types.clear();
  for (const [text, type] of entries) if (type.kind !== "otherString" || type === open) types.set(text, type);
  types.delete("string");
}
