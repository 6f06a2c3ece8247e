import { digestOf } from "../files/file-digest.js";
import { compareCodeUnits } from "../files/paths.js";
import { digestsOf, MANIFEST_NAME, type PackageManifest, withManifest } from "./package-manifest.js";

/** The generated part of an output folder, as it stands on disk. */
export interface ExistingPackage {
  /** What the last run wrote; `broken` where the manifest cannot be read as one, null where there is none. */
  readonly manifest: PackageManifest | "broken" | null;
  /**
   * SHA-256 (hex) of each file that the manifest lists or that is wanted now, as far as it is there; null
   * where something stands that is no file (a link, a folder).
   */
  readonly digests: ReadonlyMap<string, string | null>;
}

/**
 * How a file differs from what generating would write. `missing`: not there. `stale`: the inputs, or what
 * claimsmith makes of them, changed. `edited`: the file was changed, the inputs were not. `left over`: written by an
 * earlier run and no longer generated.
 */
export type FileState = "missing" | "stale" | "edited" | "left over";

export interface FileDifference {
  /** Relative to the output folder, with `/`. */
  readonly file: string;
  readonly state: FileState;
}

/**
 * Returns how an output folder differs from what generating would write, sorted by file; empty where it does not.
 *
 * @param existing - what is on disk
 * @param files - path relative to the output, with `/`, to text
 * @param inputs - SHA-256 (hex) of all inputs
 */
export function comparePackage(
  existing: ExistingPackage,
  files: ReadonlyMap<string, string>,
  inputs: string,
): FileDifference[] {
  const manifest = existing.manifest === "broken" ? null : existing.manifest;
  const wanted = withManifest(files, inputs);
  const differences: FileDifference[] = [];
  for (const [file, sha256] of digestsOf(files)) {
    const state = stateOf(file, sha256, existing, inputs);
    if (state !== null) differences.push({ file, state });
  }
  for (const file of manifest?.files.keys() ?? []) {
    if (!files.has(file) && existing.digests.has(file)) differences.push({ file, state: "left over" });
  }
  const own = stateOfManifest(existing, wanted.get(MANIFEST_NAME) ?? "", inputs, differences);
  if (own !== null) differences.push({ file: MANIFEST_NAME, state: own });
  return differences.sort((first, second) => compareCodeUnits(first.file, second.file));
}

function stateOf(file: string, wanted: string, existing: ExistingPackage, inputs: string): FileState | null {
  const found = existing.digests.get(file);
  if (found === undefined) return "missing";
  if (found === wanted) return null;
  if (existing.manifest === null || existing.manifest === "broken") return "stale";
  return existing.manifest.inputs !== inputs || found === existing.manifest.files.get(file) ? "stale" : "edited";
}

/** The manifest lists itself nowhere, so what it should be is told from the inputs and from the files around it. */
function stateOfManifest(
  existing: ExistingPackage,
  wanted: string,
  inputs: string,
  others: readonly FileDifference[],
): FileState | null {
  const found = existing.digests.get(MANIFEST_NAME);
  if (found === undefined) return "missing";
  if (found === digestOf(wanted)) return null;
  if (existing.manifest === null || existing.manifest === "broken") return "edited";
  if (existing.manifest.inputs !== inputs) return "stale";
  return others.some(({ state }) => state !== "edited") ? "stale" : "edited";
}
