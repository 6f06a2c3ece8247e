import fs from "node:fs";
import path from "node:path";

/**
 * Returns the folder that references between schema files must stay in: the git work tree that holds a
 * folder, or the folder itself where there is none.
 *
 * @param folder - absolute, with links resolved
 */
export function findWorkTree(folder: string): string {
  for (let candidate = folder; ; candidate = path.dirname(candidate)) {
    // A file in a linked work tree or a submodule, else a folder.
    if (fs.existsSync(path.join(candidate, ".git"))) return candidate;
    if (candidate === path.dirname(candidate)) return folder;
  }
}
