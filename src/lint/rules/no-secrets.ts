import { findSecretDescription, findSensitiveName, PRIVATE_JWK_MEMBERS } from "../../facts/sensitive-names.js";
import type { Definitions } from "../../model/in-place.js";
import type { Schema, SchemaObject } from "../../schema/json-schema.js";
import { memberName, placeText } from "../place-text.js";
import { possibleTypes } from "../possible-types.js";
import { defineRule } from "../rule.js";
import { definitionsOf } from "../token-facts.js";

const HINT =
  "Keep it out of the token: a signature hides nothing, and tokens end up in logs. Let the consumer fetch it where it is kept.";

/** Reports claims and members that hold a secret, by their name, description or format. See docs/rules/no-secrets.md. */
export const noSecrets = defineRule({
  id: "no-secrets",
  description: "A signed token is readable by everyone who holds it, so it holds no secrets.",
  severity: "error",
  source: ["RFC 7519 section 12"],
  messages: {
    name: '"{place}" is a secret by its name ({category}), and everyone who holds the token can read it.',
    description: '"{place}" is a secret by its description ({category}), and everyone who holds the token can read it.',
    format: '"{place}" has the format "password", and everyone who holds the token can read it.',
    privateKey: '"{place}" is the private part of a key, and everyone who holds the token can read it.',
  },
  claim(claim, { token, vocabulary, report }) {
    if (claim.declaredBy !== "schema" || vocabulary.claims.has(claim.name)) return;
    const category = secretOf(claim.name, claim.schema, definitionsOf(token));
    if (category === null) return;
    report({ at: claim.location, message: "name", data: { place: claim.name, category }, hint: HINT });
  },
  schema(visit, { token, report }) {
    const { schema, role, path, isName, locate } = visit;
    if (role === "negated" || isName || path.length === 0) return;
    const definitions = definitionsOf(token);
    for (const [name, member] of Object.entries(schema.properties ?? {})) {
      const at = locate("properties", name);
      const place = placeText(visit, name);
      const category = secretOf(name, member, definitions);
      if (isPrivateKeyMember(name, schema)) report({ at, message: "privateKey", data: { place }, hint: HINT });
      else if (category !== null) report({ at, message: "name", data: { place, category }, hint: HINT });
    }

    // What its name says already is said once.
    const own = memberName(visit);
    if (own !== null && secretOf(own, schema, definitions) !== null) return;
    const place = placeText(visit);
    if (schema.format === "password") {
      report({ at: locate("format"), message: "format", data: { place }, hint: HINT });
    } else if (schema.description !== undefined && possibleTypes(schema, definitions).has("string")) {
      const category = findSecretDescription(schema.description)?.category;
      if (category !== undefined) {
        report({ at: locate("description"), message: "description", data: { place, category }, hint: HINT });
      }
    }
  },
});

/** What kind of secret a member is by its name; null where it is none, or says no more than yes or no. */
function secretOf(name: string, schema: Schema, definitions: Definitions): string | null {
  const found = findSensitiveName(name);
  if (found?.kind !== "secret") return null;
  const types = possibleTypes(schema, definitions);
  return types.size === 1 && types.has("boolean") ? null : found.category;
}

/** A member such as `d`, in an object that is a JWK: one with `kty`, or with the public members of a key. */
function isPrivateKeyMember(name: string, { properties = {} }: SchemaObject): boolean {
  if (!PRIVATE_JWK_MEMBERS.includes(name) || properties[name] === false) return false;
  return Object.hasOwn(properties, "kty") || (Object.hasOwn(properties, "crv") && Object.hasOwn(properties, "x"));
}
