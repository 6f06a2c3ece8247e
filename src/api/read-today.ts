import { UsageError } from "../errors.js";

/**
 * The day that an option gives, such as `2027-01-31`; today by the clock (UTC) where it gives none.
 *
 * @throws {UsageError} `invalid_option` for what is no date
 */
export function readToday(today: string | undefined): string {
  if (today === undefined) return new Date().toISOString().slice(0, 10);
  if (/^\d{4}-\d{2}-\d{2}$/.test(today)) return today;
  throw new UsageError("invalid_option", "The option `today` is no date.", {
    expected: 'a date, as in "2027-06-30"',
  });
}
