/**
 * The words of a claim's name, in lower case: camelCase, snake_case, kebab-case, dots and spaces are taken apart. Of a
 * URI, a URN or a prefixed name (`custom:email`) only the last part counts, and of a localised name
 * (`family_name#ja-Kana-JP`, OpenID Connect Core 1.0 section 5.2) only what stands before the tag.
 *
 * @example nameWords("https://acme.example/claims/homeAddress") // ["home", "address"]
 */
export function nameWords(name: string): readonly string[] {
  return lastPart(name.normalize("NFKC"))
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]+/u)
    .filter((word) => word !== "");
}

function lastPart(name: string): string {
  const isPath = /[/:]/u.test(name);
  const parts = name.split(isPath ? /[/:#]/u : /#/u).filter((part) => part !== "");
  return (isPath ? parts.at(-1) : parts[0]) ?? "";
}
