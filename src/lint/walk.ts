import type { Location } from "../errors.js";
import { type DeclaredClaim, declaredClaims } from "../model/declared-claims.js";
import { type Definitions, definitionOf } from "../model/in-place.js";
import type { Claim, Token } from "../model/model.js";
import type { BundledSchema } from "../schema/bundled-schema.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";
import { VOCABULARY_URI } from "../schema/read/vocabulary.js";

/**
 * How a schema takes part wherever the value at its path is there: `always`, in some cases (`anyOf`, `if`, `contains`, …),
 * or only by being refused (`not`).
 */
export type VisitRole = "always" | "maybe" | "negated";

/** A member's name, an index, or null for any member or entry. */
export type PathStep = string | number | null;

/** One schema object, with what rules need to know of its place. */
export interface SchemaVisit {
  readonly token: Token;
  /** The name of the claim whose value it takes part in; null for schemas of the claim set itself. */
  readonly claim: string | null;
  readonly schema: SchemaObject;
  /** From the claims object to the value that it describes: `["address", "country"]`; `[]` is the claims object. */
  readonly path: readonly PathStep[];
  readonly role: VisitRole;
  /** It describes the names of members (`propertyNames`), not a value. */
  readonly isName: boolean;
  /** It stands in the shipped vocabulary, which no user edits. `location` is then the reference that leads there. */
  readonly shipped: boolean;
  readonly location: Location;
  /** The place of a member of the schema: `locate("pattern")`, `locate("examples", 0)`. */
  locate(...members: readonly (string | number)[]): Location;
}

/** What to visit next: a schema, and how it was reached. */
interface Step {
  readonly schema: Schema;
  readonly claim: string | null;
  readonly path: readonly PathStep[];
  readonly role: VisitRole;
  readonly isName: boolean;
  /** The place that led here, for schemas that are not the author's own. */
  readonly from: Location;
}

/** Most rules ask for the same visits; the model never changes, so that they are found once. */
const visitsOfToken = new WeakMap<Token, readonly SchemaVisit[]>();
const visitsOfClaim = new WeakMap<Claim, readonly SchemaVisit[]>();
const claimsOfToken = new WeakMap<Token, ReadonlyMap<string, DeclaredClaim>>();

const places = new WeakMap<SchemaObject, Location>();

function claimsOf(token: Token, schema: SchemaObject): ReadonlyMap<string, DeclaredClaim> {
  const known = claimsOfToken.get(token) ?? declaredClaims(schema, schema.$defs ?? {});
  claimsOfToken.set(token, known);
  return known;
}

const STRENGTH: Readonly<Record<VisitRole, number>> = { always: 2, maybe: 1, negated: 0 };

/**
 * Every schema object of a token's claim set, as its authors wrote it, once each, in the order of the schema.
 * One that is reached in several ways has the strongest role, and the claim and path by which it is reached first.
 */
export function walkToken(token: Token): readonly SchemaVisit[] {
  const known = visitsOfToken.get(token) ?? findTokenVisits(token);
  visitsOfToken.set(token, known);
  return known;
}

function findTokenVisits(token: Token): readonly SchemaVisit[] {
  const bundle = token.claimSet.authored;
  return walk(token, [
    { schema: bundle.schema, claim: null, path: [], role: "always", isName: false, from: bundle.locate(bundle.schema) },
  ]);
}

/**
 * Every schema object that takes part in one claim's value, once each. For a claim that the schema does not declare
 * (RFC 7519, the profile or the policy adds it): none, as there is no place to point at.
 */
export function walkClaim(token: Token, claim: Claim): readonly SchemaVisit[] {
  const known = visitsOfClaim.get(claim) ?? findClaimVisits(token, claim);
  visitsOfClaim.set(claim, known);
  return known;
}

function findClaimVisits(token: Token, claim: Claim): readonly SchemaVisit[] {
  const { schema } = token.claimSet.authored;
  if (typeof schema === "boolean") return [];
  const declared = claimsOf(token, schema).get(claim.name);
  if (declared === undefined) return [];
  const step = { claim: claim.name, path: [claim.name], isName: false, from: claim.location };
  return walk(token, [
    ...declared.always.map((schema) => ({ ...step, schema, role: "always" as const })),
    ...declared.sometimes.map((schema) => ({ ...step, schema, role: "maybe" as const })),
  ]);
}

