import fs from "node:fs";

/** The names under which a system offers what a process was started with. */
const DESCRIPTOR = /^\/(?:dev|proc\/self)\/fd\/(\d{1,9})$/;

/**
 * What comes out of a descriptor that was handed to this process under a name, as a shell does for `<(command)`; null for
 * every other path, and where it is a file, which is read as one. A pipe with a name of its own is not among them: it may
 * have nobody who writes to it, and would be waited for without end.
 *
 * @param file - absolute path
 */
export function openDescriptor(file: string): AsyncIterable<Uint8Array | string> | null {
  const number = file === "/dev/stdin" ? "0" : DESCRIPTOR.exec(file)?.[1];
  if (number === undefined) return null;
  try {
    const fd = Number(number);
    // Read as it stands: opened once more by its name, a socket would be refused.
    return fs.fstatSync(fd).isFile() ? null : fs.createReadStream(file, { fd, autoClose: false });
  } catch {
    return null; // Whoever reads it under its name says that it is not there.
  }
}
