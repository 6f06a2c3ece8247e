/**
 * The test runner that this runs in: the globals of vitest and jest, vitest without globals, else `node:test`.
 *
 * @throws {TypeError} where there is none; says what to pass
 */
export async function findTestRunner() {
    const runner = asRunner(globalThis) ?? asRunner(await importRunner(isVitest() ? "vitest" : "node:test"));
    if (runner !== null)
        return runner;
    throw new TypeError("No test runner was found. Pass its functions: { describe, it }.");
}
function asRunner(value) {
    if (typeof value !== "object" || value === null)
        return null;
    const describe = Reflect.get(value, "describe");
    const it = Reflect.get(value, "it");
    if (typeof describe !== "function" || typeof it !== "function")
        return null;
    return { describe: (name, run) => describe(name, run), it: (name, run) => it(name, run) };
}
function isVitest() {
    return Reflect.has(globalThis, "__vitest_worker__");
}
/** The name is no literal, so that no bundler and no compiler looks for what is only there in tests. */
async function importRunner(name) {
    try {
        return await import(/* @vite-ignore */ name);
    }
    catch {
        return null;
    }
}
