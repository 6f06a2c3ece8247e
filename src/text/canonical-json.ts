import canonicalize from "canonicalize";

import type { JsonValue } from "../schema/json-schema.js";

/**
 * The one text of a JSON value (RFC 8785): members sorted by UTF-16 code units, no whitespace.
 * Equal values give equal texts on every machine, so that a digest may be taken of it.
 *
 * RFC 8785 refuses lone surrogates. A schema may hold one (`"\ud800"` is valid JSON) and must still
 * have a digest, so here it stands as its escape.
 */
export function canonicalJson(value: JsonValue): string {
  try {
    return canonicalize(value) ?? "null";
  } catch {
    return serialize(value);
  }
}

/** The same form by hand, since the library has no way to let a lone surrogate pass. */
function serialize(value: JsonValue): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(serialize).join(",")}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${serialize(member)}`).join(",")}}`;
}
