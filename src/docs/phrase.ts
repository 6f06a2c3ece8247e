/** What a value is, as a person says it. */
export interface Phrase {
  /** `text`, `list of texts`. */
  readonly one: string;
  /** `texts`, `lists of texts`: several such values. */
  readonly many: string;
  /** What is said besides: `at most 64 characters`. */
  readonly details: readonly string[];
}

/** A noun with a regular plural, or one that is given. */
export function phrase(one: string, many = `${one}s`, details: readonly string[] = []): Phrase {
  return { one, many, details };
}

/** The whole phrase: `text, at most 64 characters`. */
export function sayPhrase({ one, details }: Phrase): string {
  return [one, ...details].join(", ");
}

/** `a`, `a or b`, `a, b or c`. */
export function joinWords(words: readonly string[], word: "or" | "and"): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} ${word} ${words.at(-1)}`;
}

/** `from 1 to 5 items`, `at most 5 items`, `at least 1 item`, `exactly 3 items`; nothing without bounds. */
export function boundWords(minimum: number | undefined, maximum: number | undefined, unit: string): string[] {
  const most = maximum === undefined ? null : `${maximum} ${unit}${maximum === 1 || unit === "" ? "" : "s"}`.trim();
  const least = minimum === undefined ? null : `${minimum} ${unit}${minimum === 1 || unit === "" ? "" : "s"}`.trim();
  if (minimum !== undefined && minimum === maximum) return [`exactly ${most}`];
  if (least !== null && most !== null) return [`from ${minimum} to ${most}`];
  if (most !== null) return [`at most ${most}`];
  return least === null ? [] : [`at least ${least}`];
}
