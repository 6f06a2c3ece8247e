import { parsePointer } from "../../text/pointer.js";
import type { JsonValue } from "../json-schema.js";
import { KEYWORDS } from "../keywords.js";
import { getOwn, isObject } from "../own-property.js";
import type { SchemaDocument } from "../read/schema-document.js";
import type { DynamicScope } from "./dynamic-scope.js";

/** What a definition's name is made from. */
export interface NamedTarget {
  readonly document: SchemaDocument;
  readonly pointer: string;
  readonly value: JsonValue;
  readonly scope: DynamicScope;
}

/**
 * A name for each definition, in the order given: readable, unique, and none that shifts when another definition comes or
 * goes, except between the plain name and the qualified one.
 *
 * Where several want one name, that of the entry's document keeps it, and the others are qualified: by their document's
 * name, then by their pointer, at last by their file.
 */
export function nameDefinitions(targets: readonly NamedTarget[], entry: NamedTarget): readonly string[] {
  const candidates = targets.map((target) => candidatesFor(target, entry));
  const levels = targets.map(() => 0);
  const nameAt = (index: number): string => candidates[index]?.[levels[index] ?? 0] ?? "";
  for (;;) {
    const groups = new Map<string, number[]>();
    for (const index of targets.keys()) {
      const name = nameAt(index);
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [index]);
      else group.push(index);
    }
    let changed = false;
    for (const group of groups.values()) {
      if (group.length < 2) continue;
      const own = group.filter((index) => targets[index]?.document === entry.document);
      for (const index of group) {
        const level = levels[index] ?? 0;
        const keeps = own.length === 1 && own[0] === index;
        if (keeps || level + 1 >= (candidates[index]?.length ?? 0)) continue;
        levels[index] = level + 1;
        changed = true;
      }
    }
    if (!changed) return targets.map((_, index) => nameAt(index));
  }
}

function candidatesFor(target: NamedTarget, entry: NamedTarget): readonly string[] {
  const { document, pointer, scope } = target;
  const segments = parsePointer(pointer);
  const base = baseName(document.file);
  const isEntry = document === entry.document && pointer === entry.pointer && pointer === "";
  const others = [...scope.values()].filter((resource) => resource.document !== document || resource.pointer !== "");
  const suffix = others
    .map(
      (resource) =>
        `.${resource.document === document ? lastNames(parsePointer(resource.pointer)) : baseName(resource.document.file)}`,
    )
    .filter((name, index, all) => all.indexOf(name) === index)
    .join("");
  const exact = [...scope].map(([name, resource]) => ` ${name}=${resource.uri}`).join("");
  const plain = pointer === "" ? (isEntry ? "root" : base) : ownName(target, segments);
  const qualified =
    pointer === ""
      ? [base, document.file]
      : [`${base}.${plain}`, [base, ...segments].join("."), `${document.file}#${pointer}`];
  return [plain, ...[plain, ...qualified].map((name) => name + suffix), `${document.file}#${pointer}${exact}`].map(
    wellFormed,
  );
}

function ownName(target: NamedTarget, segments: readonly string[]): string {
  const container = segments.at(-2);
  if (container !== "$defs" && container !== "definitions" && isObject(target.value)) {
    for (const keyword of ["$anchor", "$dynamicAnchor"]) {
      const anchor = getOwn(target.value, keyword);
      if (typeof anchor === "string") return anchor;
    }
  }
  return lastNames(segments);
}

/** The last segment; where that is a keyword or an index, it means nothing alone, and what comes before it is added. */
function lastNames(segments: readonly string[]): string {
  let start = segments.length - 1;
  while (start > 0 && !isName(segments, start)) start -= 1;
  return segments.slice(Math.max(start, 0)).join(".");
}

function isName(segments: readonly string[], index: number): boolean {
  const container = segments[index - 1];
  const containerShape = container === undefined ? undefined : KEYWORDS.get(container)?.shape;
  if (containerShape === "schema-map" || containerShape === "pattern-map") return true;
  const segment = segments[index] ?? "";
  return !/^(?:schema|pattern-map|dependencies)/.test(KEYWORDS.get(segment)?.shape ?? "") && !/^\d+$/.test(segment);
}

function baseName(file: string): string {
  const name = file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf(":")) + 1);
  return name.replace(/\.(?:json|ya?ml)$/i, "").replace(/\.schema$/i, "") || name;
}

/** Lone surrogates written out, as no URI can hold them. */
function wellFormed(name: string): string {
  return name.replace(/\p{Surrogate}/gu, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`);
}
