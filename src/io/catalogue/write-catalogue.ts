import fs from "node:fs";
import path from "node:path";
import { PAGE_MARK } from "../../docs/page-mark.js";
import { FileSystemError, UsageError } from "../../errors.js";
import { isInside, showPath } from "../files/paths.js";
import { isAbsence, toFileSystemError } from "../files/system-error.js";
import { healPackage } from "../package/heal-package.js";
import { MANIFEST_NAME, parseManifest } from "../package/package-manifest.js";
import { type WriteResult, writePackage } from "../package/write-package.js";

/** Where a catalogue goes, and what it has to keep away from. */
export interface CatalogueTarget {
  /** Absolute path of the folder; made where it does not exist. */
  readonly folder: string;
  /** Absolute path of the config file. */
  readonly config: string;
  /** Absolute path of the generated package. */
  readonly packageFolder: string;
}

/**
 * Makes a folder hold exactly these files, beside what somebody else put there later; all or nothing, as
 * {@link writePackage} does it. The folder has to be the catalogue's own: new, empty, or written by an earlier run; and where a
 * page must go, no file of somebody else may stand.
 *
 * @param files - path relative to the folder, with `/`, to text
 * @param inputs - SHA-256 (hex) of all inputs
 * @throws {UsageError} `invalid_option` where the folder is somebody else's
 * @throws {FileSystemError} `cannot_read`, `cannot_write`, `not_a_folder`
 */
export function writeCatalogue(
  target: CatalogueTarget,
  files: ReadonlyMap<string, string>,
  inputs: string,
): WriteResult {
  const { folder } = target;
  refuseProject(target);
  refuseLink(folder);
  // What a killed run has left comes first: it may be this folder's own content.
  healPackage(folder);
  refuseForeignFolder(folder, files);
  return writePackage(folder, files, { inputs, within: path.dirname(folder) });
}

function refuseProject({ folder, config, packageFolder }: CatalogueTarget): void {
  if (isInside(folder, config)) throw foreign(folder, "holds the config, and would be replaced");
  const isPackage = isInside(packageFolder, folder) || isInside(folder, packageFolder);
  if (isPackage) throw foreign(folder, "is where the generated package stands");
}

function refuseLink(folder: string): void {
  const stat = lstat(folder);
  if (stat === undefined || stat.isDirectory()) return;
  if (stat.isSymbolicLink()) throw foreign(folder, "is a link");
  throw new FileSystemError("not_a_folder", `${showPath(folder)} is a file, and the catalogue needs a folder there.`, {
    at: { file: showPath(folder) },
    expected: "a folder, or nothing",
    hint: "Move the file away, or name another folder with `--out`.",
  });
}

function refuseForeignFolder(folder: string, files: ReadonlyMap<string, string>): void {
  const names = namesIn(folder);
  if (names.length === 0) return;
  if (!names.includes(MANIFEST_NAME)) throw foreign(folder, "holds files that are not the catalogue's");
  const manifest = readManifest(path.join(folder, MANIFEST_NAME));
  // A package lists its own; one whose manifest cannot be read has it all the same.
  const isPackage = manifest === null ? names.includes("package.json") : manifest.files.has("package.json");
  if (isPackage) throw foreign(folder, "holds a generated package");
  for (const [file, text] of files) {
    if (manifest?.files.has(file) !== true) refuseForeignFile(path.join(folder, file), text);
  }
}

/** A page that no manifest lists may come from a merge; a file that somebody else has put there is theirs. */
function refuseForeignFile(file: string, wanted: string): void {
  if (lstat(file)?.isFile() !== true) return;
  const text = readText(file);
  if (text === wanted || text.includes(PAGE_MARK)) return;
  throw new FileSystemError(
    "cannot_write",
    `${showPath(file)} is a file that claimsmith did not write, where a page of the catalogue must go.`,
    { at: { file: showPath(file) }, hint: "Move it away, or name another folder with `--out`." },
  );
}

function readManifest(file: string): ReturnType<typeof parseManifest> {
  return parseManifest(readText(file));
}

function readText(file: string): string {
  try {
    return fs.readFileSync(file, "utf8");
  } catch (error) {
    throw toFileSystemError(error, "cannot_read", file);
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    if (isAbsence(error)) return [];
    throw toFileSystemError(error, "cannot_read", folder);
  }
}

function lstat(file: string): fs.Stats | undefined {
  try {
    return fs.lstatSync(file, { throwIfNoEntry: false });
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw toFileSystemError(error, "cannot_read", file);
  }
}

function foreign(folder: string, why: string): UsageError {
  return new UsageError("invalid_option", `The catalogue cannot be written to ${showPath(folder)}: it ${why}.`, {
    at: { file: showPath(folder) },
    expected: "a folder of the catalogue's own: a new one, an empty one, or that of an earlier run",
    hint: "Name another folder with `--out`.",
  });
}
