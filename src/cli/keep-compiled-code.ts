import nodeModule from "node:module";
import path from "node:path";
import { findCacheFolder } from "../io/package/cache-folder.js";
import { PACKAGE_ROOT } from "../io/package-root.js";

/**
 * Has Node keep the compiled form of the files that are loaded from now on, where it can (22.1 and later).
 *
 * Compiled code is as good as code, so it is kept where this package is installed: who can write there can change the
 * package itself. Node's own choice is a folder for temporary files, which all users of a machine share.
 */
export function keepCompiledCode(): void {
  // The types are those of the oldest Node that we run on.
  const enable: unknown = Reflect.get(nodeModule, "enableCompileCache");
  // Where the folder cannot be written it says so in its result, and nothing is kept.
  if (typeof enable === "function") enable(path.join(findCacheFolder(PACKAGE_ROOT), "code"));
}
