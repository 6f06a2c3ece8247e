// Paired measurements: what is compared runs in turns, in an order drawn anew each round, so that a slow moment of the
// machine falls on all of them. Only ratios within one run mean anything.

/**
 * Gives what each function returned in each round, by its name.
 *
 * @param rounds - how many times each runs
 * @param contestants - functions by name; each gives a number, for example milliseconds
 */
export async function paired(rounds, contestants) {
  const names = Object.keys(contestants);
  const samples = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of shuffled(names)) samples.get(name).push(await contestants[name]());
  }
  return samples;
}

/** The value in the middle. */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

/** How often `base` goes into `name`: the median of the ratios of each round, so that a slow round counts for both. */
export function pairedRatio(samples, name, base) {
  const bases = samples.get(base);
  return median(samples.get(name).map((value, round) => value / bases[round]));
}

/**
 * The power with which `values` grow with `sizes`: the steepest slope, from one size to the next, of their logarithms.
 *
 * A line through all of them would hide a bend at the end, where it costs most.
 *
 * @param sizes - in rising order
 * @param fixed - what every value holds whatever the size, such as the start of a process
 */
export function growthExponent(sizes, values, fixed) {
  const slopes = sizes.slice(1).map((size, index) => {
    const [before, after] = [values[index], values[index + 1]].map((value) => Math.log(value - fixed));
    return (after - before) / Math.log(size / sizes[index]);
  });
  return Math.max(...slopes);
}

/** A copy in a random order (Fisher and Yates). */
function shuffled(values) {
  const copy = [...values];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1));
    [copy[last], copy[other]] = [copy[other], copy[last]];
  }
  return copy;
}
