import { findNodeAtLocation, type Node, parseTree } from "jsonc-parser";
import { parsePointer } from "../../text/pointer.js";
import type { Edit } from "../fix.js";
import type { TextChange } from "./text-change.js";

/**
 * Where and how edits change a JSON text, so that everything else stays as it is written; null where one of them finds
 * no place in it.
 */
export function jsonChanges(text: string, edits: readonly Edit[]): readonly TextChange[] | null {
  const root = parseTree(text);
  if (root === undefined) return null;
  const changes: TextChange[] = [];
  for (const edit of edits) {
    const change = changeOf(root, text, edit);
    if (change === null) return null;
    changes.push(...change);
  }
  return changes;
}

function changeOf(root: Node, text: string, edit: Edit): readonly TextChange[] | null {
  const path = parsePointer(edit.pointer);
  const node = nodeAt(root, path);
  if (edit.kind === "set" && node === undefined) return addMember(root, path, text, edit.value);
  if (node === undefined) return null;
  switch (edit.kind) {
    case "rename": {
      const [key] = node.parent?.type === "property" ? (node.parent.children ?? []) : [];
      return key === undefined ? null : [replace(key, JSON.stringify(edit.to))];
    }
    case "set":
      return [replace(node, JSON.stringify(edit.value))];
    case "remove":
      return removeItem(node.parent?.type === "property" ? node.parent : node);
    case "order":
      return orderMembers(node, text, edit.names);
  }
}

function nodeAt(root: Node, path: readonly string[]): Node | undefined {
  let node: Node | undefined = root;
  for (const name of path) {
    node = node && findNodeAtLocation(node, [node.type === "array" ? Number(name) : name]);
  }
  return node;
}

function replace({ offset, length }: Node, text: string): TextChange {
  return { start: offset, end: offset + length, text };
}

function endOf({ offset, length }: Node): number {
  return offset + length;
}

/** A new last member: on a line of its own where the last one has one. */
function addMember(root: Node, path: readonly string[], text: string, value: unknown): readonly TextChange[] | null {
  const object = nodeAt(root, path.slice(0, -1));
  if (object?.type !== "object") return null;
  const member = `${JSON.stringify(path.at(-1))}: ${JSON.stringify(value)}`;
  const last = object.children?.at(-1);
  if (last === undefined) {
    const inside = object.offset + 1;
    return [{ start: inside, end: endOf(object) - 1, text: ` ${member} ` }];
  }
  const lead = /(?:\r\n|\n|\r)[ \t]*$/u.exec(text.slice(object.offset, last.offset))?.[0];
  const end = endOf(last);
  return [{ start: end, end, text: `,${lead ?? " "}${member}` }];
}

/** The member or entry with the comma that parts it from its neighbour. */
function removeItem(node: Node): readonly TextChange[] | null {
  const items = node.parent?.children ?? [];
  const index = items.indexOf(node);
  const [before, after] = [items[index - 1], items[index + 1]];
  if (index < 0 || node.parent === undefined) return null;
  if (before !== undefined) return [{ start: endOf(before), end: endOf(node), text: "" }];
  if (after !== undefined) return [{ start: node.offset, end: after.offset, text: "" }];
  return [{ start: node.parent.offset + 1, end: endOf(node.parent) - 1, text: "" }];
}

/** Each member moves to the place of another; what stands between the places stays. */
function orderMembers(object: Node, text: string, names: readonly string[]): readonly TextChange[] | null {
  if (object.type !== "object") return null;
  const members = object.children ?? [];
  const rankOf = (member: Node): number => {
    const rank = names.indexOf(String(member.children?.[0]?.value));
    return rank < 0 ? names.length : rank;
  };
  const sorted = [...members].sort((a, b) => rankOf(a) - rankOf(b));
  return members.flatMap((member, index) => {
    const other = sorted[index];
    return other === undefined || other === member ? [] : [replace(member, text.slice(other.offset, endOf(other)))];
  });
}
