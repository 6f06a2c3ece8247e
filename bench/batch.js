// Calls that are too short for the clock are measured in batches.
import process from "node:process";

/**
 * A function that runs a batch of calls and gives the microseconds of one.
 *
 * A call that returns no promise is not awaited, as its users would not.
 *
 * @param milliseconds - how long a batch takes, about
 * @param call - gets the number of the call
 */
export async function batchOf(milliseconds, call) {
  const first = call(0);
  const run = first instanceof Promise ? runAsync : runSync;
  await first;
  const calls = await callsIn(milliseconds, (count) => run(count, call));
  return async () => ((await run(calls, call)) * 1000) / calls;
}

/** How many calls take so many milliseconds, once they are warm. */
async function callsIn(milliseconds, run) {
  let calls = 1;
  let elapsed = await run(calls);
  while (elapsed < milliseconds) {
    calls *= 2;
    elapsed = await run(calls);
  }
  // The best of three: what a busy machine took away is no reason for a shorter batch.
  for (let time = 0; time < 3; time += 1) elapsed = Math.min(elapsed, await run(calls));
  return Math.max(1, Math.round((calls * milliseconds) / elapsed));
}

/** Milliseconds of so many calls, each begun when the one before has ended. */
async function runAsync(calls, call) {
  const start = process.hrtime.bigint();
  for (let index = 0; index < calls; index += 1) await call(index);
  return millisecondsSince(start);
}

function runSync(calls, call) {
  const start = process.hrtime.bigint();
  for (let index = 0; index < calls; index += 1) call(index);
  return millisecondsSince(start);
}

/** Milliseconds since a moment of `process.hrtime.bigint()`. */
export function millisecondsSince(start) {
  return Number(process.hrtime.bigint() - start) / 1e6;
}
