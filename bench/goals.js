// What was aimed at, beside what was measured.
import { markdownTable } from "./table.js";

/**
 * A goal and how it came out.
 *
 * @param limit - the most that is allowed
 * @param show - writes a measured value or the limit
 */
export function goal(text, measured, limit, show) {
  return { text, limit: `≤ ${show(limit)}`, measured: show(measured), met: measured <= limit };
}

/** The goals as a Markdown table. */
export function goalTable(goals) {
  const rows = goals.map(({ text, limit, measured, met }) => [text, limit, measured, met ? "met" : "open"]);
  return markdownTable(["goal", "at most", "measured", ""], rows);
}
