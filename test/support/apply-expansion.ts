import type { Expansion } from "../../src/diff/expansion.js";
import { parsePointer } from "../../src/text/pointer.js";

/** A schema file and a token's config with an expanded state written into them, as a person would do it. */
export function applyExpansion(
  file: unknown,
  token: Readonly<Record<string, unknown>>,
  { schema, policy }: Expansion,
): { readonly file: unknown; readonly token: Readonly<Record<string, unknown>> } {
  const expanded = schema.reduce((text, { pointer, value }) => withMember(text, parsePointer(pointer), value), file);
  const members = Object.entries({ ...token, ...policy }).filter(([, value]) => value !== null);
  return { file: expanded, token: Object.fromEntries(members) };
}

function withMember(value: unknown, [name, ...rest]: readonly string[], member: unknown): unknown {
  if (name === undefined) return member;
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === name ? withMember(item, rest, member) : item));
  const own = Object.entries((value ?? {}) as Readonly<Record<string, unknown>>);
  const old = own.find(([key]) => key === name)?.[1];
  const changed = withMember(old, rest, member);
  return Object.fromEntries(
    own.some(([key]) => key === name)
      ? own.map(([key, one]) => [key, key === name ? changed : one])
      : [...own, [name, changed]],
  );
}
