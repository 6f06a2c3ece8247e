import { quoteName } from "../errors/quote-name.js";
import { refuse } from "../errors/refuse.js";
import { parseDuration } from "../text/duration.js";

/** Beyond this (the year 5138), a number is a time in milliseconds by mistake. */
export const MAX_NUMERIC_DATE = 1e11;

/** The options that a caller gave, each read once. */
export type GivenOptions = ReadonlyMap<string, unknown>;

/**
 * Reads an object of options, of which each has to be known.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function readOptions(options: unknown, known: readonly string[]): GivenOptions {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    const wanted = known.includes("key") ? "an object with a `key`" : "an object";
    throw refuse("invalid_option", `The options must be ${wanted}.`);
  }
  const given = new Map<string, unknown>();
  try {
    for (const name of Object.keys(options)) given.set(name, Reflect.get(options, name));
  } catch (cause) {
    throw refuse("invalid_option", "The options cannot be read.", { cause });
  }
  // A misspelt option would otherwise switch off the check that it was meant to add.
  for (const name of given.keys()) {
    if (!known.includes(name)) throw refuse("invalid_option", `There is no option ${quoteName(name)}.`);
  }
  return given;
}

/**
 * The option `key`; what it holds is checked where it is used.
 *
 * @throws {ClaimsError} `invalid_key`
 */
export function readKey(given: GivenOptions): unknown {
  const key = given.get("key");
  if (key === undefined || key === null || key === "") throw refuse("invalid_key", "Option `key` is missing or empty.");
  return key;
}

/**
 * The time that stands for now: seconds since 1970, with fractions.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function readNow(now: unknown): number {
  return now === undefined ? Date.now() / 1000 : readInstant(now, "now");
}

/**
 * A time: seconds since 1970, with fractions.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function readInstant(value: unknown, option: string): number {
  const seconds = value instanceof Date ? value.getTime() / 1000 : value;
  if (typeof seconds === "number" && seconds >= 0 && seconds <= MAX_NUMERIC_DATE) return seconds;
  throw refuse(
    "invalid_option",
    `Option \`${option}\` must be a valid Date, or a number of seconds (not milliseconds) since 1970.`,
  );
}

/**
 * A duration in seconds.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function readDuration(value: unknown, option: string): number {
  const seconds = parseDuration(value);
  if (seconds === null)
    throw refuse("invalid_option", `Option \`${option}\` must be a duration with its unit, such as 15m.`);
  return seconds;
}

/**
 * One name or several. Present and undefined is refused too: it is what a missing environment variable
 * gives, and would quietly drop the check that the caller asked for.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function readNames(given: GivenOptions, option: string): readonly string[] | null {
  if (!given.has(option)) return null;
  const value = given.get(option);
  const names: readonly unknown[] = Array.isArray(value) ? [...value] : [value];
  if (names.length > 0 && names.every((name): name is string => typeof name === "string" && name !== "")) return names;
  throw refuse("invalid_option", `Option \`${option}\` must be a string that is not empty, or a list of such strings.`);
}
