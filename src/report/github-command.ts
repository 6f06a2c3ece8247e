import type { Location } from "../errors.js";
import { visibleText } from "./visible-text.js";

/**
 * One annotation of a pull request, as a workflow command: a line that GitHub Actions reads from the output. The file is
 * named as it is; what people read is kept from turning the reading direction.
 */
export function githubAnnotation(
  level: "error" | "warning" | "notice",
  location: Location | null,
  title: string,
  message: string,
): string {
  const { file, line, column } = location ?? {};
  const properties = [
    ...(file === undefined ? [] : [["file", file]]),
    ...(line === undefined ? [] : [["line", String(line)]]),
    ...(column === undefined ? [] : [["col", String(column)]]),
    ["title", visibleText(title)],
  ].map(([name = "", value = ""]) => `${name}=${escapeProperty(value)}`);
  return `::${level} ${properties.join(",")}::${escapeData(visibleText(message))}\n`;
}

/** A workflow command ends at its line, and `%` begins an escape. */
function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** In a property `:` and `,` separate as well. */
function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
