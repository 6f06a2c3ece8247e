const UNITS = [
  ["year", 365 * 86_400],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/**
 * A span of time in words, in at most two units: "2 hours and 5 minutes". A year is 365 days.
 *
 * @param seconds - of either sign
 */
export function spanWords(seconds: number): string {
  let rest = Math.round(Math.abs(seconds));
  const words: string[] = [];
  for (const [unit, length] of UNITS) {
    const count = Math.floor(rest / length);
    if (count > 0) words.push(`${count} ${unit}${count === 1 ? "" : "s"}`);
    // The second word stands for the unit directly below the first one, or for nothing.
    else if (words.length > 0) break;
    if (words.length === 2) break;
    rest -= count * length;
  }
  return words.join(" and ") || "less than a second";
}

/**
 * A NumericDate (RFC 7519 section 2) as people read it: "2025-01-01 00:00:00 UTC", or the year alone where it is far
 * from ours.
 *
 * @param seconds - since 1970-01-01T00:00:00Z
 */
export function dateWords(seconds: number): string {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return "a time beyond every calendar";
  const year = date.getUTCFullYear();
  if (year < 0 || year > 9999) return `the year ${year}`;
  return `${date.toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** How a time lies to now: "3 hours ago", "now", "in 5 minutes". */
export function distanceWords(seconds: number, now: number): string {
  const distance = seconds - now;
  if (Math.abs(distance) < 1) return "now";
  return distance > 0 ? `in ${spanWords(distance)}` : `${spanWords(distance)} ago`;
}
