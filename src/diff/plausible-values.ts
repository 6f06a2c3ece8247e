import { inPlaceSchemas } from "../model/in-place.js";
import type { Token } from "../model/model.js";
import type { JsonValue, SchemaObject } from "../schema/json-schema.js";
import { claimOf } from "./claim-facet.js";

/** So many values of one claim are tried. */
const MOST_VALUES = 12;

/** What claims of these names usually hold, in texts that name nobody. */
const BY_NAME: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ["sub", "user-1"],
  ["jti", "token-1"],
  ["sid", "session-1"],
  ["nonce", "nonce-1"],
  ["client_id", "client-1"],
  ["azp", "client-1"],
  ["scope", "read"],
  ["name", "Ada Example"],
  ["given_name", "Ada"],
  ["family_name", "Example"],
  ["nickname", "ada"],
  ["preferred_username", "ada"],
  ["locale", "en"],
  ["zoneinfo", "Europe/Paris"],
  ["gender", "female"],
  ["birthdate", "2000-01-31"],
  ["iss", "https://issuer.example"],
  ["aud", "https://audience.example"],
]);

/** What claims whose last word is one of these usually hold. */
const BY_WORD: ReadonlyMap<string, JsonValue> = new Map<string, JsonValue>([
  ["email", "ada@example.com"],
  ["verified", true],
  ["phone", "+15550100"],
  ["number", "+15550100"],
  ["uri", "https://example.com/a"],
  ["url", "https://example.com/a"],
  ["picture", "https://example.com/a"],
  ["website", "https://example.com/a"],
  ["profile", "https://example.com/a"],
  ["id", "id-1"],
  ["at", 1_767_225_600],
  ["time", 1_767_225_600],
]);

/** What stands for a value that a list does not have. */
const UNLISTED = "other";

/**
 * Values of a claim that a reader would expect, the likeliest first: its examples, its listed values, its default, and
 * what claims of its name usually hold. They need not be values of the claim: who uses one asks the validators.
 */
export function plausibleValues(name: string, token: Token): readonly JsonValue[] {
  const schemas = schemasOf(name, token);
  const values = [
    // An annotation may be anything, whatever a metaschema says of it.
    ...schemas.flatMap(({ examples }): readonly JsonValue[] => (isList(examples) ? examples : [])),
    ...schemas.flatMap(({ enum: listed = [] }): readonly JsonValue[] => listed),
    ...schemas.flatMap((schema): readonly JsonValue[] => (schema.const === undefined ? [] : [schema.const])),
    ...schemas.flatMap((schema): readonly JsonValue[] => (schema.default === undefined ? [] : [schema.default])),
    ...usualValues(name),
  ];
  return values.slice(0, MOST_VALUES);
}

function isList(value: unknown): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** A value for where one outside of a claim's list is needed; none where the claim has no list. */
export function unlistedValues(name: string, token: Token): readonly JsonValue[] {
  return schemasOf(name, token).some((schema) => schema.enum !== undefined) ? [UNLISTED] : [];
}

function schemasOf(name: string, token: Token): readonly SchemaObject[] {
  const schema = claimOf(token, name)?.schema ?? true;
  return inPlaceSchemas(schema, token.claimSet.schema.$defs ?? {}).map(({ schema }) => schema);
}

function* usualValues(name: string): Generator<JsonValue> {
  const local = name.split(/[/:#]/).at(-1) ?? name;
  const own = BY_NAME.get(local);
  if (own !== undefined) yield own;
  const word = local
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .split(/[_\-. ]/)
    .at(-1);
  const usual = BY_WORD.get(word ?? "");
  if (usual !== undefined) yield usual;
}
