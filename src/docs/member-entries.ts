import { type Definitions, type InPlaceSchema, inPlaceSchemas } from "../model/in-place.js";
import type { Schema, SchemaObject } from "../schema/json-schema.js";
import type { ClaimEntry, MemberEntry } from "./catalogue.js";
import { joinWords } from "./phrase.js";
import { itemsOf, typeWords } from "./type-words.js";

/** How deep members are listed, and how many; below that the schema has to be read. */
const MOST_DEPTH = 8;
const MOST_MEMBERS = 60;

/** The members of an object, or of the objects in a list, with theirs. None for any other value. */
export function memberEntries(
  schema: Schema,
  definitions: Definitions,
): Pick<ClaimEntry, "members" | "hasMoreMembers"> {
  const members: MemberEntry[] = [];
  let hasMoreMembers = false;
  list(schema, "", 0, new Set());
  return { members, hasMoreMembers };

  function list(schema: Schema, prefix: string, depth: number, within: ReadonlySet<SchemaObject>): void {
    const items = itemsOf(schema, definitions);
    if (items !== null) {
      // A list of lists has no end where its schema contains itself.
      if (depth <= MOST_DEPTH) list(items, `${prefix}[]`, depth + 1, within);
      return;
    }
    // A schema that contains itself is told once.
    const schemas = inPlaceSchemas(schema, definitions).filter((found) => !within.has(found.schema));
    const seen = new Set([...within, ...schemas.map((found) => found.schema)]);
    for (const [name, declared] of declaredMembers(schemas)) {
      if (members.length >= MOST_MEMBERS || depth >= MOST_DEPTH) {
        hasMoreMembers = true;
        return;
      }
      const path = prefix === "" ? name : `${prefix}.${name}`;
      members.push({
        path,
        type: typeOf(declared, definitions),
        presence: presenceOf(name, schemas),
        description: describe(declared, definitions),
      });
      for (const member of declared) list(member, path, depth + 1, seen);
    }
  }
}

/** What is said of each member: where it is declared for all cases, that alone; else what each of the cases says. */
function declaredMembers(schemas: readonly InPlaceSchema[]): ReadonlyMap<string, readonly Schema[]> {
  const members = new Map<string, Schema[]>();
  for (const role of ["always", "sometimes"] as const) {
    const ofRole = new Map<string, Schema[]>();
    for (const { schema } of schemas.filter((found) => found.role === role)) {
      for (const [name, member] of Object.entries(schema.properties ?? {})) {
        ofRole.set(name, [...(ofRole.get(name) ?? []), member]);
      }
    }
    for (const [name, declared] of ofRole) if (!members.has(name)) members.set(name, declared);
  }
  return members;
}

function typeOf(declared: readonly Schema[], definitions: Definitions): string {
  return joinWords([...new Set(declared.map((member) => typeWords(member, definitions)))], "or");
}

function presenceOf(name: string, schemas: readonly InPlaceSchema[]): MemberEntry["presence"] {
  const demanding = schemas.filter(({ schema }) => schema.required?.includes(name) === true);
  if (demanding.some(({ role }) => role === "always")) return "required";
  return demanding.length > 0 ? "required in some cases" : "optional";
}

function describe(declared: readonly Schema[], definitions: Definitions): string | null {
  for (const member of declared) {
    for (const { schema, role } of inPlaceSchemas(member, definitions)) {
      const text = role === "always" ? (schema.description ?? schema.title) : undefined;
      if (typeof text === "string") return text;
    }
  }
  return null;
}
