/** The text of a key file: JSON for people to read, with a line feed at its end. */
export function keyText(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
