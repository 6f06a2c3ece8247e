import { pointerOf } from "../../text/pointer.js";
import type { JsonValue } from "../json-schema.js";
import { keywordOf } from "../keywords.js";
import { isObject } from "../own-property.js";
import type { Resource } from "../read/schema-document.js";
import type { Reference, SchemaStore, Target } from "../read/schema-store.js";
import { splitReference } from "../read/uri.js";
import { subschemasOf } from "../subschemas.js";

/**
 * What dynamic references lead to at a place: the name of a dynamic anchor to the outermost resource that has it, of those
 * that evaluation came through. `""` stands for `$recursiveAnchor`.
 */
export type DynamicScope = ReadonlyMap<string, Resource>;

export const EMPTY_SCOPE: DynamicScope = new Map();

/** The scope once evaluation has entered a resource; the same object where nothing changes. */
export function enterScope(scope: DynamicScope, resource: Resource): DynamicScope {
  let entered: Map<string, Resource> | null = null;
  for (const name of resource.dynamicAnchors.keys()) {
    if (scope.has(name)) continue;
    entered ??= new Map(scope);
    entered.set(name, resource);
  }
  return entered ?? scope;
}

/** A reference of any of the three keywords. */
export interface AnyReference extends Reference {
  readonly keyword: string;
}

/** What a reference names under a scope (2020-12 core section 8.2.3.2, 2019-09 core section 8.2.4.2.1). */
export function resolveInScope(store: SchemaStore, reference: AnyReference, scope: DynamicScope): Target {
  const target = store.resolve(reference);
  const name = dynamicName(reference, target);
  const outermost = name === null ? undefined : scope.get(name);
  const pointer = name === null ? undefined : outermost?.dynamicAnchors.get(name);
  if (outermost === undefined || pointer === undefined) return target;
  return {
    ...store.find(outermost, pointer.slice(outermost.pointer.length), reference.at),
    anchor: name === "" ? null : name,
  };
}

/** The dynamic anchor that a reference goes by; null where it is an ordinary reference after all. */
function dynamicName(reference: AnyReference, target: Target): string | null {
  if (reference.keyword === "$recursiveRef") return target.resource.dynamicAnchors.has("") ? "" : null;
  if (reference.keyword !== "$dynamicRef" || target.anchor === null) return null;
  return target.resource.dynamicAnchors.has(target.anchor) ? target.anchor : null;
}

/**
 * The part of a scope that a target can notice: the names that dynamic references use in it, or in anything that it refers
 * to. Two references under scopes that agree so far share one definition.
 */
export function restrictScope(store: SchemaStore, target: Target, scope: DynamicScope): DynamicScope {
  if (scope.size === 0) return scope;
  const used = new Set<string>();
  const seen = new Set<string>();
  const pending: { readonly target: Target; readonly scope: DynamicScope }[] = [{ target, scope }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const key = `${next.target.resource.document.file}#${next.target.pointer}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const { reference, scope: there } of referencesIn(next.target, next.scope)) {
      if (reference.keyword === "$recursiveRef") used.add("");
      else if (reference.keyword === "$dynamicRef") used.add(splitReference(reference.text).fragment ?? "");
      pending.push({ target: resolveInScope(store, reference, there), scope: there });
    }
  }
  return new Map([...scope].filter(([name]) => used.has(name)));
}

interface ScopedReference {
  readonly reference: AnyReference;
  readonly scope: DynamicScope;
}

function referencesIn(target: Target, scope: DynamicScope): readonly ScopedReference[] {
  const found: ScopedReference[] = [];
  const visit = (value: JsonValue, pointer: string, inherited: Resource, around: DynamicScope): void => {
    if (!isObject(value)) return;
    const resource = inherited.document.resources.get(pointer) ?? inherited;
    const inside = enterScope(around, resource);
    for (const [name, member] of Object.entries(value)) {
      const keyword = keywordOf(name, resource.dialect);
      if (keyword === undefined) continue;
      if (keyword.treatment === "reference" && typeof member === "string") {
        const at = resource.document.locate(pointer + pointerOf(name));
        found.push({ reference: { keyword: name, text: member, resource, at }, scope: inside });
      } else if (keyword.treatment !== "drop") {
        for (const { segments, value: subschema } of subschemasOf(member, keyword.shape)) {
          visit(subschema, pointer + pointerOf(name, ...segments), resource, inside);
        }
      }
    }
  };
  visit(target.value, target.pointer, target.resource, scope);
  return found;
}
