import type { ts } from "ts-morph";

/** Deeper members than this are left to assignability; recursive types end here. */
const MAX_DEPTH = 8;

/**
 * Whether a member of the old type, at any depth, is not in the new one. Assignability does not say so: without the
 * member a value may still be assignable, and yet neither reading nor writing it compiles.
 *
 * @param isOpen - the new type admits members of other names at its top
 */
export function losesMember(
  before: ts.Type,
  after: ts.Type,
  isOpen: boolean,
  { checker, flags }: { readonly checker: ts.TypeChecker; readonly flags: typeof ts.TypeFlags },
): boolean {
  return loses(before, after, isOpen, 0);

  function loses(before: ts.Type, after: ts.Type, isOpen: boolean, depth: number): boolean {
    if (depth > MAX_DEPTH) return false;
    const old = checker.getNonNullableType(before);
    const now = checker.getNonNullableType(after);
    if (old === now) return false;
    const items = [itemsOf(old), itemsOf(now)];
    if (items[0] !== undefined || items[1] !== undefined) {
      return items[0] !== undefined && items[1] !== undefined && loses(items[0], items[1], false, depth + 1);
    }
    // A text has members too, and nobody loses them by reading something else.
    if (!isObjectType(old) || !isObjectType(now)) return false;
    // Declared members only: asked for by name, the compiler would find those of every object, such as `constructor`.
    const members = new Map(checker.getPropertiesOfType(now).map((member) => [member.getName(), member]));
    return checker.getPropertiesOfType(old).some((member) => {
      const same = members.get(member.getName());
      if (same === undefined) return !isOpen && checker.getIndexInfosOfType(now).length === 0;
      return loses(checker.getTypeOfSymbol(member), checker.getTypeOfSymbol(same), false, depth + 1);
    });
  }

  function isObjectType(type: ts.Type): boolean {
    return type.isUnionOrIntersection() ? type.types.every(isObjectType) : (type.flags & flags.Object) !== 0;
  }

  function itemsOf(type: ts.Type): ts.Type | undefined {
    const isList = checker.isArrayType(type) || checker.isTupleType(type);
    return isList ? checker.getIndexTypeOfType(type, NUMBER_INDEX) : undefined;
  }
}

/** `ts.IndexKind.Number`, without loading the compiler for it. */
const NUMBER_INDEX: ts.IndexKind.Number = 1;
