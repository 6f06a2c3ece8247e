/** "a", "a or b", "a, b or c". */
export function orWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}

/** The JSON type of a value, in words: "a string", "a list". Says nothing of what is in it. */
export function typeWords(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  if (typeof value === "boolean") return "true or false";
  if (typeof value === "object") return "an object";
  if (typeof value !== "string") return "a number";
  if (value === "") return "an empty string";
  if (/^-?\d+(?:\.\d+)?$/.test(value)) return "a string of digits";
  return "a string";
}
