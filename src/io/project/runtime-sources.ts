import fs from "node:fs";
import path from "node:path";
import { FileSystemError } from "../../errors.js";
import { listFiles } from "../files/list-files.js";
import { compareCodeUnits } from "../files/paths.js";
import { PACKAGE_ROOT } from "../package-root.js";

/**
 * Returns the runtime that each generated package carries: path in it to text, sorted by code unit.
 *
 * @param emit - `ts`: this package's sources as they stand; `js`: the modules and declarations built from them
 * @throws {FileSystemError} `cannot_read`, when this installation is incomplete
 */
export function readRuntime(emit: "js" | "ts"): Map<string, string> {
  const folder = path.join(PACKAGE_ROOT, emit === "ts" ? "src" : "dist", "runtime");
  const isWanted = (name: string): boolean =>
    emit === "ts" ? name.endsWith(".ts") : name.endsWith(".js") || name.endsWith(".d.ts");
  try {
    const names = listFiles(folder).filter(isWanted).sort(compareCodeUnits);
    if (names.length > 0) {
      return new Map(names.map((name) => [name, fs.readFileSync(path.join(folder, name), "utf8")]));
    }
  } catch (cause) {
    throw incompleteInstallation(emit, cause);
  }
  throw incompleteInstallation(emit, undefined);
}

function incompleteInstallation(emit: "js" | "ts", cause: unknown): FileSystemError {
  const file = `${emit === "ts" ? "src" : "dist"}/runtime`;
  return new FileSystemError("cannot_read", `The runtime's files are missing from claimsmith's own folder ${file}.`, {
    at: { file },
    hint: "Install claimsmith again; in a checkout of it, run `npm run build`.",
    cause,
  });
}
