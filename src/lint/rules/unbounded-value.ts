import { ValueSizes } from "../../model/size/value-sizes.js";
import type { Schema, SchemaObject } from "../../schema/json-schema.js";
import { openEnums } from "../open-enums.js";
import { placeText } from "../place-text.js";
import { defineRule } from "../rule.js";
import { definitionsOf, isOwnToken } from "../token-facts.js";
import { sizeOfToken } from "../token-sizes.js";
import type { SchemaVisit } from "../walk.js";

type Kind = "text" | "list" | "map";

const HINTS: Readonly<Record<Kind, string>> = {
  text: 'Add "maxLength", or a "pattern" with an end.',
  list: 'Add "maxItems".',
  map: 'Add "maxProperties" and bounds for its names ("propertyNames") and values.',
};

/** Reports claims that can be as long as anyone likes. See docs/rules/unbounded-value.md. */
export const unboundedValue = defineRule({
  id: "unbounded-value",
  description: "A claim has a largest value, so that a token has a largest size.",
  severity: "warn",
  source: ["RFC 7519 section 1", "RFC 6265 section 6.1"],
  messages: {
    text: 'The text "{place}" has no greatest length.',
    list: 'The list "{place}" has no greatest number of items.',
    map: 'The object "{place}" has no greatest number of members.',
  },
  claim(claim, { token, schemas, report }) {
    // What a third party puts into its tokens is not ours to bound.
    if (claim.declaredBy !== "schema" || !isOwnToken(token)) return;
    if (sizeOfToken(token).claims.every(({ claim: name, largest }) => name !== claim.name || largest !== null)) return;
    const sizes = new ValueSizes(definitionsOf(token));
    const visits = schemas();
    const open = openEnums(token);
    // Beside an enum that is meant to grow, the text is what the enum will be.
    const growing = new Set<Schema>(
      visits.flatMap(({ schema: { anyOf = [] } }) => (anyOf.some((one) => isIn(open, one)) ? anyOf : [])),
    );
    for (const visit of visits) {
      if (visit.role === "negated" || visit.isName || visit.shipped || growing.has(visit.schema)) continue;
      const kind = unboundedKind(visit);
      if (kind === null || Number.isFinite(sizes.measure([visit.schema])?.largest ?? 0)) continue;
      // One is enough: with the first one bounded the next is reported.
      report({ at: visit.location, message: kind, data: { place: placeText(visit) }, hint: HINTS[kind] });
      return;
    }
  },
});

function isIn(schemas: ReadonlySet<SchemaObject>, schema: Schema): boolean {
  return typeof schema !== "boolean" && schemas.has(schema);
}

/** What about a schema object itself, not about its parts, has no end. */
function unboundedKind({ schema }: SchemaVisit): Kind | null {
  const types: readonly string[] = schema.type === undefined ? [] : [schema.type].flat();
  const listed = schema.enum !== undefined || schema.const !== undefined;
  if (listed) return null;
  if (types.includes("string")) return "text";
  if (types.includes("array") && schema.maxItems === undefined && schema.items !== false) return "list";
  return types.includes("object") && schema.maxProperties === undefined && isMap(schema) ? "map" : null;
}

function isMap({ properties, additionalProperties, patternProperties, unevaluatedProperties }: SchemaObject): boolean {
  if (patternProperties !== undefined) return true;
  const rest = additionalProperties ?? unevaluatedProperties;
  return rest === undefined ? Object.keys(properties ?? {}).length === 0 : rest !== false;
}
