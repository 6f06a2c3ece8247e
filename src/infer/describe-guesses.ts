import type { JsonObject, JsonValue } from "../schema/json-schema.js";
import { getOwn, isArray, isObject } from "../schema/own-property.js";
import { quoteText } from "../text/quote-text.js";

interface Guesses {
  readonly enums: string[];
  readonly formats: string[];
  readonly maps: string[];
}

/**
 * What a draft says on evidence alone, as sentences: enumerations, formats, and maps. Names claims and members, and no values.
 *
 * @param properties - the claims' schemas by name, as they were drafted
 */
export function describeGuesses(properties: readonly (readonly [string, JsonValue])[]): readonly string[] {
  const guesses: Guesses = { enums: [], formats: [], maps: [] };
  for (const [name, schema] of properties) collect(schema, [name], guesses);
  const { enums, formats, maps } = guesses;
  return [
    ...(enums.length === 0 ? [] : [`Guessed from values that repeat, and open to others: ${listOf(enums)}.`]),
    ...(formats.length === 0 ? [] : [`Guessed formats, which new values will have to meet: ${listOf(formats)}.`]),
    ...(maps.length === 0 ? [] : [`Taken as maps, since the names in them seem to be data: ${listOf(maps)}.`]),
  ];
}

function collect(schema: JsonValue | undefined, path: readonly string[], guesses: Guesses): void {
  if (!isObject(schema)) return;
  const shown = quoteText(path.join(" > "), 120);
  if (Object.hasOwn(schema, "enum")) guesses.enums.push(shown);
  const format = getOwn(schema, "format");
  if (typeof format === "string") guesses.formats.push(`${shown} (${format})`);
  if (Object.hasOwn(schema, "additionalProperties")) guesses.maps.push(shown);
  const choices = getOwn(schema, "anyOf");
  for (const choice of isArray(choices) ? choices : []) collect(choice, path, guesses);
  collect(getOwn(schema, "items"), path, guesses);
  collect(getOwn(schema, "additionalProperties"), path, guesses);
  // What stands under `properties` was made by this folder: an object of schemas.
  for (const [name, member] of Object.entries((getOwn(schema, "properties") ?? {}) as JsonObject)) {
    collect(member, [...path, name], guesses);
  }
}

function listOf(texts: readonly string[]): string {
  const shown = texts.slice(0, 12).join(", ");
  return texts.length > 12 ? `${shown} and ${texts.length - 12} more` : shown;
}
