import type { JsonValue } from "../schema/json-schema.js";
import { getOwn, isArray, isObject } from "../schema/own-property.js";
import { canonicalJson } from "../text/canonical-json.js";
import { quoteText } from "../text/quote-text.js";

/** Values that a message names before it counts the rest. */
const MOST_NAMED = 3;

/**
 * What differs between two contract forms, in a few words: `maxLength 64 is now 32, enum without "owner"`.
 * Empty where the difference lies deeper than a message can tell.
 */
export function describeDifference(before: JsonValue, after: JsonValue): string {
  if (!isObject(before) || !isObject(after)) return "";
  const keywords = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return keywords
    .flatMap((keyword) => describeKeyword(keyword, getOwn(before, keyword), getOwn(after, keyword)))
    .join(", ");
}

function describeKeyword(keyword: string, before: JsonValue | undefined, after: JsonValue | undefined): string[] {
  if (before !== undefined && after !== undefined && canonicalJson(before) === canonicalJson(after)) return [];
  if (keyword === "enum" && isArray(before) && isArray(after)) return describeSet(before, after);
  if (isLarge(before) || isLarge(after)) return [`other ${keyword}`];
  if (after === undefined) return [`no ${keyword} any more`];
  return before === undefined ? [`${keyword} ${show(after)}`] : [`${keyword} ${show(before)} is now ${show(after)}`];
}

function describeSet(before: readonly JsonValue[], after: readonly JsonValue[]): string[] {
  const gone = minus(before, after);
  const added = minus(after, before);
  return [
    ...(gone.length === 0 ? [] : [`enum without ${list(gone)}`]),
    ...(added.length === 0 ? [] : [`enum with ${list(added)}`]),
  ];
}

function minus(values: readonly JsonValue[], others: readonly JsonValue[]): readonly JsonValue[] {
  const known = new Set(others.map(canonicalJson));
  return values.filter((value) => !known.has(canonicalJson(value)));
}

function list(values: readonly JsonValue[]): string {
  const named = values.slice(0, MOST_NAMED).map(show).join(" and ");
  return values.length > MOST_NAMED ? `${named} and ${values.length - MOST_NAMED} more` : named;
}

/** Schemas inside a keyword say too much for a message; lists of plain values do not. */
function isLarge(value: JsonValue | undefined): boolean {
  if (isArray(value)) return value.some((one) => typeof one === "object" && one !== null);
  return isObject(value);
}

function show(value: JsonValue): string {
  if (typeof value === "string") return quoteText(value);
  // JSON text in quotes would be escaped twice; cut to what a message bears.
  return quoteText(canonicalJson(value)).slice(1, -1).replaceAll('\\"', '"');
}
