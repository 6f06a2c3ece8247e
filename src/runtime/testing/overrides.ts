/**
 * What a test gives in place of parts of an example: any claims, and of a claim that is an object any members. Lists are
 * replaced as a whole. `undefined` takes out what the claim set does not demand.
 */
export type Overrides<Value> = unknown extends Value
  ? Value
  : Value extends Leaf
    ? Value
    : { [Name in keyof Value]?: Overrides<Value[Name]> | (Nothing extends Pick<Value, Name> ? undefined : never) };

/** An object without a member. It is assignable to what demands none. */
type Nothing = Record<never, never>;

/** What is replaced as a whole. */
type Leaf = string | number | boolean | null | undefined | readonly unknown[];

/** A copy of plain data with other parts in place of its own. */
export function applyOverrides(base: unknown, overrides: unknown): unknown {
  if (!isRecord(overrides)) return overrides === undefined ? copy(base) : copy(overrides);
  const result = isRecord(base) ? copyRecord(base) : {};
  for (const [name, value] of Object.entries(overrides)) {
    if (value === undefined) Reflect.deleteProperty(result, name);
    else define(result, name, applyOverrides(ownMember(result, name), value));
  }
  return result;
}

/** Puts a member into an object, whatever its name. */
export function define(object: object, name: string, value: unknown): void {
  // Defined, not assigned: `__proto__` is a name like any other.
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  return isRecord(value) ? copyRecord(value) : value;
}

function copyRecord(value: Record<string, unknown>): Record<string, unknown> {
  const result = {};
  for (const [name, member] of Object.entries(value)) if (member !== undefined) define(result, name, copy(member));
  return result;
}

function ownMember(object: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
