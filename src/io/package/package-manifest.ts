import { digestOf } from "../files/file-digest.js";
import { compareCodeUnits } from "../files/paths.js";

/** The manifest's name in the output folder. */
export const MANIFEST_NAME = ".claimsmith.json";

/** What a run wrote: how later runs tell its files from those of other people. */
export interface PackageManifest {
  /** SHA-256 (hex) of all inputs. */
  readonly inputs: string;
  /** Each generated file, relative to the output with `/`, and the SHA-256 (hex) of its bytes. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Returns all files that a package has on disk: those given, and the manifest that lists them, sorted.
 *
 * @param files - path relative to the output, with `/`, to text
 * @param inputs - SHA-256 (hex) of all inputs
 * @throws {TypeError} for paths that no generator should come up with; that is a fault in claimsmith
 */
export function withManifest(files: ReadonlyMap<string, string>, inputs: string): Map<string, string> {
  for (const file of files.keys()) assertPackagePath(file, files);
  const sorted = [...files].sort(([first], [second]) => compareCodeUnits(first, second));
  const digests = digestsOf(files);
  const listed = new Map(sorted.map(([file, text]) => [file, digests.get(file) ?? digestOf(text)]));
  return new Map([[MANIFEST_NAME, formatManifest({ inputs, files: listed })], ...sorted]);
}

/**
 * Returns the SHA-256 (hex) of each text, by its path. They are reckoned once: the manifest, the comparison, the writer and the
 * stamp all ask for those of one package.
 *
 * @param files - path to text; nobody changes it afterwards
 */
export function digestsOf(files: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  let digests = known.get(files);
  if (digests === undefined) {
    digests = new Map([...files].map(([file, text]) => [file, digestOf(text)]));
    known.set(files, digests);
  }
  return digests;
}

const known = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<string, string>>();

/** Returns the manifest's text: one line for each file, in the order of the map. */
export function formatManifest(manifest: PackageManifest): string {
  // Line by line, since JSON.stringify on an object would move names such as "1" and lose "__proto__".
  const lines = [...manifest.files].map(([file, sha256]) => `    ${JSON.stringify(file)}: ${JSON.stringify(sha256)}`);
  const files = lines.length === 0 ? "{}" : `{\n${lines.join(",\n")}\n  }`;
  return `{\n  "inputs": ${JSON.stringify(manifest.inputs)},\n  "files": ${files}\n}\n`;
}

/**
 * Returns what a manifest says, or null where it is none: cut short, or with the marks of a merge conflict.
 *
 * It decides which files are removed, so a path that leaves the output is dropped.
 */
export function parseManifest(text: string): PackageManifest | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const inputs = ownMember(value, "inputs");
  const files = ownMember(value, "files");
  if (typeof inputs !== "string" || typeof files !== "object" || files === null || Array.isArray(files)) return null;
  const listed = Object.entries(files).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && isPackagePath(entry[0]),
  );
  return { inputs, files: new Map(listed) };
}

function ownMember(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

/** Whether a path stays inside the output, is written in the one way that there is, and is not the manifest's own. */
function isPackagePath(file: string): boolean {
  const segments = file.split("/");
  return (
    file !== MANIFEST_NAME &&
    !/[\\:\0]/.test(file) &&
    segments.every((segment) => segment !== "" && segment !== "." && segment !== "..")
  );
}

function assertPackagePath(file: string, files: ReadonlyMap<string, string>): void {
  if (!isPackagePath(file)) throw new TypeError(`${JSON.stringify(file)} is no path inside a package.`);
  const segments = file.split("/");
  for (let length = 1; length < segments.length; length++) {
    const parent = segments.slice(0, length).join("/");
    if (files.has(parent)) throw new TypeError(`${JSON.stringify(parent)} is both a file and a folder.`);
  }
}
