import {
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { JsonValue } from "../../schema/json-schema.js";
import { parsePointer } from "../../text/pointer.js";
import type { Edit } from "../fix.js";
import type { TextChange } from "./text-change.js";

/**
 * Where and how edits change a YAML text, so that comments and layout stay; null where one of them finds no place in it,
 * or only one that cannot be edited without touching what is around it.
 */
export function yamlChanges(text: string, edits: readonly Edit[]): readonly TextChange[] | null {
  const { contents } = parseDocument(text, { schema: "core", uniqueKeys: false });
  const changes: TextChange[] = [];
  for (const edit of edits) {
    const change = changeOf(contents, text, edit);
    if (change === null) return null;
    changes.push(...change);
  }
  return changes;
}

type Collection = YAMLMap | YAMLSeq;

function changeOf(root: unknown, text: string, edit: Edit): readonly TextChange[] | null {
  const path = parsePointer(edit.pointer);
  if (edit.kind === "order") return orderMembers(nodeAt(root, path), text, edit.names);
  const name = path.at(-1);
  const around = nodeAt(root, path.slice(0, -1));
  if (name === undefined || !(isMap(around) || isSeq(around))) return null;
  const item = itemOf(around, name);
  switch (edit.kind) {
    case "rename":
      return isPair(item) && isScalar(item.key) ? replaceScalar(item.key, edit.to) : null;
    case "set": {
      if (item === undefined) return isMap(around) ? addMember(around, text, name, edit.value) : null;
      const value = isPair(item) ? item.value : item;
      return isScalar(value) ? replaceScalar(value, edit.value) : null;
    }
    case "remove":
      return item === undefined ? null : removeItem(around, item, text);
  }
}

function nodeAt(root: unknown, path: readonly string[]): unknown {
  let node = root;
  for (const name of path) {
    const item = isMap(node) || isSeq(node) ? itemOf(node, name) : undefined;
    node = isPair(item) ? item.value : item;
  }
  return node;
}

function itemOf(collection: Collection, name: string): unknown {
  if (isSeq(collection)) return collection.items[Number(name)];
  return collection.items.find(({ key }) => isScalar(key) && key.value === name);
}

/** From the first character of a node to behind its last, without the blanks and line breaks that follow. */
function extentOf(item: unknown, text: string): { readonly start: number; readonly end: number } | null {
  const [first, last] = isPair(item) ? [item.key, item.value ?? item.key] : [item, item];
  const start = rangeOf(first)?.[0];
  const end = rangeOf(last)?.[1];
  if (start === undefined || end === undefined) return null;
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

function rangeOf(node: unknown): readonly number[] | null {
  if (typeof node !== "object" || node === null || !("range" in node) || !Array.isArray(node.range)) return null;
  // The library gives three offsets.
  return node.range as readonly number[];
}

function replaceScalar(node: Scalar, value: JsonValue): readonly TextChange[] | null {
  const [start, end] = rangeOf(node) ?? [];
  const isBlock = node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED";
  return start === undefined || end === undefined || isBlock ? null : [{ start, end, text: flow(value, node.type) }];
}

/** A value on one line: quoted as it was before, or plain where every reader of YAML takes it for the same string. */
function flow(value: JsonValue, style: Scalar["type"] = "PLAIN"): string {
  if (typeof value !== "string" || style === "QUOTE_DOUBLE") return JSON.stringify(value);
  if (style === "QUOTE_SINGLE" && /^[\x20-\x7e]*$/u.test(value)) return `'${value.replaceAll("'", "''")}'`;
  const isPlain = /^[A-Za-z_][\w-]*$/u.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/iu.test(value);
  return isPlain ? value : JSON.stringify(value);
}

/** A new member: behind the last one that ends on its line, where the mapping has lines. */
function addMember(map: YAMLMap, text: string, name: string, value: JsonValue): readonly TextChange[] | null {
  const member = `${flow(name)}: ${flow(value)}`;
  if (map.flow) {
    const last = extentOf(map.items.at(-1), text);
    return last === null ? null : [{ start: last.end, end: last.end, text: `, ${member}` }];
  }
  const before = [...map.items].reverse().find((pair) => isScalar(pair.value) && isOneLine(pair, text));
  const extent = before === undefined ? null : extentOf(before, text);
  if (extent === null) return null;
  const end = lineEnd(text, extent.end);
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  return [{ start: end, end, text: `${eol}${" ".repeat(columnOf(text, extent.start))}${member}` }];
}

function isOneLine(pair: Pair, text: string): boolean {
  const extent = extentOf(pair, text);
  return extent !== null && !/[\r\n]/u.test(text.slice(extent.start, extent.end));
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** The end of the line, before its line break. */
function lineEnd(text: string, offset: number): number {
  const end = text.slice(offset).search(/[\r\n]/u);
  return end < 0 ? text.length : offset + end;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function removeItem(around: Collection, item: unknown, text: string): readonly TextChange[] | null {
  // The item is one of these: `itemOf` has found it there.
  const items: readonly unknown[] = around.items;
  const index = items.indexOf(item);
  const own = extentOf(item, text);
  const before = index === 0 ? null : extentOf(items[index - 1], text);
  const after = extentOf(items[index + 1], text);
  if (own === null) return null;
  if (around.flow) {
    if (before !== null) return [{ start: before.end, end: own.end, text: "" }];
    return after === null ? null : [{ start: own.start, end: after.start, text: "" }];
  }
  const start = lineStart(text, own.start);
  const lead = text.slice(start, own.start);
  // Whole lines only: the first item of a list of mappings shares its line with the dash.
  if (!(isSeq(around) ? /^\s*- +$/u : /^\s*$/u).test(lead)) return null;
  const end = lineEnd(text, own.end);
  return [{ start, end: end + (/^\r?\n|^\r/u.exec(text.slice(end))?.[0].length ?? 0), text: "" }];
}

/** Each member moves to the place of another; what stands between the places stays. */
function orderMembers(node: unknown, text: string, names: readonly string[]): readonly TextChange[] | null {
  if (!isMap(node)) return null;
  const rankOf = ({ key }: Pair): number => {
    const rank = isScalar(key) ? names.indexOf(String(key.value)) : -1;
    return rank < 0 ? names.length : rank;
  };
  const sorted = [...node.items].sort((a, b) => rankOf(a) - rankOf(b));
  const changes: TextChange[] = [];
  for (const [index, member] of node.items.entries()) {
    const other = sorted[index];
    if (other === undefined || other === member) continue;
    const place = extentOf(member, text);
    const moved = extentOf(other, text);
    if (place === null || moved === null) return null;
    changes.push({ ...place, text: text.slice(moved.start, moved.end) });
  }
  return changes;
}
