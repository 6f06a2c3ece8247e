import type { JSONWebKeySet } from "jose";

/** Says whether a value is a JWK Set (RFC 7517 section 5). What its keys hold is checked as they are used. */
export function isKeySet(value: unknown): value is JSONWebKeySet {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "keys")) return false;
  return Array.isArray(Reflect.get(value, "keys"));
}
