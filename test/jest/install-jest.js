import { fileURLToPath } from "node:url";
import { installByLock } from "../../scripts/install-by-lock.js";

/** The folder in which jest is installed. */
export const JEST = fileURLToPath(new URL(".", import.meta.url));

/**
 * Installs jest.
 *
 * @returns whether it is there
 */
export function installJest() {
  return installByLock(JEST);
}
