const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lifetimes that people choose, in seconds. */
const USUAL: readonly number[] = [
  MINUTE,
  ...[2, 5, 10, 15, 20, 30, 45].map((minutes) => minutes * MINUTE),
  ...[1, 2, 4, 6, 8, 12].map((hours) => hours * HOUR),
  ...[1, 2, 7, 14, 30, 60, 90, 180, 365].map((days) => days * DAY),
];

/**
 * A lifetime as a config writes it, at least as long as the longest that was seen: whole minutes as they are, anything else
 * rounded up to what people choose.
 *
 * @param seconds - the longest `exp - iat` of the samples, more than 0
 * @example roundLifetime(3599) // "1h"
 */
export function roundLifetime(seconds: number): string {
  const isWhole = seconds % MINUTE === 0;
  const rounded = isWhole ? seconds : (USUAL.find((usual) => usual >= seconds) ?? Math.ceil(seconds / DAY) * DAY);
  if (rounded % DAY === 0) return `${rounded / DAY}d`;
  if (rounded % HOUR === 0) return `${rounded / HOUR}h`;
  return `${rounded / MINUTE}m`;
}
