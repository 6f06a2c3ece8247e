import type { JsonValue, Schema } from "../schema/json-schema.js";
import { highest, lowest, type SchemaParts, together, type ValuePlace, type ValueSearch } from "./value-search.js";

/** Finds values of a schema at a place. */
export type FindValues = (search: ValueSearch, place: ValuePlace, schema: Schema) => Generator<JsonValue>;

/** Longer lists are not made. */
const LONGEST = 100;

/** Lists that schemas allow: of as few items as they can be, but one. */
export function* arrayValues(
  search: ValueSearch,
  place: ValuePlace,
  { always }: SchemaParts,
  find: FindValues,
): Generator<JsonValue> {
  const contained = always.flatMap(({ contains, minContains }) =>
    contains === undefined || minContains === 0 ? [] : [{ schema: contains, count: minContains ?? 1 }],
  );
  const listed = highest(
    always.map(({ prefixItems }) => prefixItems?.length),
    0,
  );
  const least = highest([...always.map(({ minItems }) => minItems), ...contained.map(({ count }) => count)], 0);
  const most = lowest(
    always.map(({ maxItems }) => maxItems),
    LONGEST,
  );
  if (least > most) return;
  const isUnique = always.some(({ uniqueItems }) => uniqueItems === true);
  const inside: ValuePlace = { name: singular(place.name), depth: place.depth + 1 };

  const schemaAt = (at: number): Schema =>
    together(
      always.flatMap(({ prefixItems = [], items }) => {
        const own = prefixItems[at] ?? items;
        return own === undefined ? [] : [own];
      }),
    );
  const build = (length: number): JsonValue[] | null => {
    const items: JsonValue[] = [];
    for (let at = 0; at < length; at += 1) {
      const wanted = contained.flatMap(({ schema, count }) => (at < count ? [schema] : []));
      const taken = isUnique ? new Set(items.map((item) => JSON.stringify(item))) : null;
      const item = firstFree(find(search, inside, together([...wanted, schemaAt(at)])), taken);
      if (item === undefined) return null;
      items.push(item);
    }
    return items;
  };
  for (const length of new Set([
    Math.min(most, Math.max(least, listed, 1)),
    Math.max(least, Math.min(listed, most)),
    least,
  ])) {
    const items = build(length);
    if (items !== null) yield items;
  }
}

/** The first value that is not taken; undefined where there is none within bounds. */
function firstFree(values: Iterable<JsonValue>, taken: ReadonlySet<string> | null): JsonValue | undefined {
  let tries = 0;
  for (const value of values) {
    if (taken === null || !taken.has(JSON.stringify(value))) return value;
    tries += 1;
    if (tries > LONGEST) return undefined;
  }
  return undefined;
}

function singular(name: string): string {
  if (/[^aeiou]ies$/.test(name)) return `${name.slice(0, -3)}y`;
  return /[^s]s$/.test(name) ? name.slice(0, -1) : name;
}
