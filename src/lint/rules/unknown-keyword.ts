import { KEYWORDS } from "../../schema/keywords.js";
import { suggest } from "../../text/suggest.js";
import { defineRule } from "../rule.js";

/** Annotations of editors, of validators and of documents, which are there on purpose. */
const FAMILIAR: ReadonlySet<string> = new Set([
  "markdownDescription",
  "enumDescriptions",
  "markdownEnumDescriptions",
  "deprecationMessage",
  "defaultSnippets",
  "errorMessage",
  "version",
  "schemaVersion",
]);

/** What to write in place of the keywords of OpenAPI 3.0, which are none of JSON Schema. */
const OPENAPI: ReadonlyMap<string, string> = new Map([
  ["nullable", 'Add "null" to the type: "type": ["string", "null"].'],
  ["example", 'Write "examples": [ … ].'],
  ["discriminator", 'Leave it out: "oneOf" with a "const" in each branch says it.'],
]);

/** Reports keywords that JSON Schema does not have. See docs/rules/unknown-keyword.md. */
export const unknownKeyword = defineRule({
  id: "unknown-keyword",
  description: "A keyword that no validator knows has no effect, whatever its name promises.",
  severity: "warn",
  source: ["JSON Schema 2020-12 Core section 6.5"],
  messages: { unknown: '"{keyword}" is no keyword of JSON Schema, so it has no effect.' },
  schema(visit, { report }) {
    for (const keyword of Object.keys(visit.schema)) {
      if (KEYWORDS.has(keyword) || FAMILIAR.has(keyword) || keyword.startsWith("x-")) continue;
      const near = suggest(keyword, [...KEYWORDS.keys()]);
      report({
        at: visit.locate(keyword),
        message: "unknown",
        data: { keyword },
        hint: OPENAPI.get(keyword) ?? (near === null ? otherwise(visit.schema[keyword]) : `Did you mean "${near}"?`),
      });
    }
  },
});

/** A schema where a keyword stands is most often a claim, or a member, that was written one level too high. */
function otherwise(value: unknown): string {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && Object.keys(value).some((key) => KEYWORDS.has(key))
    ? 'If it is the name of a claim or member, move it into "properties". Begin the name of an annotation of your own with "x-".'
    : 'Begin the name of an annotation of your own with "x-".';
}
