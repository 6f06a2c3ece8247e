// Installs the packages of a folder of tests that has its own lock file.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

/**
 * Installs what the lock file of a folder names, where that was not done before. No script of a package is run: binaries come
 * with their packages.
 *
 * @param {string} folder
 * @returns {boolean} whether the packages are there
 */
export function installByLock(folder) {
  const lock = readFileSync(path.join(folder, "package-lock.json"), "utf8");
  // The lock file that the installed packages were installed by.
  const stamp = path.join(folder, "node_modules/.installed-by.json");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return true;
  const words = ["ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund"];
  const { status } = spawnSync("npm", words, { stdio: ["ignore", process.stderr, process.stderr] });
  if (status !== 0) return false;
  writeFileSync(stamp, lock);
  return true;
}
