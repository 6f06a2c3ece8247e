/** The most that a schema may hold and ask for, so that a generator ends soon. */
const MOST_NODES = 3_000;
const LONGEST_TEXT = 1_000;
const MOST_ITEMS = 100;
const LONGEST_PATTERN = 200;
const MOST_REPEATS = 1_000;

/** Says whether a schema asks for little enough that values of it can be drawn at random in a moment. */
export function isSafeToDraw(schema: object): boolean {
  const pending: unknown[] = [schema];
  let nodes = 0;
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    nodes += 1;
    if (nodes > MOST_NODES) return false;
    if (typeof node !== "object" || node === null) continue;
    for (const [name, value] of Object.entries(node)) {
      if (!isModest(name, value)) return false;
      if (typeof value === "object" && value !== null) pending.push(value);
    }
  }
  return true;
}

function isModest(keyword: string, value: unknown): boolean {
  if (typeof value === "number") {
    if (keyword === "minLength") return value <= LONGEST_TEXT;
    return !["minItems", "minProperties", "minContains"].includes(keyword) || value <= MOST_ITEMS;
  }
  return keyword !== "pattern" || typeof value !== "string" || isModestPattern(value);
}

/** The counts of a pattern, multiplied as if each stood within the others. */
function isModestPattern(pattern: string): boolean {
  if (pattern.length > LONGEST_PATTERN) return false;
  const counts = [...pattern.matchAll(/\{(\d+)(?:,(\d*))?\}/g)].map(([, least = "", most = ""]) =>
    Number(most || least),
  );
  return counts.reduce((product, count) => product * Math.max(1, count), 1) <= MOST_REPEATS;
}
