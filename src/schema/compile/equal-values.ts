/**
 * Says whether two JSON values are equal, as `const`, `enum` and `uniqueItems` mean it (JSON Schema core section 4.2.2): members
 * count as own properties only, so that none is taken for a method.
 */
export function equalValues(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const members = Object.entries(one);
  if (members.length !== Object.keys(other).length) return false;
  const others = new Map(Object.entries(other));
  return members.every(([name, value]) => others.has(name) && equalValues(value, others.get(name)));
}
