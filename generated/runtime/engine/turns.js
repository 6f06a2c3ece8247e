/** What is done at once in each turn of the event loop: some five hundred microseconds on a machine of 2025. */
const BUDGET = 24;
/** What of that is done at once for jobs that come together, where the pool could have begun with them. */
const TOGETHER = 6;
/**
 * Makes what spreads jobs over the turns of the event loop. A turn's first jobs are done at once, which is fastest for
 * requests that come one after another. One more waits for the next turn; what comes on top of that goes to the thread
 * pool, which is fastest for many at a time, and so does a job that takes longer than a turn. Jobs that come together, with nobody
 * waiting for one before the next begins, are known before the turn's budget is spent: the pool gets them sooner.
 *
 * @param setImmediate - the platform's; a test's fake clock is recognized, and not waited for
 */
export function createTurns(setImmediate) {
    let spent = 0;
    let together = 0;
    let inPool = 0;
    const waiting = [];
    const isFaked = Object.hasOwn(setImmediate, "clock");
    const fits = (cost) => spent === 0 || spent + cost <= BUDGET;
    function take({ cost, now, pooled }) {
        if (spent === 0)
            setImmediate(beginTurn);
        spent += cost;
        if (pooled !== null) {
            // A caller who waits for this job goes on after the microtasks that are due.
            if (together === 0)
                void Promise.resolve().then(endStretch);
            together += cost;
        }
        return now();
    }
    function endStretch() {
        together = 0;
    }
    function beginTurn() {
        spent = 0;
        while (waiting.length > 0 && fits(1))
            waiting.shift()?.();
    }
    function wait(job) {
        return new Promise((resolve, reject) => {
            waiting.push(() => {
                try {
                    resolve(take(job));
                }
                catch (cause) {
                    reject(cause);
                }
            });
        });
    }
    function leave(pooled) {
        return new Promise((resolve, reject) => {
            pooled((error, value) => {
                inPool--;
                if (error)
                    reject(error);
                else
                    resolve(value);
            });
            inPool++;
        });
    }
    return (job) => {
        const { cost, now, pooled } = job;
        if (isFaked)
            return now();
        if (pooled !== null && cost > BUDGET)
            return leave(pooled);
        const isCrowd = pooled !== null && together > 0 && together + cost > TOGETHER;
        if (waiting.length === 0 && fits(cost) && !isCrowd)
            return take(job);
        return pooled !== null && (waiting.length > 0 || inPool > 0) ? leave(pooled) : wait(job);
    };
}
