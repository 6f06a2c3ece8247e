/** What Node calls when work in its thread pool is done. */
export type Done<Value> = (error: Error | null, value: Value) => void;
/** A piece of work on the main thread, or where it can be done there, in the thread pool. */
export interface Job<Value> {
    /** How long it takes, in the unit of the budget of a turn, which is 24. */
    readonly cost: number;
    readonly now: () => Value;
    /** Hands it to the pool; null where the pool is not worth its price, or there is none. */
    readonly pooled: ((done: Done<Value>) => void) | null;
}
/** Does jobs so that the event loop never waits long. */
export type RunJob = <Value>(job: Job<Value>) => Value | Promise<Value>;
/**
 * Makes what spreads jobs over the turns of the event loop. A turn's first jobs are done at once, which is fastest for
 * requests that come one after another. One more waits for the next turn; what comes on top of that goes to the thread
 * pool, which is fastest for many at a time, and so does a job that takes longer than a turn. Jobs that come together, with nobody
 * waiting for one before the next begins, are known before the turn's budget is spent: the pool gets them sooner.
 *
 * @param setImmediate - the platform's; a test's fake clock is recognized, and not waited for
 */
export declare function createTurns(setImmediate: (task: () => void) => unknown): RunJob;
