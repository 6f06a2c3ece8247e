import type { Claim, Token } from "../model/model.js";
import type { SchemaObject } from "../schema/json-schema.js";
import { pointerOf } from "../text/pointer.js";
import type { Edit, Fix } from "./fix.js";
import { walkToken } from "./walk.js";

/**
 * The edits that give a claim another name, in `properties` and wherever `required` lists it; null where the name also
 * decides over something else, or stands in several files, so that a person has to look.
 */
export function renameClaim(token: Token, claim: Claim, to: string): Fix | null {
  const edits: Edit[] = [];
  const files = new Set<string>();
  for (const { path, schema, role, isName, shipped, locate } of walkToken(token)) {
    if (path.length > 0 || isName) continue;
    const declares = Object.hasOwn(schema.properties ?? {}, claim.name);
    const index = schema.required?.indexOf(claim.name) ?? -1;
    if (dependsOn(schema, claim.name)) return null;
    if (!declares && index < 0) continue;
    if (role !== "always" || shipped) return null;
    for (const member of [
      ...(declares ? [["properties", claim.name]] : []),
      ...(index < 0 ? [] : [["required", index]]),
    ]) {
      const { file, pointer = "" } = locate(...member);
      // The place may be that of something around it, where the schema was rewritten from an older draft.
      if (!pointer.endsWith(pointerOf(...member))) return null;
      files.add(file);
      edits.push(member[0] === "properties" ? { kind: "rename", pointer, to } : { kind: "set", pointer, value: to });
    }
  }
  const [file, ...others] = files;
  return file === undefined || others.length > 0 ? null : { file, edits };
}

/** Whether one claim stands or falls with the other. */
function dependsOn({ dependentSchemas = {}, dependentRequired = {} }: SchemaObject, name: string): boolean {
  if (Object.hasOwn(dependentSchemas, name)) return true;
  return Object.entries(dependentRequired).some(([key, names]) => key === name || names.includes(name));
}
