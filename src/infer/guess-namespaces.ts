import { FOREIGN_NAMESPACES } from "../facts/providers.js";

/** A name as people write URIs: no blanks, no controls, no halves of characters. */
const PLAIN = /^https?:\/\/[^\s\p{C}/?#]+[^\s\p{C}]*$/u;

/**
 * The namespaces that the names of claims share: of each URI what stands before its last part, without those that belong
 * to a provider or a standard. Sorted by code unit; none lies in another.
 *
 * @param names - of claims that the vocabulary does not have
 * @example guessNamespaces(["https://acme.example/claims/role", "https://acme.example/claims/team"]) // ["https://acme.example/claims/"]
 */
export function guessNamespaces(names: Iterable<string>): readonly string[] {
  const found = new Set<string>();
  for (const name of names) {
    const namespace = namespaceOf(name);
    if (namespace !== null) found.add(namespace);
  }
  const outermost: string[] = [];
  for (const namespace of [...found].sort()) {
    // In this order all that begins with a namespace follows it at once.
    const last = outermost.at(-1);
    if (last === undefined || !namespace.startsWith(last)) outermost.push(namespace);
  }
  return outermost;
}

function namespaceOf(name: string): string | null {
  if (!PLAIN.test(name) || FOREIGN_NAMESPACES.some((foreign) => name.startsWith(foreign))) return null;
  const end = Math.max(name.lastIndexOf("/"), name.lastIndexOf("#")) + 1;
  const namespace = name.slice(0, end);
  // Nothing left for a short name, or nothing but the scheme before it.
  return end === name.length || /^https?:\/\/$/u.test(namespace) ? null : namespace;
}
