import { FileSystemError } from "../../errors.js";
import { showPath } from "./paths.js";

const REASONS: ReadonlyMap<string, readonly [reason: string, hint: string]> = new Map([
  ["EACCES", ["permission is denied", "Check who owns it and what its permissions are."]],
  ["EPERM", ["the operation is not permitted", "Check who owns it and what its permissions are."]],
  ["EROFS", ["the file system is read-only", "Choose a place that can be written."]],
  ["ENOSPC", ["the disk is full", "Free some space and run the command again."]],
  ["EDQUOT", ["the disk quota is used up", "Free some space and run the command again."]],
  ["EEXIST", ["a file is in the way", "Move that file away, or choose another path."]],
  ["ENOTDIR", ["a part of the path is a file and not a folder", "Move that file away, or choose another path."]],
  ["EISDIR", ["it is a folder", "Name a file."]],
  ["ENOENT", ["it does not exist", "Check the path."]],
  ["ELOOP", ["its links lead in a circle", "Mend or remove the link."]],
  ["ENAMETOOLONG", ["its name is too long", "Choose a shorter path."]],
  ["EMFILE", ["too many files are open", "Close some programs, or raise the limit on open files."]],
  ["ENFILE", ["too many files are open", "Close some programs, or raise the limit on open files."]],
  ["EBUSY", ["another program is using it", "Close that program, or unmount what is mounted there."]],
  ["EIO", ["the disk reports an error", "Check the disk."]],
]);

/** Returns the system's code of an error, such as `ENOENT`, or null for any other value. */
export function systemCode(error: unknown): string | null {
  if (!(error instanceof Error) || !Object.hasOwn(error, "code")) return null;
  // The line above has shown that there is such a property; what it holds is checked below.
  const code = (error as { readonly code?: unknown }).code;
  return typeof code === "string" ? code : null;
}

/** Returns whether an error says that a file, or a folder on the way to it, is not there. */
export function isAbsence(error: unknown): boolean {
  const code = systemCode(error);
  return code === "ENOENT" || code === "ENOTDIR";
}

/**
 * Returns what the system refused, in plain words; anything that is not the system's is returned as it is.
 *
 * @param file - absolute path of what could not be read or written
 */
export function toFileSystemError(error: unknown, code: "cannot_read" | "cannot_write", file: string): unknown {
  const systemErrorCode = systemCode(error);
  if (systemErrorCode === null || !/^E[A-Z0-9]+$/.test(systemErrorCode)) return error;
  const [reason, hint] = REASONS.get(systemErrorCode) ?? [`the system says ${systemErrorCode}`, undefined];
  const verb = code === "cannot_read" ? "read" : "write";
  const shown = showPath(file);
  return new FileSystemError(code, `Cannot ${verb} ${shown}: ${reason}.`, { at: { file: shown }, hint, cause: error });
}
