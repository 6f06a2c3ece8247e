// The formats of JSON Schema (and OpenAPI) that a pattern alone cannot check. Their verdicts are those of
// ajv-formats 3.0.1, which a test compares.

export { isUri } from "./uri.js";

/** Says whether a text is a `full-date` of RFC 3339 section 5.6 that the calendar has. */
export function isDate(text: string): boolean {
  // A day that every month has needs no calendar.
  if (/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/.test(text)) return true;
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  if (match === null) return false;
  const month = Number(match[2]);
  const day = Number(match[3]);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(Number(match[1]), month);
}

function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Says whether a text is a `full-time` of RFC 3339 section 5.6, with its offset. */
export function isTime(text: string): boolean {
  return isTimeOfDay(text, true);
}

/** Says whether a text is a time of day, with or without an offset. */
export function isIsoTime(text: string): boolean {
  return isTimeOfDay(text, false);
}

/** Says whether a text is a `date-time` of RFC 3339 section 5.6. */
export function isDateTime(text: string): boolean {
  return isCommonDateTime(text) || isDateAndTime(text, true);
}

/** What nearly every date-time looks like: one of the days that every month has, no leap second, UTC or an offset. */
function isCommonDateTime(text: string): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/.test(
    text,
  );
}

/** Says whether a text is a date and a time, with or without an offset. */
export function isIsoDateTime(text: string): boolean {
  return isDateAndTime(text, false);
}

function isDateAndTime(text: string, needsOffset: boolean): boolean {
  const parts = text.split(/[t\s]/i, 3);
  const [date, time] = parts;
  return (
    parts.length === 2 && date !== undefined && time !== undefined && isDate(date) && isTimeOfDay(time, needsOffset)
  );
}

function isTimeOfDay(text: string, needsOffset: boolean): boolean {
  const match = /^(\d\d):(\d\d):(\d\d(?:\.\d+)?)(z|[+-]\d\d(?::?\d\d)?)?$/i.exec(text);
  if (match === null) return false;
  const offset = match[4];
  if (offset === undefined && needsOffset) return false;
  const { sign, hours, minutes } = readOffset(offset ?? "z");
  if (hours > 23 || minutes > 59) return false;
  const hour = Number(match[1]);
  const minute = Number(match[2]);
  const second = Number(match[3]);
  if (hour <= 23 && minute <= 59 && second < 60) return true;
  // A leap second is inserted at 23:59:60 UTC, which local clocks show at another hour.
  const utcMinute = minute - sign * minutes;
  const utcHour = hour - sign * hours - (utcMinute < 0 ? 1 : 0);
  return (utcHour === 23 || utcHour === -1) && (utcMinute === 59 || utcMinute === -1) && second < 61;
}

function readOffset(offset: string): { sign: number; hours: number; minutes: number } {
  const digits = offset.replace(/\D/g, "");
  return {
    sign: offset.startsWith("-") ? -1 : 1,
    hours: Number(digits.slice(0, 2)),
    minutes: Number(digits.slice(2)),
  };
}

/** Says whether a text is a regular expression of ECMA-262. */
export function isRegex(text: string): boolean {
  // \Z is an anchor of other dialects, which ECMA-262 reads as the letter Z.
  if (/[^\\]\\Z/.test(text)) return false;
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}

/** Says whether a text is base64 with padding; line by line, as OpenAPI's `byte` is commonly checked. */
export function isByte(text: string): boolean {
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/m.test(text);
}

/** Says whether a number is a signed integer of 32 bits. */
export function isInt32(value: number): boolean {
  return Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31;
}

/** Says whether a number is an integer; 64 bits hold every integer that is exact in JavaScript. */
export function isInt64(value: number): boolean {
  return Number.isInteger(value);
}

/** Says yes: every JSON number is read as a double, and rounded where a float would be. */
export function isFloat(_value: number): boolean {
  return true;
}

/** Says yes: every JSON number is read as a double. */
export function isDouble(_value: number): boolean {
  return true;
}
