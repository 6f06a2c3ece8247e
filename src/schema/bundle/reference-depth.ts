/**
 * Whether following references depth-first, each definition once, goes deeper than a limit. Whatever reads a schema by
 * following its references, as the validator's compiler does, goes as deep, on a stack that is not endless.
 *
 * @param uses - the definitions that each definition refers to; `null` stands for the root
 */
export function isDeeperThan(limit: number, uses: ReadonlyMap<string | null, ReadonlySet<string>>): boolean {
  const seen = new Set<string>();
  const path = [[...(uses.get(null) ?? [])]];
  for (let level = path.at(-1); level !== undefined; level = path.at(-1)) {
    const next = level.shift();
    if (next === undefined) path.pop();
    else if (!seen.has(next)) {
      seen.add(next);
      if (path.length > limit) return true;
      path.push([...(uses.get(next) ?? [])]);
    }
  }
  return false;
}
