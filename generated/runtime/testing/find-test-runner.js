/** The functions of vitest or jest that are global; null where there are none. */
export function globalTestRunner() {
    return asRunner(globalThis);
}
/**
 * The test runner that this runs in, where it has no globals: vitest, jest, else `node:test`.
 *
 * @throws {TypeError} where there is none; says what to pass
 */
export async function importTestRunner() {
    const runner = asRunner(await importRunner(runnerModule()));
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
function runnerModule() {
    if (Reflect.has(globalThis, "__vitest_worker__"))
        return "vitest";
    return isJest() ? "@jest/globals" : "node:test";
}
function isJest() {
    try {
        return process.env.JEST_WORKER_ID !== undefined;
    }
    catch {
        // No process, or one whose environment may not be read.
        return false;
    }
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
