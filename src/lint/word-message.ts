import { quoteText } from "../text/quote-text.js";

/** Longer values say no more to a reader. */
const LONGEST_VALUE = 200;

/**
 * A text with its names in braces replaced by their values. Values come from schemas: whatever could steer a terminal
 * or turn the reading direction is escaped, and what is long is cut.
 *
 * @example wordMessage('"{claim}" is long.', { claim: "sub" }) // '"sub" is long.'
 */
export function wordMessage(text: string, data: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{([A-Za-z]+)\}/gu, (whole, name: string) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    return value === undefined ? whole : quoteText(String(value), LONGEST_VALUE).slice(1, -1);
  });
}
