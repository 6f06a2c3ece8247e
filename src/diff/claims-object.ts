import type { JsonObject, JsonValue } from "../schema/json-schema.js";

/** The claims with one more, or with another value for it. A name such as `__proto__` is a name like any other. */
export function appendOwn(claims: JsonObject, name: string, value: JsonValue): JsonObject {
  return Object.fromEntries([...Object.entries(claims).filter(([other]) => other !== name), [name, value]]);
}

/** The claims without one. */
export function withoutOwn(claims: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(claims).filter(([other]) => other !== name));
}

/** The claims with another value for one, at the place where it stands. */
export function replaceOwn(claims: JsonObject, name: string, value: JsonValue): JsonObject {
  return Object.fromEntries(Object.entries(claims).map(([other, old]) => [other, other === name ? value : old]));
}
