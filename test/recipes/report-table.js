import { textTable } from "../../scripts/text-table.js";

/** The results of a run as a table in text: recipe, calls answered as wanted, seconds, or why it was not run. */
export function reportTable(results) {
  return textTable([
    ["recipe", "calls", "seconds"],
    ...results.map(({ id, reason, calls, passed, seconds }) => [
      id,
      reason?.split("\n", 1)[0] ?? `${passed} of ${calls}`,
      seconds === undefined ? "" : seconds.toFixed(1),
    ]),
  ]);
}

/** What failed, each on lines of its own; an empty text where nothing did. */
export function reportFailures(results) {
  return results.flatMap(({ id, failures = [] }) => failures.map((failure) => `${id}: ${failure}`)).join("\n");
}
