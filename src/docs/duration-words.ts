const UNITS = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
] as const;

/** A duration in words, exactly: `1 hour and 30 minutes`. `no time` for none. */
export function durationWords(seconds: number): string {
  const words: string[] = [];
  let rest = seconds;
  for (const [unit, length] of UNITS) {
    const count = Math.floor(rest / length);
    if (count > 0) words.push(`${count} ${unit}${count === 1 ? "" : "s"}`);
    rest -= count * length;
  }
  return words.join(" and ") || "no time";
}
