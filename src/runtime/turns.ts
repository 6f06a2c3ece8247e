/** A piece of work on the main thread, or where it can be done there, in the thread pool. */
export interface Job<Value> {
  /** How long it takes, in the unit of the budget of a turn, which is 12. */
  readonly cost: number;
  readonly now: () => Value;
  /** Null where the pool is not worth its price, or there is none. */
  readonly pooled: (() => Promise<Value>) | null;
}

/** Does jobs so that the event loop never waits long. */
export type RunJob = <Value>(job: Job<Value>) => Value | Promise<Value>;

/** What is done at once in each turn of the event loop: some three hundred microseconds on a machine of 2025. */
const BUDGET = 12;

/**
 * Makes what spreads jobs over the turns of the event loop. A turn's first jobs are done at once, which is fastest for
 * requests that come one after another. One more waits for the next turn; what comes on top of that goes to the thread
 * pool, which is fastest for many at a time, and so does a job that takes longer than a turn.
 *
 * @param setImmediate - the platform's; a test's fake clock is recognized, and not waited for
 */
export function createTurns(setImmediate: (task: () => void) => unknown): RunJob {
  let spent = 0;
  let inPool = 0;
  const waiting: (() => void)[] = [];
  const isFaked = Object.hasOwn(setImmediate, "clock");

  const fits = (cost: number): boolean => spent === 0 || spent + cost <= BUDGET;

  function take<Value>({ cost, now }: Job<Value>): Value {
    if (spent === 0 && !isFaked) setImmediate(beginTurn);
    spent += isFaked ? 0 : cost;
    return now();
  }

  function beginTurn(): void {
    spent = 0;
    while (waiting.length > 0 && fits(1)) waiting.shift()?.();
  }

  function wait<Value>(job: Job<Value>): Promise<Value> {
    return new Promise((resolve, reject) => {
      waiting.push(() => {
        try {
          resolve(take(job));
        } catch (cause) {
          reject(cause);
        }
      });
    });
  }

  async function pool<Value>(pooled: () => Promise<Value>): Promise<Value> {
    inPool++;
    try {
      return await pooled();
    } finally {
      inPool--;
    }
  }

  return (job) => {
    if (job.pooled !== null && job.cost > BUDGET && !isFaked) return pool(job.pooled);
    if (waiting.length === 0 && fits(job.cost)) return take(job);
    const isCrowded = waiting.length > 0 || inPool > 0;
    return job.pooled !== null && isCrowded ? pool(job.pooled) : wait(job);
  };
}
