/** What is needed of a test runner: vitest, jest and `node:test` have it. */
export interface TestRunner {
    describe(name: string, run: () => void): unknown;
    it(name: string, run: () => Promise<void>): unknown;
}
/**
 * The test runner that this runs in: the globals of vitest and jest, vitest without globals, else `node:test`.
 *
 * @throws {TypeError} where there is none; says what to pass
 */
export declare function findTestRunner(): Promise<TestRunner>;
