import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";

/**
 * Where a program is that not every machine has; null where it is missing, after saying what is therefore not run.
 *
 * @throws {TypeError} where CLAIMSMITH_REQUIRE_PROGRAMS is 1, as in CI: there, what is missing is a failure
 */
export function findProgram(name: string, notRun: string): string | null {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter).filter((folder) => folder !== "");
  const found = folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
  if (found !== undefined) return found;
  if (process.env["CLAIMSMITH_REQUIRE_PROGRAMS"] === "1") throw new TypeError(`There is no ${name} on this machine.`);
  console.log(`not run: ${notRun}, since there is no ${name} here`);
  return null;
}
