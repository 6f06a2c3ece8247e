// Tables for people who read a terminal or a log.

/**
 * The rows as lines, with their columns below each other.
 *
 * @param {readonly (readonly string[])[]} rows - the headings first
 * @returns {string}
 */
export function textTable(rows) {
  const [headings = []] = rows;
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((text, column) => text.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
