/** The promise of what a function of Node gives to its callback. */
export declare function settle<Value>(begin: (done: (error: Error | null, value: Value) => void) => void): Promise<Value>;
