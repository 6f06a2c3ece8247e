import { nameWords } from "./name-words.js";
import { NUMERIC_DATES } from "./numeric-dates.js";

const LAST_WORDS: ReadonlySet<string> = new Set([
  "at",
  "timestamp",
  "datetime",
  "expiry",
  "expires",
  "expiration",
  "exp",
]);

const BEFORE_TIME: ReadonlySet<string> = new Set(
  "auth login logout update updated issue issued creation created start end expiry expiration event last".split(" "),
);

const UNITS: ReadonlySet<string> = new Set(["ms", "millis", "milliseconds"]);

/** Says whether a name is that of a point in time: `exp`, `lastLoginAt`, `valid_until`, `start_time`, `created_at_ms`. */
export function isTimeName(name: string): boolean {
  if (NUMERIC_DATES.has(name)) return true;
  const words = withoutUnit(nameWords(name));
  const last = words.at(-1) ?? "";
  const before = words.at(-2);
  if (last === "at") return before !== undefined;
  if (LAST_WORDS.has(last)) return true;
  if (last === "time") return BEFORE_TIME.has(before ?? "");
  return before === "valid" && (last === "until" || last === "from");
}

/** Says whether a name is that of a point in time in milliseconds: `expires_at_ms`, `timestampMillis`. */
export function isMillisecondsName(name: string): boolean {
  const words = nameWords(name);
  const last = words.at(-1) ?? "";
  return UNITS.has(last) && (isTimeName(name) || NUMERIC_DATES.has(words.slice(0, -1).join("_")));
}

function withoutUnit(words: readonly string[]): readonly string[] {
  return UNITS.has(words.at(-1) ?? "") ? words.slice(0, -1) : words;
}
