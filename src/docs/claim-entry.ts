import { PROFILES } from "../config/profiles.js";
import { linkStandards, type TextPart } from "../facts/standard-links.js";
import type { Claim, Token } from "../model/model.js";
import type { JsonValue } from "../schema/json-schema.js";
import { layoutJson } from "../text/layout-json.js";
import { indentDeclarations } from "../types/indent-declarations.js";
import { printType } from "../types/print-type.js";
import { typeOfSchema } from "../types/schema-to-types.js";
import type { ClaimEntry, SilenceEntry } from "./catalogue.js";
import { claimId } from "./claim-id.js";
import { memberEntries } from "./member-entries.js";
import { patternsOf, typeWords } from "./type-words.js";

/** What is known of a claim besides the model. */
export interface ClaimFacts {
  readonly silences: readonly SilenceEntry[];
  readonly typicalBytes: number | null;
}

/** Everything that the catalogue says of one claim. */
export function claimEntry(token: Token, claim: Claim, { silences, typicalBytes }: ClaimFacts): ClaimEntry {
  const definitions = token.claimSet.schema.$defs ?? {};
  return {
    id: claimId(token.names.kebab, claim.shortName),
    name: claim.name,
    shortName: claim.shortName,
    category: claim.category,
    namespaced: claim.namespaced,
    description: withoutStandard(claim),
    type: typeWords(claim.schema, definitions, claim.name),
    patterns: patternsOf(claim.schema, definitions),
    typescript: indentDeclarations(printType(typeOfSchema(claim.schema, definitions))).replace(/;$/, ""),
    ...memberEntries(claim.schema, definitions),
    required: claim.required,
    requiredBy: requiredBy(token, claim),
    filledIn: filledIn(token, claim),
    examples: claim.examples.map(exampleText),
    standard: claim.standard === null ? [] : linkStandards(claim.standard),
    deprecated: claim.deprecated,
    since: claim.since,
    sunset: claim.sunset,
    readers: claim.readers,
    silences,
    typicalBytes,
  };
}

/** The vocabulary ends its descriptions with the standard, which has a line of its own here. */
function withoutStandard({ description, standard }: Claim): string | null {
  const end = ` ${standard}.`;
  return standard !== null && description?.endsWith(end) ? description.slice(0, -end.length) : description;
}

function requiredBy({ policy }: Token, { name, requiredBy }: Claim): readonly TextPart[] {
  switch (requiredBy) {
    case null:
      return [];
    case "schema":
      return [{ text: "the schema", url: null }];
    case "policy":
      return [{ text: "the policy", url: null }];
    case "rfc7519":
      return name === "exp"
        ? [{ text: "claimsmith: a token without an end is never accepted", url: null }]
        : linkStandards("RFC 7519");
    case "profile": {
      const { required, specification } = PROFILES[policy.profile];
      return linkStandards(required.find((one) => one.name === name)?.standard ?? specification);
    }
  }
}

function filledIn({ helpers }: Token, { filledIn }: Claim): string | null {
  if (filledIn === null || !helpers.includes("issue")) return null;
  return filledIn.by === "policy" ? "by issue, from the policy" : `by issue, with ${JSON.stringify(filledIn.value)}`;
}

function exampleText(value: JsonValue): string {
  return layoutJson(value).trimEnd();
}
