import type { Location } from "../errors.js";
import { declaredClaims } from "../model/declared-claims.js";
import { type Definitions, definitionOf, inPlaceSchemas } from "../model/in-place.js";
import type { Claim, ClaimSet } from "../model/model.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { holdsSchemas } from "../schema/map-subschemas.js";
import { contractForm, isDemand, isSameForm } from "./contract-form.js";

/** Deeper than this a recursive schema is not followed. */
const DEEPEST = 32;

/**
 * Where a claim that both sides declare differs in the revision's files: the innermost schema with all of the
 * difference, behind references too, so that it is on the lines that were edited.
 */
export function placeOfDifference(before: Claim, after: Claim, base: ClaimSet, revision: ClaimSet): Location {
  const [old, now] = [base.schema.$defs ?? {}, revision.schema.$defs ?? {}];
  const found = innermost(before.schema, after.schema, old, now);
  if (found === after.schema || typeof found === "boolean") return after.location;
  const location = revision.authored.locate(found);
  // What RFC 7519 or a profile adds was written by nobody.
  return isWritten(found, revision) ? location : after.location;
}

/** Where a claim that is gone stood: the list of properties that held it, as far as the revision still has that. */
export function placeOfRemoval(name: string, base: ClaimSet, revision: ClaimSet): Location {
  const [before, after] = [asObject(base.authored.schema), asObject(revision.authored.schema)];
  const owner = declaredClaims(before, before.$defs ?? {}).get(name)?.owner;
  const held = owner === undefined ? null : base.authored.locate(owner);
  const places = inPlaceSchemas(after, after.$defs ?? {}).flatMap(({ schema }) =>
    schema.properties === undefined ? [] : [{ schema, at: revision.authored.locate(schema) }],
  );
  const same = places.find(({ at }) => at.file === held?.file && at.pointer === held.pointer);
  const holder = same?.schema ?? (after.properties === undefined ? null : after);
  const { locate, schema } = revision.authored;
  return holder === null ? locate(schema) : locate(holder, "properties");
}

function innermost(before: Schema, after: Schema, old: Definitions, now: Definitions): Schema {
  let [one, other] = [before, after];
  for (let depth = 0; depth < DEEPEST; depth += 1) {
    const step = onlyDifference(one, other, old, now);
    if (step === null) return other;
    [one, other] = step;
  }
  return other;
}

/** The one pair of subschemas in which two schemas differ; null where they differ in more, or in something else. */
function onlyDifference(
  before: Schema,
  after: Schema,
  old: Definitions,
  now: Definitions,
): readonly [Schema, Schema] | null {
  if (typeof before === "boolean" || typeof after === "boolean") return null;
  const keywords = new Set([...Object.keys(before), ...Object.keys(after)].filter(isDemand));
  const pairs: (readonly [Schema, Schema])[] = [];
  for (const keyword of keywords) {
    const found = differences(keyword, before, after, old, now);
    if (found === null) return null;
    pairs.push(...found);
  }
  const [only] = pairs;
  return pairs.length === 1 && only !== undefined ? only : null;
}

/** The subschemas under a keyword that differ, in pairs; null where the keyword itself does. */
function differences(
  keyword: string,
  before: SchemaObject,
  after: SchemaObject,
  old: Definitions,
  now: Definitions,
): readonly (readonly [Schema, Schema])[] | null {
  const differs = ([one, other]: readonly [Schema, Schema]): boolean =>
    !isSameForm(contractForm(one, old), contractForm(other, now));
  if (keyword === "$ref") {
    if (before.$ref === undefined || after.$ref === undefined) return null;
    return [[definitionOf(before.$ref, old), definitionOf(after.$ref, now)] as const].filter(differs);
  }
  const [one, other] = [before[keyword], after[keyword]];
  if (one === undefined || other === undefined) return null;
  const held = holdsSchemas(keyword);
  // The casts hold because a bundle was checked against its metaschema.
  if (held === "schema") return [[one as Schema, other as Schema] as const].filter(differs);
  if (held === null) {
    const alone = (value: unknown): Schema => ({ [keyword]: value });
    return differs([alone(one), alone(other)]) ? null : [];
  }
  const [olds, nows] = [Object.entries(one as object), Object.entries(other as object)];
  const names = new Map<string, Schema>(nows);
  if (olds.length !== nows.length || !olds.every(([name]) => names.has(name))) return null;
  return olds.map(([name, schema]) => [schema as Schema, names.get(name) ?? true] as const).filter(differs);
}

/** Whether a schema of the effective claim set is one of the authored ones, which alone have places. */
function isWritten(schema: SchemaObject, { authored }: ClaimSet): boolean {
  return authored.locate(schema).pointer !== authored.locate(authored.schema).pointer;
}

function asObject(schema: Schema): SchemaObject {
  return typeof schema === "object" ? schema : {};
}
