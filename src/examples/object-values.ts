import { matcherOf } from "../containment/regular/match-pattern.js";
import type { JsonValue, Schema, SchemaObject } from "../schema/json-schema.js";
import type { FindValues } from "./array-values.js";
import { highest, type SchemaParts, together, type ValuePlace, type ValueSearch } from "./value-search.js";

/** Members that are added to meet `minProperties`. */
const MOST_ADDED = 20;

/** Optional members are filled in down to this depth. */
const FILLED_DEPTH = 2;

/** Objects that schemas allow: with all members that are declared, then with those that are demanded. */
export function* objectValues(
  search: ValueSearch,
  place: ValuePlace,
  { always, sometimes }: SchemaParts,
  find: FindValues,
): Generator<JsonValue> {
  const required = new Set(always.flatMap((schema) => schema.required ?? []));
  const demandedNow = new Set([...required, ...sometimes.flatMap((schema) => schema.required ?? [])]);
  const declared = membersOf(always);
  const everywhere = sometimes.length === 0 ? declared : membersOf([...always, ...sometimes]);
  const least = highest(
    always.map(({ minProperties }) => minProperties),
    0,
  );
  if (least > MOST_ADDED + everywhere.size) return;

  const build = (names: Iterable<string>, members: Members, skipped: number): JsonValue | null => {
    const entries: [string, JsonValue][] = [];
    for (const name of names) {
      const schema = members.get(name) ?? otherMember(always, name);
      const value = nth(find(search, { name, holder: place.name, depth: place.depth + 1 }, schema), skipped);
      if (value !== undefined) entries.push([name, value]);
      else if (required.has(name)) return null;
    }
    for (let at = 1; entries.length < least && at <= MOST_ADDED; at += 1) {
      const name = `key-${at}`;
      const value = nth(find(search, { name, depth: place.depth + 1 }, otherMember(always, name)), 0);
      if (value !== undefined) entries.push([name, value]);
    }
    return Object.fromEntries(entries);
  };
  const inOrder = (names: ReadonlySet<string>) =>
    [...new Set([...everywhere.keys(), ...names])].filter((name) => names.has(name));
  const full = place.depth < FILLED_DEPTH ? new Set([...shownMembers(declared, place), ...required]) : required;
  for (const skipped of [0, 1, 2]) {
    for (const [names, members] of [
      [full, declared],
      [required, declared],
      [demandedNow, everywhere],
    ] as const) {
      const value = build(inOrder(names), members, skipped);
      if (value !== null) yield value;
    }
  }
}

type Members = ReadonlyMap<string, Schema>;

function membersOf(schemas: readonly SchemaObject[]): Members {
  const found = new Map<string, Schema[]>();
  for (const { properties = {} } of schemas) {
    for (const [name, schema] of Object.entries(properties)) {
      const known = found.get(name);
      if (known === undefined) found.set(name, [schema]);
      else known.push(schema);
    }
  }
  const members = [...found].filter(([, schemas]) => !schemas.includes(false));
  return new Map(members.map(([name, schemas]) => [name, together(schemas)]));
}

/** Members that an example shows: not those on their way out, and no actor of an actor of an actor. */
function* shownMembers(members: Members, place: ValuePlace): Generator<string> {
  for (const [name, schema] of members) {
    if (name !== place.name && (typeof schema === "boolean" || schema.deprecated !== true)) yield name;
  }
}

/** What schemas say of a member that they do not name. */
function otherMember(schemas: readonly SchemaObject[], name: string): Schema {
  return together(
    schemas.flatMap(({ patternProperties = {}, additionalProperties, unevaluatedProperties }) => [
      ...Object.entries(patternProperties).flatMap(([pattern, schema]) =>
        matcherOf(pattern)?.(name) === true ? [schema] : [],
      ),
      ...[additionalProperties ?? unevaluatedProperties].filter((schema) => schema !== undefined),
    ]),
  );
}

/** A value after some others, or the last of fewer; undefined where there is none. */
function nth(values: Iterable<JsonValue>, skipped: number): JsonValue | undefined {
  let last: JsonValue | undefined;
  let at = 0;
  for (const value of values) {
    last = value;
    if (at === skipped) break;
    at += 1;
  }
  return last;
}