function walk(token: Token, roots: readonly Step[]): readonly SchemaVisit[] {
  const bundle = token.claimSet.authored;
  const definitions: Definitions = typeof bundle.schema === "boolean" ? {} : (bundle.schema.$defs ?? {});
  const found = new Map<SchemaObject, SchemaVisit>();
  // A stack, so that deep schemas need no deep calls; reversed, so that the first member is taken first.
  const pending = [...roots].reverse();
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    if (typeof step.schema === "boolean") continue;
    const known = found.get(step.schema);
    if (known !== undefined && STRENGTH[known.role] >= STRENGTH[step.role]) continue;
    const visit = known === undefined ? visitOf(step.schema, step, token, bundle) : { ...known, role: step.role };
    found.set(step.schema, visit);
    pending.push(...[...below(step.schema, step, visit, definitions)].reverse());
  }
  return [...found.values()];
}

function visitOf(schema: SchemaObject, step: Step, token: Token, bundle: BundledSchema): SchemaVisit {
  const own = placeOf(schema, bundle);
  const shipped = own.file === VOCABULARY_URI;
  return {
    token,
    claim: step.claim,
    schema,
    path: step.path,
    role: step.role,
    isName: step.isName,
    shipped,
    location: shipped ? step.from : own,
    locate: (...members) => (shipped ? step.from : bundle.locate(schema, ...members)),
  };
}

/** A definition that many claims share is reached by each of them, and working out a place reads the source. */
function placeOf(schema: SchemaObject, bundle: BundledSchema): Location {
  const known = places.get(schema) ?? bundle.locate(schema);
  places.set(schema, known);
  return known;
}

/** The direct subschemas and the referenced definition of a schema, with how each takes part. */
function* below(schema: SchemaObject, step: Step, visit: SchemaVisit, definitions: Definitions): Generator<Step> {
  const here = { ...step, from: visit.location };
  const sometimes = weaker(step.role);
  const inside = (name: PathStep): Step => ({ ...here, path: [...step.path, name] });
  const member = (name: string): Step =>
    step.path.length === 0 && !step.isName ? { ...inside(name), claim: name } : inside(name);

  if (schema.$ref !== undefined) {
    yield { ...here, schema: definitionOf(schema.$ref, definitions), from: visit.locate("$ref") };
  }
  for (const [name, value] of Object.entries(schema.properties ?? {})) yield { ...member(name), schema: value };
  for (const value of Object.values(schema.patternProperties ?? {})) yield { ...inside(null), schema: value };
  for (const value of [schema.additionalProperties, schema.unevaluatedProperties]) {
    if (value !== undefined) yield { ...inside(null), schema: value };
  }
  if (schema.propertyNames !== undefined) yield { ...here, schema: schema.propertyNames, isName: true };
  for (const [index, value] of (schema.prefixItems ?? []).entries()) yield { ...inside(index), schema: value };
  for (const value of [schema.items, schema.unevaluatedItems]) {
    if (value !== undefined) yield { ...inside(null), schema: value };
  }
  if (schema.contains !== undefined) yield { ...inside(null), schema: schema.contains, role: sometimes };
  for (const value of schema.allOf ?? []) yield { ...here, schema: value };
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...Object.values(schema.dependentSchemas ?? {})];
  for (const value of branches) yield { ...here, schema: value, role: sometimes };
  for (const value of [schema.if, schema.then, schema.else]) {
    if (value !== undefined) yield { ...here, schema: value, role: sometimes };
  }
  if (schema.not !== undefined)
    yield { ...here, schema: schema.not, role: step.role === "negated" ? "maybe" : "negated" };
}

/** The role of a branch: what is only refused stays so. */
function weaker(role: VisitRole): VisitRole {
  return role === "negated" ? "negated" : "maybe";
}
