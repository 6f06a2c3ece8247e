import fs from "node:fs";
import path from "node:path";

/**
 * Removes a folder that a run has put beside the output, as far as the system lets us: what stays is
 * removed by a later run, and does the package no harm.
 *
 * @param folder - absolute
 */
export function removeFolder(folder: string): void {
  if (tryRemove(folder)) return;
  try {
    unlockFolders(folder);
  } catch {
    return;
  }
  tryRemove(folder);
}

function tryRemove(folder: string): boolean {
  try {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    return true;
  } catch {
    return false;
  }
}

/** A foreign folder keeps its mode, and nothing can be removed from a read-only one. */
function unlockFolders(folder: string): void {
  fs.chmodSync(folder, 0o700);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) unlockFolders(path.join(folder, entry.name));
  }
}
