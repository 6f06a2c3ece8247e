import path from "node:path";
import { fileURLToPath } from "node:url";
import { installByLock } from "../../../scripts/install-by-lock.js";

const FOLDER = fileURLToPath(new URL("..", import.meta.url));

/** The packages of the frameworks, once they are installed. */
export const FRAMEWORKS = path.join(FOLDER, "node_modules");

/**
 * Installs the frameworks.
 *
 * @returns whether they are there
 */
export function installFrameworks() {
  return installByLock(FOLDER);
}
