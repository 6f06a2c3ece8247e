import { expect, it } from "vitest";
import { batchOf } from "../../../bench/batch.js";

it("a call that gives a promise has ended before the next begins", async () => {
  let running = 0;
  let most = 0;
  const batch = await batchOf(1, async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
  });
  expect(await batch()).toBeGreaterThan(0);
  expect(most).toBe(1);
});

it("each call gets its number in the batch", async () => {
  let last = -1;
  const batch = await batchOf(1, (index: number) => {
    if (index !== 0 && index !== last + 1) throw new TypeError(`${index} after ${last}`);
    last = index;
  });
  expect(await batch()).toBeGreaterThan(0);
  expect(last).toBeGreaterThan(0);
});

it("what a call throws ends the batch", async () => {
  await expect(
    batchOf(1, (index: number) => {
      if (index === 3) throw new TypeError("refused");
    }),
  ).rejects.toThrow("refused");
});
