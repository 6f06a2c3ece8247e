import type { Member, ObjectType, Type } from "./type.js";

/** Members beyond this many are not spelled out in every alternative. */
const MOST_NAMES = 24;

/**
 * Alternatives of closed objects with `name?: never` for the members that only others declare, so that an
 * object of two alternatives at once is no value of the union. Where a literal tells them apart, that does it already.
 */
export function excludeEachOther(types: readonly Type[]): readonly Type[] {
  const objects = types.filter((type) => type.kind === "object");
  if (objects.length < 2) return types;
  const names = new Set(objects.flatMap(({ members }) => members.map(({ name }) => name)));
  if (names.size > MOST_NAMES) return types;
  return types.map((type) => (type.kind === "object" && isClosed(type) ? exclude(type, objects) : type));
}

function exclude(type: ObjectType, all: readonly ObjectType[]): ObjectType {
  const declared = new Set(type.members.map(({ name }) => name));
  const excluded: Member[] = [];
  for (const other of all) {
    if (other === type || isToldApart(type, other)) continue;
    for (const { name } of other.members) {
      if (declared.has(name)) continue;
      declared.add(name);
      excluded.push({ name, type: { kind: "never" }, optional: true, documentation: null });
    }
  }
  return excluded.length === 0 ? type : { ...type, members: [...type.members, ...excluded] };
}

/** Whether both demand a member that is one literal here and another there. */
function isToldApart(a: ObjectType, b: ObjectType): boolean {
  return a.members.some((member) => {
    const other = b.members.find(({ name }) => name === member.name);
    if (other === undefined || member.optional || other.optional) return false;
    return member.type.kind === "literal" && other.type.kind === "literal" && member.type.value !== other.type.value;
  });
}

function isClosed({ closed, index, prefixes }: ObjectType): boolean {
  return closed && index === null && prefixes === undefined;
}
