import { REGISTERED_CLAIMS } from "../../model/standard-claims.js";
import type { SchemaObject } from "../../schema/json-schema.js";
import { quoteText } from "../../text/quote-text.js";
import { suggest } from "../../text/suggest.js";
import { declaredMembers } from "../declared-members.js";
import { placeText } from "../place-text.js";
import { defineRule } from "../rule.js";
import type { SchemaVisit } from "../walk.js";

/** Code units of a name that a hint shows. */
const LONGEST_NAME = 200;

/** Reports names in `required` that nothing declares. See docs/rules/undeclared-required.md. */
export const undeclaredRequired = defineRule({
  id: "undeclared-required",
  description: "What is required is declared: a name that is only required is most often a misspelt one.",
  severity: "warn",
  source: ["JSON Schema 2020-12 Validation section 6.5.3"],
  messages: {
    claim: 'The claim "{name}" is required, and no schema says what it is.',
    member: 'The member "{name}" of "{place}" is required, and no schema says what it is.',
  },
  schema(visit, { vocabulary, report }) {
    const { schema, role, isName, path } = visit;
    const required = schema.required ?? [];
    if (role === "negated" || isName || required.every((name) => isOwnMember(name, schema.properties))) return;
    const { names, others } = declaredMembers(visit);
    // A map takes any name, and an object of which nothing is declared is open on purpose.
    if (others || (path.length > 0 && names.size === 0)) return;
    for (const [index, name] of required.entries()) {
      if (names.has(name) || (path.length === 0 && isGiven(name, visit))) continue;
      const near = suggest(name, [...names]);
      const isPublic = path.length === 0 && vocabulary.claims.has(name);
      const where = { at: visit.locate("required", index), hint: hintOf(name, near, isPublic) };
      if (path.length === 0) report({ ...where, message: "claim", data: { name } });
      else report({ ...where, message: "member", data: { name, place: placeText({ path }) } });
    }
  },
});

function isOwnMember(name: string, properties: SchemaObject["properties"]): boolean {
  return properties !== undefined && Object.hasOwn(properties, name);
}

/** RFC 7519 says what it is, or the profile or the policy puts it into the claim set. */
function isGiven(name: string, { token }: SchemaVisit): boolean {
  if (REGISTERED_CLAIMS.has(name)) return true;
  return token.claimSet.claims.some((claim) => claim.name === name && claim.declaredBy !== "schema");
}

function hintOf(name: string, near: string | null, isPublic: boolean): string {
  if (isPublic) return `Declare it: "${name}": { "$ref": "claimsmith:iana-jwt#/$defs/${name}" }.`;
  return near === null
    ? 'Declare it under "properties".'
    : `Did you mean ${quoteText(near, LONGEST_NAME)}? Else declare it under "properties".`;
}
