/** The values of each header field in the order in which they came, by the field's name as `nameOf` writes it. */
export function groupFields(rawHeaders, nameOf) {
  const fields = new Map();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = nameOf(rawHeaders[at]);
    fields.set(name, [...(fields.get(name) ?? []), rawHeaders[at + 1]]);
  }
  return fields;
}
