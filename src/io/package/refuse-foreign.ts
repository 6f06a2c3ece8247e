import path from "node:path";
import { FileSystemError } from "../../errors.js";
import { digestOf } from "../files/file-digest.js";
import { showPath } from "../files/paths.js";
import type { FoundFile, FoundObstacle, PackageOnDisk } from "./read-package.js";

/**
 * Throws unless a package can be written without destroying what claimsmith did not write.
 *
 * Without a manifest the folder has never been an output, and a file in it that would be overwritten with
 * something else is somebody's. With one, the folder is claimsmith's: a file that the manifest does not list may
 * come from a merge of two branches, and is replaced. A folder where a file must go is never removed.
 *
 * @param output - absolute path of the output folder
 * @param existing - what stands there
 * @param wanted - path relative to the output, with `/`, to text
 * @throws {FileSystemError} `cannot_write`
 */
export function refuseForeign(output: string, existing: PackageOnDisk, wanted: ReadonlyMap<string, string>): void {
  for (const [file, text] of wanted) {
    const entry = existing.found.get(file);
    if (entry === undefined || !isInTheWay(entry, file, text, existing)) continue;
    const place = showPath(path.join(output, entry.kind === "file" ? file : entry.place));
    const what = entry.kind === "file" ? "a file that claimsmith did not write" : `a ${entry.what}`;
    const isUnderneath = entry.kind === "obstacle" && entry.place !== file;
    throw new FileSystemError(
      "cannot_write",
      `${place} is ${what}, where ${isUnderneath ? "a folder of the package" : "a file of the package"} must go.`,
      { at: { file: place }, hint: "Move it away, or name another folder as `output`." },
    );
  }
}

function isInTheWay(entry: FoundFile | FoundObstacle, file: string, text: string, existing: PackageOnDisk): boolean {
  if (entry.kind === "file") return existing.manifest === null && entry.sha256 !== digestOf(text);
  // A link at the file's own name holds nothing of its own.
  return existing.manifest === null || entry.what !== "link" || entry.place !== file;
}
