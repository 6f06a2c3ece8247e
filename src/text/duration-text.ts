const UNITS = [
  ["d", 86_400],
  ["h", 3_600],
  ["m", 60],
] as const;

/** Seconds as the config writes a duration, in the largest unit that leaves no rest: `90m`, `1d`, `45s`. */
export function durationText(seconds: number): string {
  const [unit, length] = UNITS.find(([, length]) => seconds > 0 && seconds % length === 0) ?? ["s", 1];
  return `${seconds / length}${unit}`;
}
