import fs from "node:fs";
import { pause } from "../files/pause.js";
import { removeFolder } from "../files/remove-folder.js";
import { systemCode, toFileSystemError } from "../files/system-error.js";
import { findSiblings, isAbandoned, type PackageSibling } from "./package-siblings.js";
import { folderIdentity, removeBackup } from "./remove-backup.js";

/** The two renames of a swap are this close together even on a busy machine. Milliseconds. */
const LONGEST_SWAP = 2_000;

/**
 * Puts right what a killed run has left beside an output: brings back a package that was taken away and
 * not yet replaced, carries over what was put into a replaced one, and removes the rest. What a live run
 * is using stays.
 *
 * @param output - absolute path of the output folder
 * @throws {FileSystemError} `cannot_read`, `cannot_write`
 */
export function healPackage(output: string): void {
  const siblings = findSiblings(output);
  try {
    for (const sibling of siblings) {
      if (sibling.kind === "stage" && isAbandoned(sibling)) removeFolder(sibling.folder);
    }
    const backups = siblings.filter(({ kind }) => kind === "backup");
    const newest = backups.at(-1);
    if (newest !== undefined && folderIdentity(output) === null) restore(newest, output);
    if (folderIdentity(output) === null) return;
    for (const backup of backups) {
      if (isAbandoned(backup) && fs.existsSync(backup.folder)) removeBackup(backup.folder, output);
    }
  } catch (error) {
    throw toFileSystemError(error, "cannot_write", output);
  }
}

function restore(backup: PackageSibling, output: string): void {
  // A live run is about to put the new package there, unless its number has passed to another program.
  const deadline = Date.now() + (isAbandoned(backup) ? 0 : LONGEST_SWAP);
  while (Date.now() < deadline) {
    pause(5);
    if (folderIdentity(output) !== null) return;
  }
  try {
    fs.renameSync(backup.folder, output);
  } catch (error) {
    // Another run has put a package there, or has brought back this one.
    if (!["ENOENT", "EEXIST", "ENOTEMPTY"].includes(systemCode(error) ?? "")) throw error;
  }
}
