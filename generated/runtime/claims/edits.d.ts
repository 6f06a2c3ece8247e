/**
 * Says whether so many insertions, deletions, replacements and swaps of neighbours turn one text into the other (Damerau's and
 * Levenshtein's distance, each place edited once). The work grows with the length, and fourfold with each edit.
 */
export declare function isWithinEdits(one: string, other: string, edits: number): boolean;
