// Paired measurements: what is compared runs in turns, in an order drawn anew each round, so that a slow moment of the
// machine falls on all of them. Only ratios within one run mean anything.
import { spawnSync } from "node:child_process";

/** Medians of what each function returns (a duration), over the rounds. */
export async function paired(rounds, contestants) {
  const samples = new Map(Object.keys(contestants).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of shuffled(Object.keys(contestants))) samples.get(name).push(await contestants[name]());
  }
  return Object.fromEntries([...samples].map(([name, values]) => [name, median(values)]));
}

/** Milliseconds that a whole process takes; it has to end well. */
export function processMs(program, words, options = {}) {
  const start = process.hrtime.bigint();
  const ended = spawnSync(program, words, { encoding: "utf8", ...options });
  const elapsed = Number(process.hrtime.bigint() - start) / 1e6;
  if (ended.status !== 0) throw new TypeError(`${program} ${words.join(" ")} failed: ${ended.stderr}`);
  return elapsed;
}

/** Microseconds that one call takes, over a batch of calls one after another. */
export async function callMicroseconds(calls, call) {
  const start = process.hrtime.bigint();
  for (let index = 0; index < calls; index += 1) await call(index);
  return Number(process.hrtime.bigint() - start) / 1e3 / calls;
}

/** The same for a function that returns no promise. */
export function syncMicroseconds(calls, call) {
  const start = process.hrtime.bigint();
  for (let index = 0; index < calls; index += 1) call(index);
  return Number(process.hrtime.bigint() - start) / 1e3 / calls;
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function shuffled(values) {
  return values
    .map((value) => [Math.random(), value])
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
}
