import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { digestOf } from "../files/file-digest.js";
import { isAbsence, systemCode, toFileSystemError } from "../files/system-error.js";

/**
 * A folder beside the output that a run needs for a moment: `stage` holds the package that is being built,
 * `backup` the one that was there before.
 */
export interface PackageSibling {
  /** Absolute. */
  readonly folder: string;
  readonly kind: "stage" | "backup";
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly createdAt: number;
  readonly processId: number;
  /** Short digest of the host's name: process numbers mean nothing on another host, or in another container. */
  readonly host: string;
}

/** After this time even a folder of another host is no longer in use. Milliseconds. */
const LONGEST_RUN = 3_600_000;

const HOST = digestOf(os.hostname()).slice(0, 8);

/**
 * Returns a new, unused path beside an output folder; nothing is created.
 *
 * @param output - absolute path of the output folder
 */
export function newSibling(output: string, kind: PackageSibling["kind"]): string {
  const random = randomBytes(6).toString("hex");
  const name = `${prefixOf(output)}${kind}-${HOST}-${process.pid}-${Date.now().toString(36)}-${random}`;
  return path.join(path.dirname(output), name);
}

/**
 * Returns the folders that runs have put beside an output and not yet removed, oldest first.
 *
 * @param output - absolute path of the output folder
 * @throws {FileSystemError} `cannot_read`
 */
export function findSiblings(output: string): PackageSibling[] {
  const parent = path.dirname(output);
  const prefix = prefixOf(output);
  const siblings: PackageSibling[] = [];
  for (const name of namesIn(parent)) {
    if (!name.startsWith(prefix)) continue;
    const parts = /^(stage|backup)-([0-9a-f]{8})-(\d{1,10})-([0-9a-z]{1,9})-[0-9a-f]{12}$/.exec(
      name.slice(prefix.length),
    );
    const [, kind, host, processId, createdAt] = parts ?? [];
    if (kind === undefined || host === undefined || processId === undefined || createdAt === undefined) continue;
    siblings.push({
      folder: path.join(parent, name),
      kind: kind === "stage" ? "stage" : "backup",
      createdAt: Number.parseInt(createdAt, 36),
      processId: Number(processId),
      host,
    });
  }
  return siblings.sort((first, second) => first.createdAt - second.createdAt);
}

/**
 * Returns whether the run that made a folder is over. When in doubt it is not: a folder too many does
 * no harm, a folder pulled away from a live run does.
 */
export function isAbandoned(sibling: PackageSibling): boolean {
  const age = Date.now() - sibling.createdAt;
  if (age > LONGEST_RUN) return true;
  if (sibling.host !== HOST) return false;
  // Our own number was an earlier process's when the folder is older than we are.
  if (sibling.processId === process.pid) return age > process.uptime() * 1000 + 1000;
  return !isAlive(sibling.processId);
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and is another user's.
    return systemCode(error) === "EPERM";
  }
}

function prefixOf(output: string): string {
  return `.${path.basename(output)}.claimsmith-`;
}

function namesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder);
  } catch (error) {
    if (isAbsence(error)) return [];
    throw toFileSystemError(error, "cannot_read", folder);
  }
}
