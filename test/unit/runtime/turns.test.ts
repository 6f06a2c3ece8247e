import { describe, expect, it } from "vitest";
import { createTurns, type RunJob } from "../../../src/runtime/turns.js";

/** An event loop whose turns the test takes. */
function eventLoop(): { readonly run: RunJob; readonly turn: () => void; readonly scheduled: () => number } {
  let tasks: (() => void)[] = [];
  const run = createTurns((task) => tasks.push(task));
  const turn = (): void => {
    const due = tasks;
    tasks = [];
    for (const task of due) task();
  };
  return { run, turn, scheduled: () => tasks.length };
}

/** Starts jobs in order and tells where each was done. */
function start(run: RunJob, count: number, job: { readonly cost: number; readonly isPooled: boolean }): string[] {
  const log: string[] = [];
  for (let index = 0; index < count; index += 1) {
    void run({
      cost: job.cost,
      now: () => log.push(`${index} here`),
      pooled: job.isPooled ? () => new Promise(() => log.push(`${index} in the pool`)) : null,
    });
  }
  return log;
}

describe("jobs in turns of the event loop", () => {
  it("are done at once while the turn's budget lasts, then one waits and the rest go to the pool", () => {
    const { run, turn } = eventLoop();
    const log = start(run, 7, { cost: 3, isPooled: true });
    const atOnce = ["0 here", "1 here", "2 here", "3 here", "5 in the pool", "6 in the pool"];
    expect(log).toEqual(atOnce);
    turn();
    expect(log).toEqual([...atOnce, "4 here"]);
  });

  it("wait for later turns, in their order, where the pool is not for them", () => {
    const { run, turn } = eventLoop();
    const log = start(run, 9, { cost: 6, isPooled: false });
    const done = [log.length];
    for (let index = 0; index < 4; index += 1) {
      turn();
      done.push(log.length);
    }
    expect(done).toEqual([2, 4, 6, 8, 9]);
    expect(log).toEqual(Array.from({ length: 9 }, (_, index) => `${index} here`));
  });

  it("never share a turn when they are long, and leave the main thread when there is a pool", () => {
    const loop = eventLoop();
    const log = start(loop.run, 3, { cost: 30, isPooled: false });
    expect(log).toEqual(["0 here"]);
    loop.turn();
    expect(log).toEqual(["0 here", "1 here"]);
    expect(start(eventLoop().run, 1, { cost: 30, isPooled: true })).toEqual(["0 in the pool"]);
  });

  it("begin a new turn with a whole budget, and ask for one only when something was done", () => {
    const { run, turn, scheduled } = eventLoop();
    expect(scheduled()).toBe(0);
    expect(start(run, 4, { cost: 3, isPooled: true })).toHaveLength(4);
    expect(scheduled()).toBe(1);
    turn();
    expect(scheduled()).toBe(0);
    expect(start(run, 4, { cost: 3, isPooled: true })).toHaveLength(4);
  });

  it("give back what they make, and throw what they throw, at once and later", async () => {
    const { run, turn } = eventLoop();
    const fail = (): never => {
      throw new RangeError("no");
    };
    expect(run({ cost: 12, now: () => "now", pooled: null })).toBe("now");
    const later = run({ cost: 12, now: () => "later", pooled: null });
    const failing = run({ cost: 12, now: fail, pooled: null });
    turn();
    turn();
    expect(await later).toBe("later");
    await expect(failing).rejects.toThrow(RangeError);
    turn();
    expect(() => run({ cost: 1, now: fail, pooled: null })).toThrow(RangeError);
  });

  it("take the main thread again when the pool is done, and when it failed", async () => {
    const { run, turn } = eventLoop();
    const job = (pooled: () => Promise<string>) => run({ cost: 12, now: () => "here", pooled });
    void job(() => Promise.resolve("pool"));
    const waiting = job(() => Promise.resolve("pool"));
    expect(await job(() => Promise.resolve("pool"))).toBe("pool");
    await expect(job(() => Promise.reject(new RangeError("no")))).rejects.toThrow(RangeError);
    turn();
    expect(await waiting).toBe("here");
  });

  it("are all done at once under a test's fake clock, whose turns may never come", () => {
    const fake = Object.assign(() => undefined, { clock: {} });
    expect(start(createTurns(fake), 50, { cost: 3, isPooled: true })).toHaveLength(50);
    expect(start(createTurns(fake), 50, { cost: 3, isPooled: false })).toEqual(
      Array.from({ length: 50 }, (_, index) => `${index} here`),
    );
  });
});
