// Figures as Markdown tables, laid out so that they can also be read as they stand.

/** A number as the page shows it, with its unit: three digits that mean something. */
export function figure(value, unit = "") {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const text = value.toFixed(digits).replace(/\B(?=(\d{3})+(?!\d))/g, " ");
  return unit === "" ? text : `${text} ${unit}`;
}

/** A ratio as the page shows it. */
export function ratio(value) {
  return `${value.toFixed(2)} ×`;
}

/** A Markdown table; all columns but the first are set to the right where `numbers` is true. */
export function markdownTable(columns, rows, { numbers = true } = {}) {
  const widths = columns.map((column, index) =>
    Math.max(3, column.length, ...rows.map((cells) => cells[index].length)),
  );
  const isRight = (index) => numbers && index > 0;
  const line = (cells) =>
    `| ${cells.map((cell, index) => (isRight(index) ? cell.padStart(widths[index]) : cell.padEnd(widths[index]))).join(" | ")} |`;
  const rule = widths.map((width, index) => (isRight(index) ? `${"-".repeat(width - 1)}:` : "-".repeat(width)));
  return [line(columns), line(rule), ...rows.map(line)].join("\n");
}
