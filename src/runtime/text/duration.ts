const DURATION = /^(\d{1,12}(?:\.\d{1,6})?)([smhd])$/;

/**
 * Reads a duration such as `15m` or `30s`.
 *
 * @returns whole seconds, the unit of NumericDate (RFC 7519 section 2); null for anything else, bare numbers included
 */
export function parseDuration(text: unknown): number | null {
  const match = typeof text === "string" ? DURATION.exec(text) : null;
  if (match === null) return null;
  const seconds = Number(match[1]) * secondsOf(match[2]);
  return Number.isSafeInteger(seconds) ? seconds : null;
}

function secondsOf(unit: string | undefined): number {
  switch (unit) {
    case "m":
      return 60;
    case "h":
      return 3600;
    case "d":
      return 86_400;
    default:
      return 1;
  }
}
