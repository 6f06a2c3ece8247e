import fs from "node:fs";
import { FileSystemError } from "../../errors.js";
import { showPath } from "../files/paths.js";
import { systemCode } from "../files/system-error.js";

/** What a file system answers that has no hard links, not here, or not for this file. */
const NO_LINKS: ReadonlySet<string> = new Set([
  "EPERM",
  "EACCES",
  "ENOTSUP",
  "EOPNOTSUPP",
  "ENOSYS",
  "EXDEV",
  "EMLINK",
  "EINVAL",
]);

/**
 * Puts a file of the old package into the new one: the same file under a second name, so that its content,
 * times, mode and owner stay. A symbolic link is made again as it is. Where there are no hard links, a copy with
 * the times and mode of the original takes its place.
 *
 * @param from - absolute path of a file or link; never a folder
 * @param to - absolute path, not yet taken
 */
export function keepEntry(from: string, to: string): void {
  const stat = fs.lstatSync(from);
  if (stat.isSymbolicLink()) {
    fs.symlinkSync(fs.readlinkSync(from), to);
    return;
  }
  try {
    fs.linkSync(from, to);
  } catch (error) {
    if (!NO_LINKS.has(systemCode(error) ?? "")) throw error;
    if (!stat.isFile()) {
      throw new FileSystemError("cannot_write", `Cannot keep ${showPath(from)}: it is a device, pipe or socket.`, {
        at: { file: showPath(from) },
        hint: "Move it out of the output folder.",
        cause: error,
      });
    }
    fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL | fs.constants.COPYFILE_FICLONE);
    fs.chmodSync(to, stat.mode);
    fs.utimesSync(to, stat.atime, stat.mtime);
  }
}
