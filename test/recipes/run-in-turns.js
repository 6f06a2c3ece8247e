/**
 * Works on a list, so many at a time, in its order.
 *
 * @returns what came of each, in the order of the list
 */
export async function runInTurns(count, list, work) {
  const results = [];
  let next = 0;
  const turn = async () => {
    while (next < list.length) {
      const at = next++;
      results[at] = await work(list[at]);
    }
  };
  await Promise.all(Array.from({ length: count }, turn));
  return results;
}
