/** Asks again and again until it is so; throws a `RangeError` where it is not so within the limit. */
export async function waitUntil(limitMs, isSo) {
  const end = performance.now() + limitMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new RangeError(`was not ready within ${limitMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
