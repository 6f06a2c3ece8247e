import { testData } from "./test-data.js";

/** What others wrote, which tests read where it is at hand. */
const FOLDERS = ["json-schema-suite", "vectors/wycheproof", "diff-cases", "real-tokens", "data"];

/** Says before the tests which of them cannot run; a skipped test alone is easily overlooked. */
export function setup(): void {
  const missing = FOLDERS.filter((folder) => testData(folder) === null);
  if (missing.length === 0) return;
  console.log(
    `not run: what reads ${missing.join(", ")}, since there is no such test data (CLAIMSMITH_TEST_DATA names its folder)`,
  );
}
