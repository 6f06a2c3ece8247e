import fs from "node:fs";
import path from "node:path";
import { digestOf } from "../files/file-digest.js";
import { isAbsence, systemCode, toFileSystemError } from "../files/system-error.js";
import type { ExistingPackage } from "./compare-package.js";
import { MANIFEST_NAME, type PackageManifest, parseManifest } from "./package-manifest.js";

/** A generated file on disk. Its identity tells later whether the name still means the same file. */
export interface FoundFile {
  readonly kind: "file";
  readonly sha256: string;
  readonly identity: string;
}

/** Something that is no file, where a file was looked for: at the name itself, or at a folder on the way. */
export interface FoundObstacle {
  readonly kind: "obstacle";
  /** Relative to the output folder. */
  readonly place: string;
  readonly what: "link" | "folder" | "file" | "special file";
}

/** The generated part of an output folder, with what the writer needs beyond the comparison. */
export interface PackageOnDisk extends ExistingPackage {
  readonly found: ReadonlyMap<string, FoundFile | FoundObstacle>;
}

/**
 * Returns the generated part of an output folder: what its manifest lists and what is wanted now. Links are not followed.
 *
 * @param folder - absolute path of the output
 * @param wanted - paths relative to the output, with `/`
 * @throws {FileSystemError} `cannot_read`
 */
export function readPackage(folder: string, wanted: Iterable<string>): PackageOnDisk {
  // The first time, each file that is wanted would be looked for in vain.
  if (lstat(folder) === null) return { manifest: null, digests: new Map(), found: new Map() };
  const foundManifest = inspect(folder, MANIFEST_NAME);
  const manifest = readManifest(foundManifest);
  const names = new Set(wanted);
  if (manifest !== null && manifest !== "broken") for (const name of manifest.files.keys()) names.add(name);
  names.delete(MANIFEST_NAME);

  const found = new Map<string, FoundFile | FoundObstacle>();
  if (foundManifest !== null) found.set(MANIFEST_NAME, foundManifest.entry);
  for (const name of names) {
    const inspected = inspect(folder, name);
    if (inspected !== null) found.set(name, inspected.entry);
  }
  const digests = new Map([...found].map(([name, entry]) => [name, entry.kind === "file" ? entry.sha256 : null]));
  return { manifest, digests, found };
}

interface Inspected {
  readonly entry: FoundFile | FoundObstacle;
  readonly bytes: Uint8Array;
}

function readManifest(inspected: Inspected | null): PackageManifest | "broken" | null {
  if (inspected === null) return null;
  if (inspected.entry.kind !== "file") return "broken";
  return parseManifest(Buffer.from(inspected.bytes).toString("utf8")) ?? "broken";
}

function inspect(folder: string, name: string): Inspected | null {
  const obstacle = findObstacle(folder, name);
  if (obstacle === "absent") return null;
  if (obstacle !== null) return { entry: obstacle, bytes: new Uint8Array() };
  const file = path.join(folder, name);
  let descriptor: number | undefined;
  try {
    descriptor = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NOFOLLOW ?? 0));
    const identity = identityOf(fs.fstatSync(descriptor, { bigint: true }));
    const bytes = fs.readFileSync(descriptor);
    return { entry: { kind: "file", sha256: digestOf(bytes), identity }, bytes };
  } catch (error) {
    if (isAbsence(error)) return null;
    // Made a link since it was looked at: O_NOFOLLOW says so with ELOOP.
    if (systemCode(error) === "ELOOP")
      return { entry: { kind: "obstacle", place: name, what: "link" }, bytes: new Uint8Array() };
    throw toFileSystemError(error, "cannot_read", file);
  } finally {
    if (descriptor !== undefined) fs.closeSync(descriptor);
  }
}

/** Returns what is in the way of reading a file without following links; null where nothing is. */
function findObstacle(folder: string, name: string): FoundObstacle | "absent" | null {
  const segments = name.split("/");
  for (let length = 1; length <= segments.length; length++) {
    const place = segments.slice(0, length).join("/");
    const isLast = length === segments.length;
    const stat = lstat(path.join(folder, place));
    if (stat === null) return "absent";
    const kind = kindOf(stat);
    if (kind !== (isLast ? "file" : "folder")) return { kind: "obstacle", place, what: kind };
  }
  return null;
}

function lstat(file: string): fs.Stats | null {
  try {
    return fs.lstatSync(file);
  } catch (error) {
    if (isAbsence(error)) return null;
    throw toFileSystemError(error, "cannot_read", file);
  }
}

function kindOf(stat: fs.Stats): FoundObstacle["what"] {
  if (stat.isSymbolicLink()) return "link";
  if (stat.isDirectory()) return "folder";
  return stat.isFile() ? "file" : "special file";
}

/** Returns what stays the same as long as a file is the same one and nobody writes to it. */
export function identityOf(stat: fs.BigIntStats): string {
  return [stat.dev, stat.ino, stat.size, stat.mtimeNs].join(":");
}
