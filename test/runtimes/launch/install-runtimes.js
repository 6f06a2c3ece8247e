import { fileURLToPath } from "node:url";
import { installByLock } from "../../../scripts/install-by-lock.js";

/**
 * Installs the runtimes' packages.
 *
 * @returns whether they are there
 */
export function installRuntimes() {
  return installByLock(fileURLToPath(new URL("..", import.meta.url)));
}
