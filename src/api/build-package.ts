import { packageFiles } from "../emit/package-files.js";
import type { TokenMemory } from "../emit/token-memory.js";
import { type LoadedProject, loadProject } from "../io/load-project.js";
import { inputsDigest } from "../model/inputs-digest.js";

/** A project together with the files of its package. */
export interface BuiltPackage extends LoadedProject {
  /** Path in the package to text. */
  readonly files: ReadonlyMap<string, string>;
  /** SHA-256 (hex) of all that the inputs say. */
  readonly inputsDigest: string;
}

/**
 * Reads a project and makes the files of its package; writes nothing.
 *
 * @param memory - what an earlier call made of the tokens
 */
export async function buildPackage(configPath: string, memory?: TokenMemory): Promise<BuiltPackage> {
  const loaded = loadProject(configPath);
  const files = await packageFiles(loaded.project, memory);
  return { ...loaded, files, inputsDigest: inputsDigest(loaded.project) };
}
