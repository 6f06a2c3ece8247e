import { textTable } from "../../scripts/text-table.js";

/** The rows of a run as a table in text: runtime, version, engine, cases passed, or why it was not run. */
export function reportTable(rows) {
  return textTable([
    ["runtime", "version", "package", "engine", "cases passed"],
    ...rows.map(({ id, version, emit, result, reason }) => [
      id,
      version ?? "",
      emit ?? "",
      result?.engine ?? "",
      reason?.split("\n", 1)[0] ?? countsOf(result),
    ]),
  ]);
}

/** What failed: a case on two lines, a runtime with all that it said; an empty text where nothing did. */
export function reportFailures(rows) {
  return rows
    .flatMap(({ id, emit, result, reason, failed }) => [
      ...(failed === true ? [`${id} (${emit}): ${reason}`] : []),
      ...(result?.failures ?? []).map(
        ({ name, want, got }) => `${id} (${emit}): ${name}\n  wanted ${want}, got ${got}`,
      ),
    ])
    .join("\n");
}

function countsOf({ cases, passed, differences }) {
  const counts = `${passed} of ${cases}`;
  return differences === 0 ? counts : `${counts}, ${differences} known to differ`;
}
