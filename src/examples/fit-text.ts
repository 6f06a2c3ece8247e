/** What texts of these lengths are as a rule: a UUID, digests in hexadecimal and in base64url. */
const BY_LENGTH: ReadonlyMap<number, string> = new Map(
  [
    "7d444840-9dc0-41d1-b245-5ffdce74fad2",
    "9e107d9d372bb6826bd81d3542a419d6",
    "3f786850e387550fdab836ed7e6dc881de23001b",
    "c018c41c1afaf2c0b66c64f97d0ee135657b699ad260f2992342d40a5d625e0e",
    "wBjEHBr68sC2bGT5fQ7hNWV7aZrSYPKZI0zUCl1iXg4",
  ].map((text) => [text.length, text]),
);

/**
 * A text of a length that is allowed: whole words of one that is too long, and of one that is too short what is usual of the length,
 * else itself with zeros, or repeated. Null for an address that is too long, of which no part is one.
 *
 * @param shortest - in characters, as JSON Schema counts them
 */
export function fitText(text: string, shortest: number, longest: number): string | null {
  const characters = [...text];
  if (characters.length > longest) return shortened(text, shortest, longest);
  if (characters.length >= shortest) return text;
  const usual = BY_LENGTH.get(shortest);
  if (usual !== undefined) return usual;
  const [digits = ""] = /\d+$/.exec(text) ?? [];
  if (digits !== "")
    return (
      text.slice(0, text.length - digits.length) + digits.padStart(digits.length + shortest - characters.length, "0")
    );
  if (text === "") return "a".repeat(shortest);
  return [...`${text}-`.repeat(Math.ceil(shortest / characters.length))].slice(0, shortest).join("");
}

function shortened(text: string, shortest: number, longest: number): string | null {
  if (/[^\w. -]/.test(text)) return null;
  let kept = "";
  for (const word of text.split(/(?=[. -])/)) {
    if (kept.length + word.length > longest) break;
    kept += word;
  }
  // Of the first word alone, its beginning.
  return kept === "" || kept.length < shortest ? text.slice(0, longest) : kept;
}
