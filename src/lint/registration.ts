import { type Definitions, definitionOf, inPlaceSchemas } from "../model/in-place.js";
import type { Claim } from "../model/model.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";
import type { Vocabulary } from "../schema/read/vocabulary.js";
import { possibleTypes, type ValueType } from "./possible-types.js";
import { compareSchemas } from "./prove.js";

/** How a claim's schema admits more than its registration, proved with a value that the one accepts and the other refuses. */
export type Departure =
  | { readonly kind: "types"; readonly found: readonly ValueType[]; readonly registered: readonly ValueType[] }
  /** Only the registered format is missing. */
  | { readonly kind: "format"; readonly format: string }
  | { readonly kind: "values" };

/** References in registrations nest less deeply; a deeper one is of a schema that refers to itself. */
const DEEPEST = 12;

/**
 * How a claim departs from its registration; null where it does not, or where that cannot be decided. Only what the
 * claim's schema speaks of is compared: one that leaves the length of a string or the members of an object open is less
 * strict than the registration, and not in conflict with it.
 */
export function departureOf(claim: Claim, definitions: Definitions, vocabulary: Vocabulary): Departure | null {
  const registered = vocabulary.definitions[claim.name];
  if (registered === undefined || !vocabulary.claims.has(claim.name)) return null;
  const written = { ...asObject(claim.schema), $defs: definitions };
  const relax = (formats: boolean) =>
    relaxed(registered, [claim.schema], { definitions, vocabulary, formats, depth: 0 });
  const wanted = relax(true);
  if (compareSchemas(written, wanted) !== "not-included") return null;

  const registeredTypes = possibleTypes(wanted, {});
  const found = [...possibleTypes(claim.schema, definitions)].filter((type) => !registeredTypes.has(type));
  if (found.length > 0) return { kind: "types", found, registered: [...registeredTypes] };
  const { format } = wanted;
  if (format !== undefined && compareSchemas(written, relax(false)) === "included") {
    return { kind: "format", format };
  }
  return { kind: "values" };
}

interface Relaxing {
  readonly definitions: Definitions;
  readonly vocabulary: Vocabulary;
  /** Formats count. */
  readonly formats: boolean;
  readonly depth: number;
}

/** What a registration says of the types, values and formats of what the written schemas speak of: admits all that it admits. */
function relaxed(registered: Schema, written: readonly Schema[], context: Relaxing): SchemaObject {
  if (typeof registered === "boolean" || context.depth > DEEPEST) return {};
  const deeper = { ...context, depth: context.depth + 1 };
  const here = (schema: Schema) => relaxed(schema, written, deeper);
  const parts = written.flatMap((schema) => inPlaceSchemas(schema, context.definitions).map((found) => found.schema));
  const alternatives = registered.anyOf ?? registered.oneOf;
  const always = [
    ...(registered.$ref === undefined ? [] : [definitionOf(registered.$ref, context.vocabulary.definitions)]),
    ...(registered.allOf ?? []),
  ];
  const items = parts.map((part) => part.items).filter((each) => each !== undefined);
  const members = Object.entries(registered.properties ?? {}).flatMap(([name, schema]) => {
    const own = parts
      .map(({ properties = {} }) => (Object.hasOwn(properties, name) ? properties[name] : undefined))
      .filter((each) => each !== undefined);
    return own.length === 0 ? [] : [[name, relaxed(schema, own, deeper)] as const];
  });
  return {
    ...(registered.type === undefined ? {} : { type: registered.type }),
    ...(registered.enum === undefined ? {} : { enum: registered.enum }),
    ...(registered.const === undefined ? {} : { const: registered.const }),
    ...(registered.format === undefined || !context.formats ? {} : { format: registered.format }),
    ...(alternatives === undefined ? {} : { anyOf: alternatives.map(here) }),
    ...(always.length === 0 ? {} : { allOf: always.map(here) }),
    ...(registered.items === undefined || items.length === 0
      ? {}
      : { items: relaxed(registered.items, items, deeper) }),
    ...(members.length === 0 ? {} : { properties: Object.fromEntries(members) }),
  };
}

function asObject(schema: Schema): SchemaObject {
  if (typeof schema !== "boolean") return schema;
  return schema ? {} : { not: {} };
}
