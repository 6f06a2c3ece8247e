/** How the words of a name are put together. */
export type NamingStyle = "snake_case" | "camelCase" | "PascalCase" | "kebab-case" | "dot.case" | "UPPER_CASE";

const STYLES: readonly (readonly [NamingStyle, RegExp])[] = [
  ["snake_case", /^_*[a-z0-9]+(?:_+[a-z0-9]+)+_*$/u],
  ["kebab-case", /^[a-z0-9]+(?:-[a-z0-9]+)+$/u],
  ["dot.case", /^[a-z0-9]+(?:\.[a-z0-9]+)+$/u],
  ["UPPER_CASE", /^[A-Z0-9]+(?:_[A-Z0-9]+)+$/u],
  ["camelCase", /^[a-z][a-z0-9]*[A-Z][A-Za-z0-9]*$/u],
  ["PascalCase", /^[A-Z][A-Z0-9]*[a-z][A-Za-z0-9]*$/u],
];

/**
 * The style of a claim's name, without its namespace or what comes before the last `/`, `:` or `#` of a URI; null for a
 * single word in lower case, which is at home in several styles, and for what is in no known style.
 *
 * @example namingStyle("https://acme.example/claims/tenantId", ["https://acme.example/claims/"]) // "camelCase"
 */
export function namingStyle(name: string, namespaces: readonly string[]): NamingStyle | null {
  const longest = namespaces
    .filter((each) => name.startsWith(each))
    .reduce((a, b) => (b.length > a.length ? b : a), "");
  const local = name.slice(longest.length);
  const word = local.split(/[/:#]/u).at(-1) ?? local;
  return STYLES.find(([, form]) => form.test(word))?.[0] ?? null;
}
