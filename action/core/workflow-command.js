// @ts-check

/** @typedef {"error" | "warning" | "notice"} Severity */

/**
 * Returns a line that GitHub shows as an annotation, whatever the texts hold: a workflow command ends at its line, `%`
 * begins an escape, and in a property `:` and `,` separate.
 *
 * @param {Severity} severity
 * @param {Readonly<Record<string, string>>} properties - such as `file`, `line`, `col`, `title`
 * @param {string} message
 */
export function annotation(severity, properties, message) {
  const words = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(value)}`);
  return `::${severity}${words.length === 0 ? "" : ` ${words.join(",")}`}::${escapeData(message)}\n`;
}

/**
 * Returns a text as lines of the log, none of which is a command. GitHub obeys commands at the start of a line (`::`)
 * and older ones anywhere in it (`##[`), until it is told to stop, and again from the line that has the same word.
 *
 * @param {string} text
 * @param {string} word - nobody who wrote the text can know it
 */
export function withoutCommands(text, word) {
  if (text === "") return "";
  return `::stop-commands::${word}\n${text}${text.endsWith("\n") ? "" : "\n"}::${word}::\n`;
}

/** @param {string} text */
function escapeData(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

/** @param {string} text */
function escapeProperty(text) {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
