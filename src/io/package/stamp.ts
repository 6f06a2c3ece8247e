import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { digestOf, type FileDigest } from "../files/file-digest.js";
import { identifyGenerator } from "../generator-id.js";
import { findCacheFolder } from "./cache-folder.js";
import { digestsOf, withManifest } from "./package-manifest.js";
import { findSiblings } from "./package-siblings.js";

// This module answers "nothing changed" before anything heavy is loaded: it and what it imports use
// nothing but node: modules. test/unit/io/package/stamp.test.ts holds it to that.

/** An input as a run saw it: its bytes' SHA-256 (hex), or null where it was looked for and not there. */
export interface InputDigest {
  readonly file: string;
  readonly sha256: string | null;
}

/** What the last successful run read and wrote. Only a cache, kept outside the output; never trusted further than a hash. */
export interface Stamp {
  readonly generator: string;
  /** The config and the schemas; files are relative to the config's folder. */
  readonly inputs: readonly InputDigest[];
  /** The name of the package. */
  readonly name: string;
  /** The output folder, relative to the config's folder. */
  readonly output: string;
  /** Every file of the package, manifest included, relative to the output folder. */
  readonly outputs: readonly FileDigest[];
}

/** What a successful run has to say about itself. */
export interface StampSource {
  /** SHA-256 (hex) of the config's bytes as they were read. */
  readonly configDigest: string;
  /** The schemas that were read, relative to the config's folder: what `DiskSchemaReader.reads` returns. */
  readonly inputs: readonly InputDigest[];
  /** The name of the package. */
  readonly name: string;
  /** As in the config: relative to its folder. */
  readonly output: string;
  /** The files that were handed to writePackage, and the digest that went with them. */
  readonly files: ReadonlyMap<string, string>;
  readonly inputsDigest: string;
}

/** A package that is as it should be. */
export interface Unchanged {
  readonly unchanged: true;
  /** The output folder, relative to the config's folder. */
  readonly output: string;
  /** The number of files of the package, manifest included. */
  readonly count: number;
}

/**
 * Returns whether generating would do nothing: same tool, same config and schemas, and every file of the package
 * as it was written.
 *
 * @param configPath - absolute path of the config
 */
export function isUnchanged(configPath: string): Unchanged | { readonly unchanged: false } {
  const stamp = readStamp(configPath);
  if (stamp === null) return { unchanged: false };
  try {
    const folder = path.dirname(configPath);
    const output = path.join(folder, stamp.output);
    const holds =
      stamp.generator === identifyGenerator() &&
      stamp.inputs.every(({ file, sha256 }) => digestOfFile(path.join(folder, file), fs.statSync) === sha256) &&
      !fs.lstatSync(output).isSymbolicLink() &&
      stamp.outputs.every(({ file, sha256 }) => digestOfFile(path.join(output, file), fs.lstatSync) === sha256) &&
      // A killed run left something that a full run would put right.
      findSiblings(output).length === 0;
    return holds ? { unchanged: true, output: stamp.output, count: stamp.outputs.length } : { unchanged: false };
  } catch {
    // Whatever is wrong, the full run will meet it and say so properly.
    return { unchanged: false };
  }
}

/**
 * Returns the stamp of the last successful run with a config, or null: there is none, or it cannot be read.
 *
 * @param configPath - absolute path of the config
 */
export function readStamp(configPath: string): Stamp | null {
  try {
    const value: unknown = JSON.parse(fs.readFileSync(stampFile(configPath), "utf8"));
    return isStamp(value) ? value : null;
  } catch {
    return null;
  }
}

/** What the last successful run with a config knew of the package, or null where the config or the tool is another now. */
export function readOutline(configPath: string): Pick<Stamp, "name" | "output"> | null {
  const stamp = readStamp(configPath);
  const [config] = stamp?.inputs ?? [];
  try {
    const holds = stamp?.generator === identifyGenerator() && digestOfFile(configPath, fs.statSync) === config?.sha256;
    return holds ? stamp : null;
  } catch {
    // Whatever is wrong, reading the config properly will meet it.
    return null;
  }
}

/**
 * Keeps what a run read and wrote, for the next run's `isUnchanged`. A cache that cannot be written is no error.
 *
 * @param configPath - absolute path of the config
 */
export function writeStamp(configPath: string, source: StampSource): void {
  try {
    const config = { file: path.basename(configPath), sha256: source.configDigest };
    const files = withManifest(source.files, source.inputsDigest);
    const digests = digestsOf(source.files);
    const stamp: Stamp = {
      generator: identifyGenerator(),
      inputs: [config, ...source.inputs.map(({ file, sha256 }) => ({ file, sha256 }))],
      name: source.name,
      output: source.output,
      outputs: [...files].map(([file, text]) => ({ file, sha256: digests.get(file) ?? digestOf(text) })),
    };
    const target = stampFile(configPath);
    const temporary = `${target}.${randomBytes(6).toString("hex")}`;
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(temporary, JSON.stringify(stamp), { flag: "wx" });
    fs.renameSync(temporary, target);
  } catch {
    // The next run does the full work, and that is all.
  }
}

function stampFile(configPath: string): string {
  const resolved = path.resolve(configPath);
  return path.join(findCacheFolder(path.dirname(resolved)), `${digestOf(resolved)}.json`);
}

/** An input may be a link to a file; a generated file that has become a link was not written by us. */
function digestOfFile(file: string, lookAt: typeof fs.statSync): string | null {
  const stat = lookAt(file, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  // A pipe would make us wait.
  return stat.isFile() ? digestOf(fs.readFileSync(file)) : "";
}

function isStamp(value: unknown): value is Stamp {
  if (typeof value !== "object" || value === null) return false;
  const members = new Map<string, unknown>(Object.entries(value));
  return (
    typeof members.get("generator") === "string" &&
    typeof members.get("name") === "string" &&
    typeof members.get("output") === "string" &&
    isDigestList(members.get("inputs"), true) &&
    isDigestList(members.get("outputs"), false)
  );
}

function isDigestList(value: unknown, allowsNull: boolean): boolean {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every((entry: unknown) => {
      if (typeof entry !== "object" || entry === null) return false;
      const members = new Map<string, unknown>(Object.entries(entry));
      const sha256 = members.get("sha256");
      return typeof members.get("file") === "string" && (typeof sha256 === "string" || (allowsNull && sha256 === null));
    })
  );
}
