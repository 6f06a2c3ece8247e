/** What is needed of a test runner: vitest, jest and `node:test` have it. */
export interface TestRunner {
    describe(name: string, run: () => void): unknown;
    it(name: string, run: () => Promise<void>): unknown;
}
/** The functions of vitest or jest that are global; null where there are none. */
export declare function globalTestRunner(): TestRunner | null;
/**
 * The test runner that this runs in, where it has no globals: vitest, jest, else `node:test`.
 *
 * @throws {TypeError} where there is none; says what to pass
 */
export declare function importTestRunner(): Promise<TestRunner>;
