import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { REPOSITORY } from "./project.js";

/** A folder of the external test data; null where there is none, and tests that need it are not run. */
export function testData(folder: string): string | null {
  const found = path.join(process.env["CLAIMSMITH_TEST_DATA"] ?? path.join(REPOSITORY, "../shared"), folder);
  return existsSync(found) ? found : null;
}
