/** The promise of what a function of Node gives to its callback. */
export function settle<Value>(begin: (done: (error: Error | null, value: Value) => void) => void): Promise<Value> {
  return new Promise((resolve, reject) => {
    begin((error, value) => {
      if (error === null || error === undefined) resolve(value);
      else reject(error);
    });
  });
}
