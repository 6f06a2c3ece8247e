import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("..", import.meta.url));
/** The lock file that the installed packages were installed by. */
const STAMP = path.join(FOLDER, "node_modules/.installed-by.json");

/**
 * Installs the runtimes' packages by the lock file, where that was not done before.
 *
 * @returns whether they are there
 */
export function installRuntimes() {
  const lock = readFileSync(path.join(FOLDER, "package-lock.json"), "utf8");
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === lock) return true;
  // Binaries come with their packages, so no script of theirs has to run.
  const words = ["ci", "--prefix", FOLDER, "--ignore-scripts", "--no-audit", "--no-fund"];
  const { status } = spawnSync("npm", words, { stdio: ["ignore", process.stderr, process.stderr] });
  if (status !== 0) return false;
  writeFileSync(STAMP, lock);
  return true;
}
