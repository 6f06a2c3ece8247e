import fs from "node:fs";
import path from "node:path";
import { digestOf } from "./file-digest.js";
import { PACKAGE_ROOT } from "./package-root.js";
import { compareCodeUnits } from "./paths.js";

/**
 * Returns an id (hex) of the code that is running, which changes when the package is upgraded or built again.
 *
 * It is taken from the version and from the names, sizes and times of the package's files: an installed
 * package keeps its times from the tarball but changes its version, a build in a checkout does the reverse.
 * Reading a few hundred directory entries takes a millisecond or two, hashing their content would take twenty.
 */
export function identifyGenerator(): string {
  known ??= computeId();
  return known;
}

/** Kept, since a build during a long run does not change the code that is loaded. */
let known: string | undefined;

function computeId(): string {
  const entries = [describeFile("package.json"), describeFile("schemas/iana-jwt.schema.json")];
  // The folder that this very file is in, `dist` or `src`, and what is copied into packages.
  const own = path.relative(PACKAGE_ROOT, path.join(import.meta.dirname, ".."));
  for (const folder of new Set([own, "src/runtime"])) entries.push(...describeFolder(folder));
  const version = fs.readFileSync(path.join(PACKAGE_ROOT, "package.json"), "utf8");
  return digestOf([version, ...entries].join("\n"));
}

function describeFolder(folder: string): string[] {
  let entries: fs.Dirent[];
  try {
    entries = fs.readdirSync(path.join(PACKAGE_ROOT, folder), { withFileTypes: true });
  } catch {
    return [];
  }
  return entries
    .sort((first, second) => compareCodeUnits(first.name, second.name))
    .flatMap((entry) => {
      const name = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return describeFolder(name);
      return /\.[jt]s$/.test(name) &&
        (folder === "src/runtime" || !name.endsWith(".d.ts") || name.includes("/runtime/"))
        ? [describeFile(name)]
        : [];
    });
}

function describeFile(name: string): string {
  const stat = fs.statSync(path.join(PACKAGE_ROOT, name), { throwIfNoEntry: false });
  return stat === undefined ? `${name} -` : `${name} ${stat.size} ${stat.mtimeMs}`;
}
