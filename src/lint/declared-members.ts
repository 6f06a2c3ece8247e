import { inPlaceSchemas } from "../model/in-place.js";
import type { Token } from "../model/model.js";
import { definitionsOf } from "./token-facts.js";
import { type SchemaVisit, walkToken } from "./walk.js";

/** What schemas say of the members of one object. */
export interface DeclaredMembers {
  /** The names under `properties`, in their order, of every schema that applies to the object. */
  readonly names: ReadonlySet<string>;
  /** Members of other names have a schema too: by pattern, or because the object is a map. */
  readonly others: boolean;
}

/** The visits of each token by the object that they describe, sorted once. */
const visitsOfTokens = new WeakMap<Token, ReadonlyMap<string, readonly SchemaVisit[]>>();

/** What is declared of the object that a schema describes: beside it, around it, and in whatever it refers to. */
export function declaredMembers(visit: SchemaVisit): DeclaredMembers {
  const names = new Set<string>();
  let others = false;
  for (const { schema } of [...(visitsByPath(visit.token).get(keyOf(visit)) ?? []), visit]) {
    for (const { schema: found } of inPlaceSchemas(schema, definitionsOf(visit.token))) {
      for (const name of Object.keys(found.properties ?? {})) names.add(name);
      others ||=
        found.patternProperties !== undefined ||
        typeof found.additionalProperties === "object" ||
        typeof found.unevaluatedProperties === "object";
    }
  }
  return { names, others };
}

function visitsByPath(token: Token): ReadonlyMap<string, readonly SchemaVisit[]> {
  const known = visitsOfTokens.get(token);
  if (known !== undefined) return known;
  const byPath = new Map<string, SchemaVisit[]>();
  for (const visit of walkToken(token)) {
    const key = keyOf(visit);
    const beside = byPath.get(key) ?? [];
    byPath.set(key, beside);
    beside.push(visit);
  }
  visitsOfTokens.set(token, byPath);
  return byPath;
}

function keyOf({ path }: SchemaVisit): string {
  return JSON.stringify(path);
}
