import { conjoin } from "./conjunction.js";
import { constrainingKeywords } from "./keywords.js";
import type { Conjunction } from "./shape.js";

/** `allOf` with more parts than this stays whole. */
const MOST_PARTS = 16;

/** The schemas of a conjunction that say something, with those taken apart that are nothing but an `allOf`. */
export function simplify(conjunction: Conjunction, depth = 0): Conjunction {
  return conjoin(
    ...conjunction.map((schema): Conjunction => {
      if (typeof schema === "boolean") return [schema];
      const [keyword, ...others] = constrainingKeywords(schema);
      if (keyword === undefined) return [];
      const parts = keyword === "allOf" && others.length === 0 ? (schema.allOf ?? []) : null;
      return parts === null || parts.length > MOST_PARTS || depth > 8 ? [schema] : simplify(parts, depth + 1);
    }),
  );
}
