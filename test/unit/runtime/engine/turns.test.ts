import { describe, expect, it } from "vitest";
import { createTurns, type Done, type RunJob } from "../../../../src/runtime/engine/turns.js";

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

interface Kind {
  readonly cost: number;
  readonly isPooled: boolean;
}

function startOne(run: RunJob, index: number, { cost, isPooled }: Kind, log: string[]): void {
  void run({
    cost,
    now: () => log.push(`${index} here`),
    pooled: isPooled ? () => log.push(`${index} in the pool`) : null,
  });
}

/** Starts jobs in order, together, and tells where each was done. */
function start(run: RunJob, count: number, kind: Kind): string[] {
  const log: string[] = [];
  for (let index = 0; index < count; index += 1) startOne(run, index, kind, log);
  return log;
}

/** Starts jobs in order, each when the caller of the one before has gone on, and tells where each was done. */
async function startOneByOne(run: RunJob, count: number, kind: Kind): Promise<string[]> {
  const log: string[] = [];
  for (let index = 0; index < count; index += 1) {
    startOne(run, index, kind, log);
    await Promise.resolve();
  }
  return log;
}

const here = (count: number): string[] => Array.from({ length: count }, (_, index) => `${index} here`);

describe("jobs in turns of the event loop", () => {
  it("that come one after another are done at once while the turn's budget lasts, then one waits and the rest go to the pool", async () => {
    const { run, turn } = eventLoop();
    const log = await startOneByOne(run, 11, { cost: 3, isPooled: true });
    const atOnce = [...here(8), "9 in the pool", "10 in the pool"];
    expect(log).toEqual(atOnce);
    turn();
    expect(log).toEqual([...atOnce, "8 here"]);
  });

  it("that come together reach the pool after the first two, and one that waits", () => {
    const { run, turn } = eventLoop();
    const log = start(run, 6, { cost: 3, isPooled: true });
    const atOnce = ["0 here", "1 here", "3 in the pool", "4 in the pool", "5 in the pool"];
    expect(log).toEqual(atOnce);
    turn();
    expect(log).toEqual([...atOnce, "2 here"]);
  });

  it("wait for later turns, in their order, where the pool is not for them", () => {
    const { run, turn } = eventLoop();
    const log = start(run, 9, { cost: 12, isPooled: false });
    const done = [log.length];
    for (let index = 0; index < 4; index += 1) {
      turn();
      done.push(log.length);
    }
    expect(done).toEqual([2, 4, 6, 8, 9]);
    expect(log).toEqual(here(9));
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
    expect(start(run, 8, { cost: 3, isPooled: false })).toHaveLength(8);
    expect(scheduled()).toBe(1);
    turn();
    expect(scheduled()).toBe(0);
    expect(start(run, 9, { cost: 3, isPooled: false })).toHaveLength(8);
  });

  it("give back what they make, and throw what they throw, at once and later", async () => {
    const { run, turn } = eventLoop();
    const fail = (): never => {
      throw new RangeError("no");
    };
    expect(run({ cost: 12, now: () => "now", pooled: null })).toBe("now");
    const later = run({ cost: 24, now: () => "later", pooled: null });
    const failing = run({ cost: 24, now: fail, pooled: null });
    turn();
    turn();
    expect(await later).toBe("later");
    await expect(failing).rejects.toThrow(RangeError);
    turn();
    expect(() => run({ cost: 1, now: fail, pooled: null })).toThrow(RangeError);
  });

  it("take the main thread again when the pool is done, and when it failed", async () => {
    const { run, turn } = eventLoop();
    const job = (pooled: (done: Done<string>) => void) => run({ cost: 24, now: () => "here", pooled });
    const succeed = (done: Done<string>): void => done(null, "pool");
    expect(job(succeed)).toBe("here");
    const waiting = job(succeed);
    expect(await job(succeed)).toBe("pool");
    await expect(job((done) => done(new RangeError("no"), ""))).rejects.toThrow(RangeError);
    const refuse = (): never => {
      throw new RangeError("no");
    };
    await expect(job(refuse)).rejects.toThrow(RangeError);
    turn();
    expect(await waiting).toBe("here");
    turn();
    // Nothing is in the pool, so that the first that comes too late waits, and does not go there.
    expect(job(succeed)).toBe("here");
    const last = job(succeed);
    turn();
    expect(await last).toBe("here");
  });

  it("are all done at once under a test's fake clock, whose turns may never come", () => {
    const fake = Object.assign(() => undefined, { clock: {} });
    for (const isPooled of [true, false]) expect(start(createTurns(fake), 50, { cost: 3, isPooled })).toEqual(here(50));
  });
});
