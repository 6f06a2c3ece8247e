import { definitionOf } from "../model/in-place.js";
import type { Token } from "../model/model.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { possibleTypes } from "./possible-types.js";
import { definitionsOf } from "./token-facts.js";
import { walkToken } from "./walk.js";

/** The open branches of each token, looked for once. */
const KNOWN = new WeakMap<Token, ReadonlySet<SchemaObject>>();

/**
 * The schemas that only name some of the values that another branch of the same `anyOf` admits anyway, as in
 * `{"anyOf": [{"enum": ["admin", "member"]}, {"type": "string"}]}`: such an enum is open.
 */
export function openEnums(token: Token): ReadonlySet<SchemaObject> {
  const known = KNOWN.get(token);
  if (known !== undefined) return known;
  const open = new Set<SchemaObject>();
  for (const { schema } of walkToken(token)) {
    const branches = (schema.anyOf ?? []).map((branch) => resolve(branch, token));
    if (!branches.some((branch) => isOpen(branch, token))) continue;
    for (const branch of branches) if (typeof branch !== "boolean" && branch.enum !== undefined) open.add(branch);
  }
  KNOWN.set(token, open);
  return open;
}

/** What a branch refers to, where it is a reference to an enum. */
function resolve(branch: Schema, token: Token): Schema {
  if (typeof branch === "boolean" || branch.$ref === undefined || branch.enum !== undefined) return branch;
  return definitionOf(branch.$ref, definitionsOf(token));
}

function isOpen(branch: Schema, token: Token): boolean {
  if (typeof branch === "boolean") return branch;
  return (
    branch.enum === undefined && branch.const === undefined && possibleTypes(branch, definitionsOf(token)).has("string")
  );
}
