import { type DeclaredClaim, declaredClaims, mergedSchema } from "../model/declared-claims.js";
import { inPlaceSchemas } from "../model/in-place.js";
import type { Token } from "../model/model.js";
import { withPrefix } from "../schema/bundle/merge-roots.js";
import type { BundledSchema } from "../schema/bundled-schema.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { mapSubschemas } from "../schema/map-subschemas.js";
import { pointerOf } from "../text/pointer.js";
import { claimOf } from "./claim-facet.js";
import type { ExpandedMember } from "./expansion.js";
import { inlineReferences } from "./inline-references.js";
import type { TokenPair } from "./token-pair.js";
import { alwaysIssued, isIssuedHere } from "./token-views.js";
import { type Melting, uniteSchemas } from "./unite-schemas.js";

/** A claim set between two others, as it would be authored, and what to write to get there from the revision's. */
export interface ExpandedClaimSet {
  readonly authored: Schema;
  readonly members: readonly ExpandedMember[];
}

/** What one schema object of the revision says otherwise in the expanded claim set. */
interface Edit {
  readonly values: Map<string, Schema>;
  readonly optional: Set<string>;
}

/**
 * Claim sets that may accept the tokens of both sides, the one that is nearest to the revision first: the revision's as
 * it is, then with the claims that refuse old tokens made wider, then both claim sets side by side. Nothing of it is
 * proved here.
 *
 * @param names - the claims that refuse old tokens
 * @param isPolicyEnough - whether another policy may be all that is needed
 */
export function* expandClaimSet(
  pair: TokenPair,
  names: readonly string[],
  isPolicyEnough: boolean,
): Generator<ExpandedClaimSet> {
  const { authored } = pair.revision.claimSet;
  if (isPolicyEnough) yield { authored: authored.schema, members: [] };
  if (names.length > 0) {
    for (const melting of ["members", "values"] as const) {
      const edited = withWiderClaims(pair, names, melting);
      if (edited !== null) yield edited;
    }
  }
  if (hasSameShortName(pair)) return;
  yield sideBySide(pair.base.claimSet.authored.schema, authored);
  // A claim set that forbids others has to list what its standard and its policy add.
  yield sideBySide(pair.base.claimSet.schema, authored, pair.revision.claimSet.schema);
}

function withWiderClaims(pair: TokenPair, names: readonly string[], melting: Melting): ExpandedClaimSet | null {
  const { authored } = pair.revision.claimSet;
  const root = asObject(authored.schema);
  const edits = new Map<SchemaObject, Edit>();
  const editOf = (owner: SchemaObject): Edit => {
    const edit = edits.get(owner) ?? { values: new Map(), optional: new Set() };
    edits.set(owner, edit);
    return edit;
  };
  const places = inPlaceSchemas(root, root.$defs ?? {}).filter(({ role }) => role === "always");
  const declared = declaredClaims(root, root.$defs ?? {});
  const before = asObject(pair.base.claimSet.authored.schema);
  const declaredBefore = declaredClaims(before, before.$defs ?? {});
  const issued = alwaysIssued(pair.base);
  for (const name of names) {
    const now = declared.get(name);
    // Claims that several places declare, or some branch only, are not made wider at one of them.
    if (now !== undefined && (now.always.length !== 1 || now.sometimes.length > 0)) return null;
    // Nobody writes into the shipped vocabulary.
    if (now !== undefined && authored.locate(now.owner).file.startsWith("claimsmith:")) return null;
    const value = widerClaim(name, declaredBefore.get(name), now?.always[0], pair, melting);
    if (value === null) return null;
    if (value !== undefined) editOf(now?.owner ?? root).values.set(name, value);
    if (issued.has(name)) continue;
    for (const { schema } of places) if (schema.required?.includes(name)) editOf(schema).optional.add(name);
  }
  const edit = (schema: Schema): Schema => {
    if (typeof schema === "boolean") return schema;
    const found = edits.get(schema);
    const inner = mapSubschemas(schema, edit);
    return found === undefined ? inner : { ...inner, ...editedMembers(schema, inner, found) };
  };
  return { authored: edit(root), members: [...edits].flatMap(([owner, edit]) => membersOf(owner, edit, authored)) };
}

