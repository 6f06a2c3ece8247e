import type { Schema, SchemaObject } from "../../schema/json-schema.js";
import type { SchemaCase } from "./schema-cases.js";
import { type SizeRange, sizeRange, times, UNBOUNDED } from "./size-range.js";

/** What measures the items: the sizes of the values that all of the schemas accept; null where there is none. */
interface Measurer {
  measure(schemas: readonly Schema[]): SizeRange | null;
}

const BRACKETS = 2;
const COMMA = 1;
/** Items of a typical list. */
const TYPICAL_ITEMS = 3;

/** The sizes of the arrays that a case accepts; null where there is none. */
export function arraySize(one: SchemaCase, measurer: Measurer): SizeRange | null {
  const { always } = one;
  const positions = Math.max(0, ...always.map(({ prefixItems = [] }) => prefixItems.length));
  const places = Array.from({ length: positions }, (_, at) =>
    measurer.measure(always.map(({ prefixItems = [], items = true }) => prefixItems[at] ?? items)),
  );
  const rest = measurer.measure(always.map(({ items = true }) => items));
  const impossible = places.indexOf(null);
  const prefix = places.slice(0, impossible < 0 ? positions : impossible).filter((place) => place !== null);

  const most = Math.min(
    ...always.map(({ maxItems = UNBOUNDED }) => maxItems),
    ...always.map((schema) => (schema.unevaluatedItems === false ? evaluatedItems(schema, one) : UNBOUNDED)),
    impossible >= 0 || rest === null ? prefix.length : UNBOUNDED,
    // No more items than different values.
    always.some(({ uniqueItems }) => uniqueItems === true) && positions === 0 ? (rest?.count ?? 0) : UNBOUNDED,
  );
  const least = Math.max(0, ...always.map(leastItems));
  if (least > most) return null;
  const usual = Math.min(Math.max(rest === null ? prefix.length : Math.max(TYPICAL_ITEMS, positions), least), most);
  const total = (count: number, bound: "smallest" | "typical" | "largest"): number => {
    const first = prefix.slice(0, count).reduce((sum, place) => sum + place[bound], 0);
    const others = times(rest?.[bound] ?? 0, Math.max(0, count - prefix.length));
    return BRACKETS + first + others + COMMA * Math.max(0, count - 1);
  };
  return sizeRange({
    smallest: total(least, "smallest"),
    typical: total(usual, "typical"),
    largest: total(most, "largest"),
    count: most === 0 ? 1 : UNBOUNDED,
  });
}

function leastItems({ minItems = 0, contains, minContains = 1 }: SchemaObject): number {
  return Math.max(minItems, contains === undefined ? 0 : minContains);
}

/** How many items another keyword can have seen to, so that `unevaluatedItems: false` lets them be. */
function evaluatedItems(closing: SchemaObject, { always, perhaps }: SchemaCase): number {
  const others = [...always, ...perhaps];
  // Whatever stands beside in the case is taken to be inside: that can only raise the number.
  if (others.some(({ items, contains }) => items !== undefined || contains !== undefined)) return UNBOUNDED;
  const states = ({ unevaluatedItems }: SchemaObject): boolean =>
    unevaluatedItems !== undefined && unevaluatedItems !== false;
  if (others.some((schema) => schema !== closing && states(schema))) return UNBOUNDED;
  return Math.max(0, ...others.map(({ prefixItems = [] }) => prefixItems.length));
}
