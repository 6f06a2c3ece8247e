// What of the compiler's output is published beside the bundled files.
import { readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/**
 * Removes from a folder what nobody can import: modules that are in a bundled file, and declarations that neither
 * `index.d.ts` nor the runtime leads to.
 *
 * @param bundled - the bundled files with their maps, relative to the folder
 */
export function keepPublished(folder, bundled) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const isRuntime = (file) => file.startsWith(path.join(folder, "runtime") + path.sep);
  const declarations = reachable(path.join(folder, "index.d.ts"));
  const kept = new Set([...declarations, ...bundled.map((name) => path.join(folder, name))]);
  for (const file of files) if (!kept.has(file) && !isRuntime(file)) rmSync(file);
  removeEmptyFolders(folder);
}

/** A declaration file and all those that it names, directly or not. */
function reachable(first) {
  const found = new Set([first]);
  for (const file of found) {
    for (const { fileName } of ts.preProcessFile(readFileSync(file, "utf8")).importedFiles) {
      if (fileName.startsWith(".")) found.add(path.resolve(path.dirname(file), fileName.replace(/\.js$/, ".d.ts")));
    }
  }
  return found;
}

function removeEmptyFolders(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) removeEmptyFolders(path.join(folder, entry.name));
  }
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
