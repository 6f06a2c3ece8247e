import { usageError } from "./usage-error.js";

/**
 * How the parser reads a command that takes any number of words, `-` among them. It reads words once more, as values of
 * an option: it would keep the last alone, and take the hyphen for another option.
 */
export const FREE_WORDS = {
  "duplicate-arguments-array": true,
  "boolean-negation": false,
  "unknown-options-as-args": true,
} as const;

/**
 * Refuses words that are options which the command does not have; the parser leaves that to us.
 *
 * @throws {UsageError} `unknown_option`
 */
export function refuseOptions(command: string, words: readonly string[]): void {
  const option = words.find((word) => /^--?[a-z]/i.test(word));
  if (option === undefined) return;
  const name = option.replace(/^-+/, "").replace(/[=\s].*$/s, "");
  throw usageError(`Unknown argument: ${name}`, [command, option], [command]);
}
