import type { Schema, SchemaObject } from "../../schema/json-schema.js";
import { type Declared, type ObjectMembers, readMembers } from "./object-members.js";
import type { SchemaCase } from "./schema-cases.js";
import { type SizeRange, sizeRange, times, UNBOUNDED } from "./size-range.js";

interface Measurer {
  measure(schemas: readonly Schema[]): SizeRange | null;
}

const BRACES = 2;
const COMMA = 1;
/** `"":0`, the shortest member that there is. */
const SHORTEST_MEMBER = 4;
/** Members of a typical map, of names that nobody declares. */
const TYPICAL_MEMBERS = 3;

/** The sizes of the objects that a case accepts; null where there is none. */
export function objectSize(one: SchemaCase, measurer: Measurer): SizeRange | null {
  const members = readMembers(one, measurer);
  return members === null ? null : membersSize(members, one.always);
}

/**
 * The sizes of objects with the given members.
 *
 * @param weightOf - the share of objects that have a member, for the typical size; by default a half of those that are optional
 */
export function membersSize(
  { declared, others }: ObjectMembers,
  schemas: readonly SchemaObject[],
  weightOf: (member: Declared) => number = usualWeight,
): SizeRange | null {
  const least = Math.max(0, ...schemas.map(({ minProperties = 0 }) => minProperties));
  const most = Math.min(...schemas.map(({ maxProperties = UNBOUNDED }) => maxProperties));
  const required = declared.filter(({ isRequired }) => isRequired);
  if (required.length > most || (others === null && declared.length < least)) return null;

  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size + COMMA, 0);
  const missing = Math.max(0, least - required.length);
  // Each of these has a comma after it, and the last has none.
  const smallest = sum(required.map(({ size }) => size.smallest)) + missing * (SHORTEST_MEMBER + COMMA);
  const undeclared = others === null ? 0 : Math.min(most, others.count);
  const sizes = declared.map(({ size }) => size.largest).sort((a, b) => b - a);
  const largest =
    sum(most < sizes.length ? sizes.slice(0, most) : sizes) +
    (others === null ? 0 : times(others.largest + COMMA, undeclared));
  const weight = declared.reduce((total, member) => total + weightOf(member), 0);
  const usual = declared.reduce((total, member) => total + weightOf(member) * member.size.typical, 0);
  const isMap = declared.length === 0 && others !== null;
  const entries = isMap ? Math.min(Math.max(TYPICAL_MEMBERS, least), undeclared) : 0;
  const ends = (total: number): number => BRACES + Math.max(0, total - COMMA);
  return sizeRange({
    smallest: ends(smallest),
    typical: BRACES + usual + times(others?.typical ?? 0, entries) + COMMA * Math.max(0, weight + entries - 1),
    largest: ends(largest),
    count: declared.length === 0 && undeclared === 0 ? 1 : UNBOUNDED,
  });
}

/** Required members are always there, deprecated ones on their way out, others half of the time. */
export function usualWeight({ isRequired, isDeprecated }: Pick<Declared, "isRequired" | "isDeprecated">): number {
  if (isRequired) return 1;
  return isDeprecated ? 0 : 0.5;
}
