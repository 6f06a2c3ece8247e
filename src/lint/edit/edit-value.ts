import type { JsonObject, JsonValue } from "../../schema/json-schema.js";
import { isArray, isObject } from "../../schema/own-property.js";
import { parsePointer, tryParsePointer } from "../../text/pointer.js";
import type { Edit } from "../fix.js";

/**
 * The value with all edits done; null where one of them does not fit: its place is not there, or a member of the new
 * name is. It says what a text has to mean once the same edits were made in it.
 */
export function editValue(value: JsonValue, edits: readonly Edit[]): JsonValue | null {
  let edited: JsonValue = value;
  for (const edit of innermostFirst(edits)) {
    const next = editAt(edited, parsePointer(edit.pointer), edit);
    if (next === undefined) return null;
    edited = next;
  }
  return edited;
}

/** What is deeper comes first, as a rename or removal above would change its pointer; of one list, the last entry first. */
function innermostFirst(edits: readonly Edit[]): readonly Edit[] {
  const segments = (edit: Edit): readonly string[] => tryParsePointer(edit.pointer) ?? [];
  const rank = (edit: Edit): number => (edit.kind === "remove" ? 2 : edit.kind === "rename" ? 1 : 0);
  return [...edits].sort(
    (a, b) =>
      segments(b).length - segments(a).length ||
      rank(a) - rank(b) ||
      Number(segments(b).at(-1)) - Number(segments(a).at(-1)) ||
      0,
  );
}

function editAt(value: JsonValue, path: readonly string[], edit: Edit): JsonValue | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return editHere(value, edit);
  if (rest.length === 0 && edit.kind !== "order") return editMember(value, name, edit);
  const child = childOf(value, name);
  const edited = child === undefined ? undefined : editAt(child, rest, edit);
  if (edited === undefined) return undefined;
  if (isArray(value)) return value.map((item, index) => (index === Number(name) ? edited : item));
  return withMembers(value, (member, old) => [[member, member === name ? edited : old]]);
}

/** An edit of the value itself, which has no name: only its order can change. */
function editHere(value: JsonValue, edit: Edit): JsonValue | undefined {
  if (edit.kind !== "order" || !isObject(value)) return undefined;
  const first = edit.names.filter((name) => Object.hasOwn(value, name));
  const names = [...new Set([...first, ...Object.keys(value)])];
  return Object.fromEntries(names.map((name) => [name, value[name] ?? null]));
}

function editMember(value: JsonValue, name: string, edit: Exclude<Edit, { kind: "order" }>): JsonValue | undefined {
  const old = childOf(value, name);
  switch (edit.kind) {
    case "rename":
      if (!isObject(value) || old === undefined || Object.hasOwn(value, edit.to)) return undefined;
      return withMembers(value, (member, child) => [[member === name ? edit.to : member, child]]);
    case "remove":
      if (old === undefined) return undefined;
      if (isArray(value)) return value.filter((_, index) => index !== Number(name));
      return withMembers(value, (member, child) => (member === name ? [] : [[member, child]]));
    case "set":
      if (isArray(value)) {
        return old === undefined ? undefined : value.map((item, index) => (index === Number(name) ? edit.value : item));
      }
      if (!isObject(value)) return undefined;
      // fromEntries defines own members, so that `__proto__` is one like any other.
      return old === undefined
        ? Object.fromEntries([...Object.entries(value), [name, edit.value]])
        : withMembers(value, (member, child) => [[member, member === name ? edit.value : child]]);
  }
}

function withMembers(
  value: JsonValue,
  map: (name: string, value: JsonValue) => readonly (readonly [string, JsonValue])[],
): JsonObject {
  // Called for objects only: an array was handled before.
  return Object.fromEntries(Object.entries(value as JsonObject).flatMap(([name, member]) => map(name, member)));
}

function childOf(value: JsonValue, name: string): JsonValue | undefined {
  if (isArray(value)) return /^(?:0|[1-9]\d*)$/u.test(name) ? value[Number(name)] : undefined;
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
