import fs from "node:fs";
import path from "node:path";
import { digestOf } from "./files/file-digest.js";
import { listFiles } from "./files/list-files.js";
import { compareCodeUnits } from "./files/paths.js";
import { PACKAGE_ROOT } from "./package-root.js";

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
  const version = fs.readFileSync(path.join(PACKAGE_ROOT, "package.json"), "utf8");
  // A build has all its code beside this very file; what is copied into packages is beside that folder, and in the sources.
  const own = path.relative(PACKAGE_ROOT, import.meta.dirname);
  const folders = new Set([own, path.join(own, "../runtime"), path.join("src", "runtime")]);
  const files = ["package.json", "schemas/iana-jwt.schema.json", ...[...folders].flatMap(codeFiles)];
  return digestOf([version, ...files.map(describeFile)].join("\n"));
}

function codeFiles(folder: string): readonly string[] {
  try {
    const names = listFiles(path.join(PACKAGE_ROOT, folder)).filter((name) => /\.c?[jt]s$/.test(name));
    return names.sort(compareCodeUnits).map((name) => `${folder}/${name}`);
  } catch {
    return []; // Whoever needs the folder will say that it is missing.
  }
}

function describeFile(name: string): string {
  // PACKAGE_ROOT ends with a separator, and joining some hundred paths would take as long as asking for them.
  const stat = fs.statSync(`${PACKAGE_ROOT}${name}`, { throwIfNoEntry: false });
  return stat === undefined ? `${name} -` : `${name} ${stat.size} ${stat.mtimeMs}`;
}
