import type { Dialect } from "./dialect.js";

/** What a keyword's value must be, by the metaschemas of the three drafts. */
export type ValueShape =
  | "any"
  | "string"
  | "boolean"
  | "number"
  | "positive-number"
  | "count"
  | "array"
  | "type"
  | "names"
  | "names-map"
  | "pattern"
  | "anchor"
  | "schema"
  | "schemas"
  | "schema-or-schemas"
  | "schema-map"
  | "pattern-map"
  | "dependencies";

/** What becomes of a keyword in the normal form. */
export type Treatment =
  /** Kept under its name; subschemas in it are normalized. */
  | "keep"
  /** An annotation: copied as data. */
  | "annotation"
  /** Left out: it names or places schemas, and the bundle has resolved that. */
  | "drop"
  /** A reference, resolved by the bundler. */
  | "reference"
  /** Rewritten to other keywords. */
  | "rewrite";

/** One keyword of the drafts. */
export interface Keyword {
  readonly shape: ValueShape;
  readonly treatment: Treatment;
  /** The drafts that have it; elsewhere it is left out, as it must not begin to validate. */
  readonly dialects: readonly Dialect[];
}

const ALL: readonly Dialect[] = ["draft-07", "2019-09", "2020-12"];
const NEWER: readonly Dialect[] = ["2019-09", "2020-12"];
const OLDER: readonly Dialect[] = ["draft-07", "2019-09"];
const ONLY_2019: readonly Dialect[] = ["2019-09"];
const ONLY_2020: readonly Dialect[] = ["2020-12"];

function define(shape: ValueShape, treatment: Treatment, dialects: readonly Dialect[] = ALL): Keyword {
  return { shape, treatment, dialects };
}

/** Every keyword that means something in one of the drafts. What is not here is an annotation. */
export const KEYWORDS: ReadonlyMap<string, Keyword> = new Map<string, Keyword>([
  ["$schema", define("string", "drop")],
  ["$id", define("string", "drop")],
  ["$vocabulary", define("any", "drop")],
  ["$anchor", define("anchor", "drop", NEWER)],
  ["$dynamicAnchor", define("anchor", "drop", ONLY_2020)],
  ["$recursiveAnchor", define("boolean", "drop", ONLY_2019)],
  ["$ref", define("string", "reference")],
  ["$dynamicRef", define("string", "reference", ONLY_2020)],
  ["$recursiveRef", define("string", "reference", ONLY_2019)],
  ["$defs", define("schema-map", "drop", NEWER)],
  ["definitions", define("schema-map", "drop")],

  ["$comment", define("string", "annotation")],
  ["title", define("string", "annotation")],
  ["description", define("string", "annotation")],
  ["default", define("any", "annotation")],
  ["examples", define("array", "annotation")],
  ["deprecated", define("boolean", "annotation")],
  ["readOnly", define("boolean", "annotation")],
  ["writeOnly", define("boolean", "annotation")],
  ["contentEncoding", define("string", "annotation")],
  ["contentMediaType", define("string", "annotation")],

  ["type", define("type", "keep")],
  ["enum", define("array", "keep")],
  ["const", define("any", "keep")],
  ["multipleOf", define("positive-number", "keep")],
  ["maximum", define("number", "keep")],
  ["exclusiveMaximum", define("number", "keep")],
  ["minimum", define("number", "keep")],
  ["exclusiveMinimum", define("number", "keep")],
  ["maxLength", define("count", "keep")],
  ["minLength", define("count", "keep")],
  ["pattern", define("pattern", "keep")],
  ["format", define("string", "keep")],

  ["prefixItems", define("schemas", "keep", ONLY_2020)],
  ["items", define("schema-or-schemas", "rewrite")],
  ["additionalItems", define("schema", "rewrite", OLDER)],
  ["contains", define("schema", "rewrite")],
  ["minContains", define("count", "rewrite", NEWER)],
  ["maxContains", define("count", "rewrite", NEWER)],
  ["maxItems", define("count", "keep")],
  ["minItems", define("count", "keep")],
  ["uniqueItems", define("boolean", "keep")],
  ["unevaluatedItems", define("schema", "keep", NEWER)],

  ["properties", define("schema-map", "keep")],
  ["patternProperties", define("pattern-map", "keep")],
  ["additionalProperties", define("schema", "keep")],
  ["propertyNames", define("schema", "keep")],
  ["unevaluatedProperties", define("schema", "keep", NEWER)],
  ["maxProperties", define("count", "keep")],
  ["minProperties", define("count", "keep")],
  ["required", define("names", "keep")],
  ["dependentRequired", define("names-map", "rewrite", NEWER)],
  ["dependentSchemas", define("schema-map", "rewrite", NEWER)],
  // Left out of the newer drafts' validation, yet in their metaschemas, and ignoring it would validate less than its author meant.
  ["dependencies", define("dependencies", "rewrite")],

  ["allOf", define("schemas", "keep")],
  ["anyOf", define("schemas", "keep")],
  ["oneOf", define("schemas", "keep")],
  ["not", define("schema", "keep")],
  ["if", define("schema", "keep")],
  ["then", define("schema", "rewrite")],
  ["else", define("schema", "rewrite")],

  // Code for json-schema-to-typescript, and the older spelling of $id: never data for a later stage.
  ["tsType", define("any", "drop")],
  ["tsEnumNames", define("any", "drop")],
  ["id", define("any", "drop")],

  // Facts about a claim of the shipped vocabulary. They say nothing of the claim set that refers to it.
  ["x-claimsmith-claim", define("any", "drop")],
]);

/** The keyword of this name in a draft; undefined where the draft does not have it. */
export function keywordOf(name: string, dialect: Dialect): Keyword | undefined {
  const keyword = KEYWORDS.get(name);
  return keyword?.dialects.includes(dialect) ? keyword : undefined;
}
