import { camelCase, kebabCase, pascalCase } from "change-case";

/** A token's key in the three spellings that a generated package uses. */
export interface TokenNames {
  /** `AccessToken`: types, and the stem of `issueAccessToken`. */
  readonly pascal: string;
  /** `accessToken`: values. */
  readonly camel: string;
  /** `access-token`: files and subpaths. */
  readonly kebab: string;
}

/** `false` keeps the machine's locale out: a Turkish machine must not write `ıss` where others write `iss`. */
const CASING = { locale: false } as const;

const IDENTIFIER = /^[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*$/u;

/** What a strict module cannot declare, whatever the position: keywords, future keywords, and the three names that strict mode protects. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export extends " +
    "false finally for function if implements import in instanceof interface let new null package private protected " +
    "public return static super switch this throw true try typeof undefined var void while with yield"
  ).split(" "),
);

/** Says whether a text can stand as the name of a TypeScript declaration in a module. */
export function isIdentifier(text: string): boolean {
  return IDENTIFIER.test(text) && !RESERVED.has(text);
}

/**
 * The names that are generated for a token's key. Keys are checked by the config, so that they begin with a letter.
 *
 * @example tokenNames("access_token") // { pascal: "AccessToken", camel: "accessToken", kebab: "access-token" }
 */
export function tokenNames(key: string): TokenNames {
  return { pascal: pascalCase(key, CASING), camel: camelCase(key, CASING), kebab: kebabCase(key, CASING) };
}

/**
 * A valid identifier in PascalCase for any text at all, such as the name of a definition.
 * The same text always gives the same name; different texts may give the same one.
 *
 * @example pascalIdentifier("postal address") // "PostalAddress"
 */
export function pascalIdentifier(text: string): string {
  return safeName(pascalCase(text.normalize("NFC"), CASING), text, "Type");
}

/**
 * The name of a claim for people, in camelCase: without its namespace, and of another URI only the last part.
 * Always a valid property name that needs no quotes; it may be a reserved word, as in `names.default`.
 *
 * @param wireName - the claim's name in the token
 * @param namespaces - prefixes of the organization's claims; the longest that fits is cut off
 * @example shortClaimName("https://acme.example/claims/role", ["https://acme.example/claims/"]) // "role"
 * @example shortClaimName("email_verified", []) // "emailVerified"
 */
export function shortClaimName(wireName: string, namespaces: readonly string[]): string {
  const local = withoutNamespace(wireName, namespaces) ?? lastUriPart(wireName) ?? wireName;
  const cased = camelCase(local.normalize("NFC"), CASING);
  return safeName(cased === "" ? camelCase(wireName.normalize("NFC"), CASING) : cased, wireName, "claim");
}

function withoutNamespace(name: string, namespaces: readonly string[]): string | null {
  let longest = "";
  for (const namespace of namespaces) {
    if (name.startsWith(namespace) && namespace.length > longest.length) longest = namespace;
  }
  return longest === "" || longest === name ? null : name.slice(longest.length);
}

/** The last part of a URL's path or fragment, or of a URN, that is not empty; null for what is neither. */
function lastUriPart(name: string): string | null {
  const url = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/isu.exec(name);
  if (url !== null) {
    const [, host = "", path = "", fragment = ""] = url;
    const parts = `${path}/${fragment}`.split("/").filter((part) => part !== "");
    return percentDecoded(parts.at(-1) ?? host);
  }
  if (!/^urn:/iu.test(name)) return null;
  const last = name
    .split(/[:/#]/u)
    .filter((part) => part !== "")
    .at(-1);
  return last === undefined ? null : percentDecoded(last);
}

function percentDecoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** `cased` where it is an identifier (a reserved word may pass: see {@link isIdentifier}), else the nearest thing to it that is one. */
function safeName(cased: string, original: string, stem: string): string {
  if (IDENTIFIER.test(cased)) return cased;
  if (IDENTIFIER.test(`_${cased}`) && cased !== "") return `_${cased}`;
  // Nothing readable is left (`...`, an emoji): spell out the code points, so that two such names rarely meet.
  const points = Array.from(original.slice(0, 16), (character) => character.codePointAt(0)?.toString(16));
  return [stem, ...points].join("_");
}

/**
 * A name without its case and its separators, by which two spellings of one name are known.
 *
 * @example lettersOf("Email-Verified") // "emailverified"
 */
export function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[-_.\s]+/gu, "");
}
