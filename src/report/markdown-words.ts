import { visibleText } from "./visible-text.js";

/** A code span, whose fence is longer than any run of back-ticks inside. */
export function markdownCode(value: string): string {
  const shown = visibleText(value).replace(/\s+/g, " ");
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const mark = "`".repeat(longest + 1);
  return longest === 0 ? `${mark}${shown}${mark}` : `${mark} ${shown} ${mark}`;
}

/** Words from a file or schema: nothing in them is markup or a formula, and the comments keep them from being a mention or a link. */
export function markdownText(value: string): string {
  const shown = visibleText(value).replace(/\s+/g, " ");
  return htmlText(shown)
    .replace(/[\\`*_[\]|~$]/g, "\\$&")
    .replace(/[@#](?=\w)|:(?=\/\/)|www(?=\.)/gi, "$&<!-- -->");
}

/** Words as the text of an HTML element. */
export function htmlText(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
