import { isTimeName } from "../facts/time-names.js";

/** The time of examples: 2026-01-01T00:00:00Z, in seconds. */
export const EXAMPLE_NOW = 1_767_225_600;

/** As {@link EXAMPLE_NOW}, in text (RFC 3339). */
export const EXAMPLE_NOW_TEXT = "2026-01-01T00:00:00Z";

/** Part of the name of each time; most names are told by it without being taken apart. */
const TIME_SIGN = /at|time|date|exp|until|from|nbf|toe|ms|milli/i;

/** Says whether a name is that of a point in time. */
export function isNamedAsTime(name: string): boolean {
  return TIME_SIGN.test(name) && isTimeName(name);
}
