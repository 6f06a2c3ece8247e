import type { JsonObject, JsonValue, Schema } from "../json-schema.js";
import { getOwn, isArray, isObject } from "../own-property.js";

/** How schemas refer to the shipped vocabulary: `claimsmith:iana-jwt#/$defs/email`. It is the `$id` of schemas/iana-jwt.schema.json. */
export const VOCABULARY_URI = "claimsmith:iana-jwt";

/** One claim of the IANA registry. */
export interface VocabularyClaim {
  readonly name: string;
  /** `registered`: RFC 7519 section 4.1. `public`: registered with IANA since. */
  readonly category: "registered" | "public";
  readonly description: string;
  /** The standard that defines it: `RFC 7519 section 4.1.1`. */
  readonly standard: string;
  /** The claim's schema in the vocabulary: `/$defs/iss`. */
  readonly pointer: string;
  /** Names that people write by mistake for this one. */
  readonly aliases: readonly string[];
  /** Tells something about a person. */
  readonly personalData: boolean;
  /** A name so general that an organization may well mean something else by it. */
  readonly genericName: boolean;
  readonly changeController: string | null;
}

/** The registry, by claim name. */
export interface Vocabulary {
  readonly claims: ReadonlyMap<string, VocabularyClaim>;
  /** The schemas of the claims and of what they share, by name: the `$defs` that `claimsmith:iana-jwt` has. */
  readonly definitions: Readonly<Record<string, Schema>>;
}

/**
 * The vocabulary in schemas/iana-jwt.schema.json, once that is parsed: what classifying and linting know of claims.
 * Entries without the annotations of a claim are left out.
 */
export function createVocabulary(parsed: JsonValue): Vocabulary {
  const found = isObject(parsed) ? getOwn(parsed, "$defs") : undefined;
  const definitions = isObject(found) ? found : {};
  const claims = new Map<string, VocabularyClaim>();
  for (const [name, schema] of Object.entries(definitions)) {
    const claim = isObject(schema) ? readClaim(name, schema) : null;
    if (claim !== null) claims.set(name, claim);
  }
  // Holds because the shipped file is a schema of draft 2020-12, of keywords that the normal form has too (a test says so).
  return { claims, definitions: definitions as Readonly<Record<string, Schema>> };
}

function readClaim(name: string, schema: JsonObject): VocabularyClaim | null {
  const registration = getOwn(schema, "x-claimsmith-claim");
  if (!isObject(registration ?? null)) return null;
  const facts = registration as JsonObject;
  const category = getOwn(facts, "category");
  if (category !== "registered" && category !== "public") return null;
  const aliases = getOwn(facts, "aliases");
  return {
    name,
    category,
    description: text(getOwn(schema, "description")) ?? "",
    standard: text(getOwn(facts, "standard")) ?? "",
    pointer: `/$defs/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`,
    aliases: isArray(aliases) ? aliases.filter((alias) => typeof alias === "string") : [],
    personalData: getOwn(facts, "personalData") === true,
    genericName: getOwn(facts, "genericName") === true,
    changeController: text(getOwn(facts, "changeController")),
  };
}

function text(value: JsonValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}
