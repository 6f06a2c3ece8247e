/** Where a condition stands in the code of a first pass. */
export interface Place {
  /** The variable that holds the value. */
  readonly variable: string;
  /** The number in the variable's name. Variables further in have higher ones. */
  readonly depth: number;
  /** Variables that the function around has to declare. */
  readonly locals: Set<string>;
  /**
   * Whether the condition has to hold exactly where the schema accepts. Otherwise it may also be false there, since all that
   * is not accepted goes on to the full pass.
   */
  readonly isExact: boolean;
}

/** The place at the start of a function. */
export function startFunction(depth: number, isExact: boolean): Place {
  return { variable: `v${depth}`, depth, locals: new Set(), isExact };
}

/** The place of a variable further in. Whoever uses it adds it to the locals. */
export function stepIn(place: Place): Place {
  return { ...place, variable: `v${place.depth + 1}`, depth: place.depth + 1 };
}

/** The head of a function whose body has been written: its parameter, and its variables as further ones that no caller gives. */
export function parametersOf({ variable, locals }: Place): string {
  return [variable, ...locals].join(", ");
}

/** All conditions hold. */
export function conjunction(conditions: readonly string[]): string {
  const needed = conditions.filter((condition) => condition !== "true");
  if (needed.includes("false")) return "false";
  return needed.length === 0 ? "true" : needed.join(" && ");
}

/** One of the conditions holds, at least. */
export function disjunction(conditions: readonly string[]): string {
  const possible = conditions.filter((condition) => condition !== "false");
  if (possible.includes("true")) return "true";
  if (possible.length === 0) return "false";
  return possible.length === 1 ? String(possible[0]) : `(${possible.join(" || ")})`;
}

/** A condition does not hold. */
export function negation(condition: string): string {
  if (condition === "true") return "false";
  return condition === "false" ? "true" : `!(${condition})`;
}
