import { UsageError } from "../errors.js";
import { quoteText } from "../text/quote-text.js";
import { isSwitch } from "./option-names.js";

/**
 * Refuses `--check=1` and the like. The parser takes every value but `true` for "no": a check that was asked for would
 * write instead.
 *
 * @param words - the arguments after the program's name
 * @throws {UsageError} `invalid_option`
 */
export function refuseSwitchValues(words: readonly string[]): void {
  for (const word of words) {
    const [, name = "", value = ""] = /^--([a-z-]+)=(.*)$/s.exec(word) ?? [];
    if (!isSwitch(name) || value === "true" || value === "false") continue;
    throw new UsageError("invalid_option", `The option --${name} cannot be ${quoteText(value)}.`, {
      expected: `\`--${name}\` without a value`,
      hint: `Write \`--${name}\`, or leave it out.`,
    });
  }
}
