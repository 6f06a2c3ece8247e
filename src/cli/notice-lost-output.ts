import process from "node:process";
import { toFileSystemError } from "../io/files/system-error.js";
import { reportingErrors } from "./fail.js";
import type { Terminal } from "./terminal.js";

/**
 * Takes note of results that could not be written, such as to a file on a full disk. A reader that went away
 * (`claimsmith … | head`) is no fault of ours. Of what fails on stderr nothing can be said any more, and nothing is made of
 * it: the exit code stands.
 *
 * @param open - where it is said
 * @param lost - called once, as soon as a result is lost
 */
export function noticeLostOutput(open: () => Terminal, lost: () => void): void {
  let isLost = false;
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE" || isLost) return;
    isLost = true;
    lost();
    void reportingErrors(
      open(),
      () => null,
      () => Promise.reject(toFileSystemError(error, "cannot_write", "standard output")),
    );
  });
  process.stderr.on("error", () => {});
}
