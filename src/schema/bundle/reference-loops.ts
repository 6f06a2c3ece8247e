import type { Schema } from "../json-schema.js";
import { isObject } from "../own-property.js";

/** Keywords whose schemas apply to the same value as the schema that has them. */
const IN_PLACE_LISTS = ["allOf", "anyOf", "oneOf"] as const;
const IN_PLACE = ["not", "if", "then", "else"] as const;

/**
 * The references of a schema that apply to the very value that it applies to, with the schema objects that hold them.
 * A chain of those that returns to its start would never end.
 */
export function referencesInPlace(schema: Schema): readonly { readonly ref: string; readonly holder: Schema }[] {
  const found: { readonly ref: string; readonly holder: Schema }[] = [];
  const pending: Schema[] = [schema];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (typeof next === "boolean") continue;
    if (next.$ref !== undefined) found.push({ ref: next.$ref, holder: next });
    for (const keyword of IN_PLACE_LISTS) for (const member of next[keyword] ?? []) pending.push(member);
    for (const keyword of IN_PLACE) {
      const member = next[keyword];
      if (member !== undefined) pending.push(member);
    }
    if (isObject(next.dependentSchemas))
      for (const member of Object.values(next.dependentSchemas)) pending.push(member);
  }
  return found;
}

/**
 * The schema whose reference closes an endless loop; null where there is none.
 *
 * @param definitions - by the text of the reference that names them
 */
export function findReferenceLoop(root: Schema, definitions: ReadonlyMap<string, Schema>): Schema | null {
  const done = new Set<string>();
  const open = new Set<string>();
  interface Step {
    readonly name: string | null;
    readonly edges: readonly { readonly ref: string; readonly holder: Schema }[];
    index: number;
  }
  const steps: Step[] = [{ name: null, edges: referencesInPlace(root), index: 0 }];
  const starts = [...definitions.keys()];
  for (;;) {
    const step = steps.at(-1);
    if (step === undefined) {
      const start = starts.pop();
      if (start === undefined) return null;
      if (!done.has(start)) push(start);
      continue;
    }
    const edge = step.edges[step.index++];
    if (edge === undefined) {
      steps.pop();
      if (step.name !== null) close(step.name);
    } else if (open.has(edge.ref)) return edge.holder;
    else if (!done.has(edge.ref)) push(edge.ref);
  }

  function push(name: string): void {
    open.add(name);
    steps.push({ name, edges: referencesInPlace(definitions.get(name) ?? true), index: 0 });
  }

  function close(name: string): void {
    open.delete(name);
    done.add(name);
  }
}
