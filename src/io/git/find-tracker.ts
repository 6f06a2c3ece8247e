import fs from "node:fs";
import path from "node:path";
import { findWorkTree } from "../files/work-tree.js";
import { isIgnored } from "./git.js";

/**
 * Returns the git work tree that tracks a file or would take it with `git add .`; null where none does. A work tree of which
 * git does not say that it ignores the file counts as one that tracks it.
 *
 * @param file - absolute path; neither it nor its folder has to exist
 * @throws {FileSystemError} `cannot_read` where there is a work tree and git cannot be run
 */
export function findTracker(file: string): string | null {
  const resolved = resolveLinks(file);
  const root = findWorkTree(path.dirname(resolved));
  if (!fs.existsSync(path.join(root, ".git"))) return null;
  return isIgnored(root, resolved) ? null : root;
}

/** The path without links, as far as it exists: a link outside a work tree may lead into it. */
function resolveLinks(file: string): string {
  const parent = path.dirname(file);
  if (parent === file) return file;
  const folder = fs.existsSync(parent) ? fs.realpathSync(parent) : resolveLinks(parent);
  return path.join(folder, path.basename(file));
}
