import { closeSchema } from "../model/closed-view.js";
import { bundleSchema } from "../schema/bundle/bundle.js";
import { compileSchema, type SchemaValidator } from "../schema/compile/compile.js";
import type { JsonObject, JsonValue } from "../schema/json-schema.js";
import type { SchemaReader, SourceDocument } from "../schema/read/schema-reader.js";
import { VOCABULARY_URI } from "../schema/read/vocabulary.js";
import { pointerOf, tryParsePointer } from "../text/pointer.js";

/** How the samples' values of a claim differ from its registration: in themselves, or in members that it does not list. */
export type Departure = "value" | "members";

/** The reference to a claim of the shipped vocabulary. */
export function vocabularyReference(name: string): JsonObject {
  return { $ref: `${VOCABULARY_URI}#${pointerOf("$defs", name)}` };
}

/**
 * The claims among `names` whose values do not all fit their definition in the vocabulary, as producers are held to it.
 *
 * @param names - claims that the vocabulary has
 * @param vocabulary - schemas/iana-jwt.schema.json, parsed
 */
export function findDepartures(
  claimSets: readonly JsonObject[],
  names: readonly string[],
  vocabulary: SourceDocument,
): ReadonlyMap<string, Departure> {
  const departures = new Map<string, Departure>();
  if (names.length === 0) return departures;
  // Open at the root, where other claims are none of this function's business; the values are closed like any producer's.
  const schema = {
    type: "object",
    properties: Object.fromEntries(names.map((name) => [name, vocabularyReference(name)])),
    additionalProperties: true,
  };
  const bundle = bundleSchema({ file: "", pointer: "" }, readerOf(schema, vocabulary)).schema;
  if (typeof bundle === "boolean") return departures;
  const views = { members: compileSchema(closeSchema(bundle)), value: compileSchema(bundle) };
  for (const claims of claimSets) {
    // In this order, so that a value that fits neither is told as what weighs more.
    for (const name of failing(views.members, claims)) if (!departures.has(name)) departures.set(name, "members");
    for (const name of failing(views.value, claims)) departures.set(name, "value");
  }
  return departures;
}

function failing(validator: SchemaValidator, claims: JsonObject): readonly string[] {
  if (validator(claims)) return [];
  return (validator.errors ?? []).flatMap(({ instancePath }) => tryParsePointer(instancePath)?.slice(0, 1) ?? []);
}

function readerOf(schema: JsonValue, vocabulary: SourceDocument): SchemaReader {
  return {
    read: () => ({ value: schema, locate: () => ({ file: "" }) }),
    vocabulary: () => vocabulary,
  };
}
