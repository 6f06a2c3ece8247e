import ms from "ms";

import { ConfigError, type Location } from "../errors.js";
import { quoteText } from "./quote-text.js";

const FORM = /^\d+(?:\.\d+)?[smhd]$/u;

/** Seconds that still count exactly in milliseconds, some 285 thousand years. */
const LONGEST_SECONDS = Math.floor(Number.MAX_SAFE_INTEGER / 1000);

const EXPECTED = "a number with a unit: s, m, h or d, as in 15m";

const EXAMPLE = 'Write for example "15m".';

/**
 * Reads a duration such as `15m` or `30s`.
 *
 * @param text - digits and one of the units `s`, `m`, `h`, `d`; `1.5h` will do, as long as whole seconds come out
 * @param at - the place of the text, for the error
 * @returns whole seconds, the unit of NumericDate (RFC 7519 section 2); more than 0 unless `allowZero`
 * @throws {ConfigError} `invalid_duration`, with the place
 * @example parseDuration("15m", at) // 900
 */
export function parseDuration(text: unknown, at: Location, options: { readonly allowZero?: boolean } = {}): number {
  if (typeof text === "number" || (typeof text === "string" && /^\s*[+-]?(?:\d+(?:\.\d*)?|\.\d+)\s*$/u.test(text))) {
    const number = String(text).trim().slice(0, 40);
    throw invalid(`The duration ${number} has no unit.`, at, {
      hint: `Write "${number}s" for seconds: some libraries read a bare number as seconds and some as milliseconds.`,
    });
  }
  if (typeof text !== "string") throw invalid(`A duration is a string, not ${kindOf(text)}.`, at);
  const shown = quoteText(text, 40);
  if (!FORM.test(text)) throw invalid(`${shown} is not a duration.`, at, { hint: unitHint(text) });
  // The cast holds: the form above is a number with a unit that `ms` knows. It gives undefined above 100 characters.
  const milliseconds: number | undefined = ms(text as ms.StringValue);
  const seconds = Math.round((milliseconds ?? Number.POSITIVE_INFINITY) / 1000);
  if (!(seconds <= LONGEST_SECONDS)) throw invalid(`The duration ${shown} is too long.`, at);
  // Decimal fractions are not exact in binary: 1.1m is 66 seconds give or take a trillionth.
  if (Math.abs(seconds * 1000 - (milliseconds ?? 0)) > seconds * 1e-9) {
    throw invalid(`The duration ${shown} is not a whole number of seconds.`, at, {
      hint: "Tokens count in seconds (RFC 7519 section 2).",
    });
  }
  if (seconds === 0 && options.allowZero !== true) throw invalid("The duration must be longer than 0.", at);
  return seconds;
}

function invalid(message: string, at: Location, details: { readonly hint?: string | undefined } = {}): ConfigError {
  return new ConfigError("invalid_duration", message, { at, expected: EXPECTED, hint: details.hint ?? EXAMPLE });
}

/** What to write instead, where people write so. */
function unitHint(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const weeks = /^\s*(\d{1,5})\s*w(?:eeks?)?\s*$/iu.exec(text)?.[1];
  if (weeks !== undefined) return `Did you mean "${Number(weeks) * 7}d"?`;
  if (/^\s*(?:[\d.]+\s*[smhd]\s*){2,}$/iu.test(text))
    return 'Write one number with one unit: "90m" is an hour and a half.';
  const match = /^\s*(\d+(?:\.\d+)?)\s*(s|m|h|d)[a-z]*\s*$/iu.exec(text);
  const [, number, unit] = match ?? [];
  if (number === undefined || unit === undefined || /^\s*[\d.]+\s*(?:ms|mo|mil)/iu.test(text)) return undefined;
  return `Did you mean "${number}${unit.toLowerCase()}"?`;
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "a list" : typeof value === "object" ? "an object" : `a ${typeof value}`;
}
