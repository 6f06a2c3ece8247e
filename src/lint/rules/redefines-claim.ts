import { NUMERIC_DATES } from "../../facts/numeric-dates.js";
import type { Fix } from "../fix.js";
import type { ValueType } from "../possible-types.js";
import { departureOf } from "../registration.js";
import { defineRule } from "../rule.js";
import { definitionsOf, isOwnToken } from "../token-facts.js";
import type { SchemaVisit } from "../walk.js";

const WITH_ARTICLE: Readonly<Record<ValueType, string>> = {
  null: "null",
  boolean: "a boolean",
  number: "a number",
  string: "a string",
  array: "an array",
  object: "an object",
};

/** Reports registered and public claims whose schema contradicts their registration. See docs/rules/redefines-claim.md. */
export const redefinesClaim = defineRule({
  id: "redefines-claim",
  description: "A standard claim holds what its registration says that it holds.",
  severity: "warn",
  source: ["RFC 7519 section 4.2", "IANA JSON Web Token Claims registry"],
  messages: {
    types: 'The claim "{claim}" can be {found}; its registration makes it {registered}.',
    format: 'The claim "{claim}" can be any string; its registration has the format "{format}".',
    values: 'The claim "{claim}" admits values that its registration does not.',
  },
  claim(claim, { token, vocabulary, schemas, report }) {
    // The times have a rule of their own: numeric-date.
    if (claim.declaredBy !== "schema" || claim.category === "private" || NUMERIC_DATES.has(claim.name)) return;
    const departure = departureOf(claim, definitionsOf(token), vocabulary);
    if (departure === null) return;
    const standard = vocabulary.claims.get(claim.name);
    const source = standard === undefined ? undefined : [standard.standard];
    const at = claim.location;
    const hint = isOwnToken(token)
      ? `Write { "$ref": "claimsmith:iana-jwt#/$defs/${claim.name}" }, or give a claim of another meaning a name in your namespace.`
      : 'If the issuer means something else by it, say so in its description and silence this with "x-claimsmith-ignore".';
    switch (departure.kind) {
      case "types":
        report({
          at,
          source,
          hint,
          message: "types",
          data: { claim: claim.name, found: listTypes(departure.found), registered: listTypes(departure.registered) },
        });
        break;
      case "format": {
        const fix =
          isOwnToken(token) && standard?.genericName !== true ? addFormat(schemas(), departure.format) : undefined;
        report({ at, source, hint, message: "format", data: { claim: claim.name, format: departure.format }, fix });
        break;
      }
      case "values":
        report({ at, source, hint, message: "values", data: { claim: claim.name } });
        break;
    }
  },
});

function listTypes(types: readonly ValueType[]): string {
  return types.map((type) => WITH_ARTICLE[type]).join(" or ");
}

/** The edit that adds the format to the one schema object that there is. */
function addFormat(schemas: readonly SchemaVisit[], format: string): Fix | undefined {
  const [only, ...others] = schemas;
  if (only === undefined || others.length > 0 || only.shipped || only.schema.type !== "string") return undefined;
  if (only.schema.format !== undefined || only.location.pointer === undefined) return undefined;
  return {
    file: only.location.file,
    edits: [{ kind: "set", pointer: `${only.location.pointer}/format`, value: format }],
  };
}
