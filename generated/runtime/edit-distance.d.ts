/**
 * The least number of insertions, deletions, replacements and swaps of neighbours that turn one text into
 * the other (Damerau's and Levenshtein's, each place edited once).
 *
 * @param limit - where the distance is greater, `limit + 1` may come back in its place
 */
export declare function editDistance(one: string, other: string, limit: number): number;
