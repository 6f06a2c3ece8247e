import fs from "node:fs";
import { pause } from "../files/pause.js";
import { systemCode } from "../files/system-error.js";
import { newSibling } from "./package-siblings.js";
import { removeBackup } from "./remove-backup.js";

const MAX_ATTEMPTS = 100;

/**
 * Puts a complete package in the output's place by two renames with nothing between them: the old one
 * away, the new one in. A kill between the two leaves no output and a backup, which healPackage brings back.
 *
 * @param stage - absolute path of the complete new package
 * @param output - absolute path of the output folder, beside it
 * @throws the errors of node:fs; the old package is then back in its place
 */
export function swapPackage(stage: string, output: string): void {
  const backups: string[] = [];
  for (let attempt = 1; ; attempt++) {
    const backup = takeAway(output);
    if (backup !== null) backups.push(backup);
    try {
      fs.renameSync(stage, output);
      break;
    } catch (error) {
      const isTaken = ["EEXIST", "ENOTEMPTY"].includes(systemCode(error) ?? "");
      if (!isTaken || attempt === MAX_ATTEMPTS) {
        if (!isTaken) putBack(backups, output);
        throw error;
      }
      // Another run put its package there between our two renames. Both are complete; the later one counts.
      pause(Math.random() * 5);
    }
  }
  for (const backup of backups) removeBackup(backup, output);
}

function takeAway(output: string): string | null {
  const backup = newSibling(output, "backup");
  try {
    fs.renameSync(output, backup);
    return backup;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}

function putBack(backups: string[], output: string): void {
  const newest = backups.pop();
  if (newest === undefined) return;
  try {
    fs.renameSync(newest, output);
  } catch {
    // Whatever refused the new package refuses the old one too. The backup stays for healPackage.
  }
}
