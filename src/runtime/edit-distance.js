/** Longer names are not compared: the work grows with the square of the length. */
const MAX_LENGTH = 256;
/**
 * The least number of insertions, deletions, replacements and swaps of neighbours that turn one text into
 * the other (Damerau's and Levenshtein's, each place edited once).
 *
 * @param limit - where the distance is greater, `limit + 1` may come back in its place
 */
export function editDistance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit || Math.max(one.length, other.length) > MAX_LENGTH) return limit + 1;
  let beforeLast = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwap = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (isSame ? 0 : 1),
          isSwap ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, other.length);
}
function at(row, column) {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
