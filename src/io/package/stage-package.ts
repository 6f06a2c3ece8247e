import fs from "node:fs";
import path from "node:path";
import { digestOf } from "../files/file-digest.js";
import { keepEntry } from "./keep-entry.js";
import { type FoundFile, identityOf, type PackageOnDisk } from "./read-package.js";

/** What the new package is made of. */
export interface StagePlan {
  /** Absolute path of the output folder; it need not be there. */
  readonly output: string;
  /** Absolute path of the folder to fill, which is there and empty. */
  readonly stage: string;
  readonly existing: PackageOnDisk;
  /** Path relative to the output, with `/`, to text; the manifest is among them. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Fills a folder with the complete new package: generated files, of which the unchanged ones are the same
 * files as before, and everything in the old folder that claimsmith did not write.
 *
 * @returns false where the old package changed meanwhile, so that the new one may be a mix
 * @throws the errors of node:fs
 */
export function stagePackage(plan: StagePlan): boolean {
  const made = new Set([plan.stage]);
  for (const [file, text] of plan.files) {
    const target = path.join(plan.stage, file);
    const parent = path.dirname(target);
    // Asking for a folder that is there takes as long as writing a short file.
    if (!made.has(parent)) fs.mkdirSync(parent, { recursive: true });
    made.add(parent);
    const old = plan.existing.found.get(file);
    if (old?.kind !== "file" || old.sha256 !== digestOf(text)) fs.writeFileSync(target, text, { flag: "wx" });
    else if (!keepUnchanged(path.join(plan.output, file), target, old)) return false;
  }
  const stat = fs.lstatSync(plan.output, { throwIfNoEntry: false });
  if (stat === undefined) return true;
  keepForeign(plan, "");
  fs.chmodSync(plan.stage, stat.mode);
  return true;
}

/** A name may mean another file than the one that was read; returns whether the file kept is still that one. */
function keepUnchanged(from: string, target: string, old: FoundFile): boolean {
  keepEntry(from, target);
  if (identityOf(fs.lstatSync(target, { bigint: true })) === old.identity) return true;
  // Where there are no hard links it is a copy, and its content has to be looked at.
  return digestOf(fs.readFileSync(target)) === old.sha256;
}

/**
 * Keeps what claimsmith did not write in a folder of the old package.
 *
 * @param folder - relative to the output, "" or ending in `/`
 * @returns whether the folder has a place in the new package for its own sake: it holds something foreign, or was empty
 */
function keepForeign(plan: StagePlan, folder: string): boolean {
  const entries = fs.readdirSync(path.join(plan.output, folder), { withFileTypes: true });
  let keepsAny = entries.length === 0;
  for (const entry of entries) {
    const name = `${folder}${entry.name}`;
    if (entry.isDirectory()) {
      if (keepForeignFolder(plan, name)) keepsAny = true;
    } else if (!isGenerated(plan, name)) {
      const target = path.join(plan.stage, name);
      fs.mkdirSync(path.dirname(target), { recursive: true });
      keepEntry(path.join(plan.output, name), target);
      keepsAny = true;
    }
  }
  return keepsAny;
}

function keepForeignFolder(plan: StagePlan, name: string): boolean {
  const stat = fs.lstatSync(path.join(plan.output, name));
  const keepsAny = keepForeign(plan, `${name}/`);
  const target = path.join(plan.stage, name);
  if (keepsAny) fs.mkdirSync(target, { recursive: true });
  else if (!fs.existsSync(target)) return false;
  // Last, since a folder may be read-only and every entry made in it sets its time.
  fs.chmodSync(target, stat.mode);
  if (!hasGenerated(plan, `${name}/`)) fs.utimesSync(target, stat.atime, stat.mtime);
  return keepsAny;
}

function hasGenerated(plan: StagePlan, folder: string): boolean {
  for (const file of plan.files.keys()) if (file.startsWith(folder)) return true;
  return false;
}

function isGenerated(plan: StagePlan, name: string): boolean {
  const { manifest } = plan.existing;
  return plan.files.has(name) || (manifest !== null && manifest !== "broken" && manifest.files.has(name));
}