/** What a claim has to be for both sides; undefined where that is what the revision says, null where it cannot be said. */
function widerClaim(
  name: string,
  found: DeclaredClaim | undefined,
  now: Schema | undefined,
  { base, revision, includes }: TokenPair,
  melting: Melting,
): Schema | null | undefined {
  const before = asObject(base.claimSet.authored.schema);
  const old = found === undefined ? undeclared(before, base) : mergedSchema(found);
  if (old === undefined) return undefined;
  const plain = inlineReferences(old, before.$defs ?? {});
  if (plain === null) return null;
  if (now === undefined) return withFreeName(plain, name, base, revision);
  const current = inlineReferences(now, asObject(revision.claimSet.authored.schema).$defs ?? {});
  if (current === null) return null;
  const united = uniteSchemas(plain, current, melting, includes);
  return united === current ? undefined : united;
}

/** What producers could write under a name that their claim set does not declare; undefined where it is nothing. */
function undeclared(root: SchemaObject, token: Token): Schema | undefined {
  const rest = root.additionalProperties ?? root.unevaluatedProperties;
  if (rest !== undefined) return rest === false ? undefined : rest;
  const isClosed = isIssuedHere(token) || token.policy.unknownClaims === "reject";
  return isClosed && root.patternProperties === undefined ? undefined : true;
}

/** A claim that comes back, under a short name of its own: another claim may have taken the old one. */
function withFreeName(schema: Schema, name: string, base: Token, revision: Token): Schema | null {
  const shortName = claimOf(base, name)?.shortName;
  const taken = new Set(revision.claimSet.claims.map((claim) => claim.shortName));
  if (shortName === undefined || !taken.has(shortName)) return schema;
  const free = `old${shortName.charAt(0).toUpperCase()}${shortName.slice(1)}`;
  if (taken.has(free)) return null;
  return { ...(typeof schema === "boolean" ? (schema ? {} : { not: {} }) : schema), "x-claimsmith-name": free };
}

function editedMembers(schema: SchemaObject, inner: SchemaObject, { values, optional }: Edit): SchemaObject {
  const kept = Object.entries(inner.properties ?? {}).filter(([name]) => !values.has(name));
  const order = [...Object.keys(schema.properties ?? {}), ...values.keys()];
  const members = new Map([...kept, ...values]);
  const properties = [...new Set(order)].map((name): [string, Schema] => [name, members.get(name) ?? true]);
  return {
    ...(values.size === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(optional.size === 0 ? {} : { required: requiredWithout(schema, optional) }),
  };
}

function requiredWithout({ required = [] }: SchemaObject, optional: ReadonlySet<string>): readonly string[] {
  return required.filter((name) => !optional.has(name));
}

function membersOf(owner: SchemaObject, { values, optional }: Edit, { locate }: BundledSchema): ExpandedMember[] {
  const at = locate(owner).pointer ?? "";
  const claims = [...values].map(([claim, value]) => ({
    claim,
    location: locate(owner, "properties", claim),
    pointer: at + pointerOf("properties", claim),
    value,
  }));
  if (optional.size === 0) return claims;
  const required = {
    claim: null,
    location: locate(owner, "required"),
    pointer: at + pointerOf("required"),
    value: requiredWithout(owner, optional),
  };
  return [...claims, required];
}

/** Both claim sets as alternatives, in a file of its own. */
function sideBySide(old: Schema, authored: BundledSchema, now: Schema = authored.schema): ExpandedClaimSet {
  const [before, after] = [withPrefix(asObject(old), "old:"), withPrefix(asObject(now), "")];
  const { title, description, ...body } = after.body;
  const definitions = [...after.definitions, ...before.definitions];
  const schema: SchemaObject = {
    ...(title === undefined ? {} : { title }),
    ...(description === undefined ? {} : { description }),
    type: "object",
    anyOf: [before.body, body],
    ...(definitions.length === 0 ? {} : { $defs: Object.fromEntries(definitions) }),
  };
  const location = authored.locate(authored.schema);
  const value = { $schema: "https://json-schema.org/draft/2020-12/schema", ...schema };
  return { authored: schema, members: [{ claim: null, location, pointer: location.pointer ?? "", value }] };
}

/** Whether two claims of the two sides would have one short name in a claim set that declares both. */
function hasSameShortName({ base, revision }: TokenPair): boolean {
  const wire = new Map<string, string>();
  return [...base.claimSet.claims, ...revision.claimSet.claims].some(({ name, shortName }) => {
    const other = wire.get(shortName);
    wire.set(shortName, name);
    return other !== undefined && other !== name;
  });
}

function asObject(schema: Schema): SchemaObject {
  if (typeof schema === "object") return schema;
  return schema ? {} : { not: {} };
}
