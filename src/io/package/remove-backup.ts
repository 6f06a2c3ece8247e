import fs from "node:fs";
import path from "node:path";
import { removeFolder } from "../files/remove-folder.js";
import { isAbsence, systemCode } from "../files/system-error.js";
import { keepEntry } from "./keep-entry.js";
import { MANIFEST_NAME, type PackageManifest, parseManifest } from "./package-manifest.js";
import { newSibling } from "./package-siblings.js";

/** What another run causes by swapping the output or by healing the same backup; a second look finds the truth. */
const RACE = ["EEXIST", "ENOENT"];

/**
 * Removes a package that another has replaced, once everything in it that claimsmith did not write is
 * in its successor: what somebody put there, or saved again, while the successor was being built.
 *
 * @param backup - absolute path of the replaced package
 * @param output - absolute path of its successor
 * @throws the errors of node:fs, when an entry cannot be carried over; the backup is then still there
 */
export function removeBackup(backup: string, output: string): void {
  const generated = new Set([MANIFEST_NAME, ...listedIn(backup), ...listedIn(output)]);
  // Another run may swap the output meanwhile; what was carried into the folder it took away is in its
  // own backup, which it carries over in its turn, unless it had looked already. Hence the second look.
  for (let before = folderIdentity(output), attempt = 0; attempt < 20; attempt++) {
    carryOver(backup, output, "", generated);
    const after = folderIdentity(output);
    if (after !== null && after === before) break;
    before = after;
  }
  discard(backup, output);
}

/**
 * Half removed, a backup may have lost its manifest and still hold generated files, which the next run would then
 * take for foreign. Under the name of a stage it is only ever removed.
 */
function discard(backup: string, output: string): void {
  const rubbish = newSibling(output, "stage");
  try {
    fs.renameSync(backup, rubbish);
  } catch {
    // Another run was quicker; or the system refuses, and a later run removes it. The package is whole either way.
    return;
  }
  removeFolder(rubbish);
}

function listedIn(folder: string): Iterable<string> {
  return readManifest(folder)?.files.keys() ?? [];
}

function readManifest(folder: string): PackageManifest | null {
  try {
    return parseManifest(fs.readFileSync(path.join(folder, MANIFEST_NAME), "utf8"));
  } catch {
    // Without a manifest all is foreign, which at worst keeps a file too many.
    return null;
  }
}

function carryOver(backup: string, output: string, folder: string, generated: ReadonlySet<string>): void {
  for (const entry of readFolder(path.join(backup, folder))) {
    const name = `${folder}${entry.name}`;
    if (entry.isDirectory()) {
      carryFolder(backup, output, name, generated);
    } else if (!generated.has(name)) {
      carryEntry(backup, output, name);
    }
  }
}

function carryFolder(backup: string, output: string, name: string, generated: ReadonlySet<string>): void {
  const current = lstat(path.join(output, name));
  // Whoever put a file or a link in the folder's place did so later. A link would moreover lead the copy astray.
  if (current !== null && !current.isDirectory()) return;
  if (readFolder(path.join(backup, name)).length === 0) makeFolder(output, name);
  else carryOver(backup, output, `${name}/`, generated);
}

function carryEntry(backup: string, output: string, name: string): void {
  const from = path.join(backup, name);
  const to = path.join(output, name);
  const old = lstat(from);
  if (old === null) return;
  const current = lstat(to);
  if (current === null) {
    if (name.includes("/")) makeFolder(output, path.posix.dirname(name));
    tolerate(RACE, () => keepEntry(from, to));
  } else if (old.isFile() && current.isFile() && old.ino !== current.ino && old.mtimeMs > current.mtimeMs) {
    // An editor saved it, as a new file under the old name, after the successor had linked the old one.
    tolerate(RACE, () => fs.renameSync(from, to));
  }
}

/** Level by level, and never the output itself: between a run's two renames it is rightly not there. */
function makeFolder(output: string, name: string): void {
  const segments = name.split("/");
  for (let length = 1; length <= segments.length; length++) {
    tolerate(RACE, () => fs.mkdirSync(path.join(output, ...segments.slice(0, length))));
  }
}

function lstat(file: string): fs.Stats | null {
  try {
    return fs.lstatSync(file);
  } catch (error) {
    if (isAbsence(error)) return null;
    throw error;
  }
}

function readFolder(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    // Another run that heals removed it before us.
    if (isAbsence(error)) return [];
    throw error;
  }
}

function tolerate(codes: readonly string[], action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!codes.includes(systemCode(error) ?? "")) throw error;
  }
}

/** Returns what tells one output folder from the next one of its name; null where there is none. */
export function folderIdentity(folder: string): string | null {
  const stat = fs.lstatSync(folder, { bigint: true, throwIfNoEntry: false });
  // File systems give the number of a removed folder to the next one, so its birth is part of its identity.
  return stat === undefined ? null : [stat.dev, stat.ino, stat.birthtimeNs].join(":");
}
