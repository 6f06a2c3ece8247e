/** The rows of a run as a table in text: runtime, version, engine, cases passed, or why it was not run. */
export function reportTable(rows) {
  const texts = [
    ["runtime", "version", "package", "engine", "cases passed"],
    ...rows.map(({ id, version, emit, result, reason }) => [
      id,
      version ?? "",
      emit ?? "",
      result?.engine ?? "",
      reason?.split("\n", 1)[0] ?? countsOf(result),
    ]),
  ];
  const widths = texts[0].map((_, column) => Math.max(...texts.map((row) => row[column].length)));
  return texts
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
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
