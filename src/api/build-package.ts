import { generatePackage } from "../emit/generate-package.js";
import { type LoadedProject, loadProject } from "../io/load-project.js";
import { inputsDigest } from "../model/inputs-digest.js";

/** A project together with the files of its package. */
export interface BuiltPackage extends LoadedProject {
  /** Path in the package to text. */
  readonly files: ReadonlyMap<string, string>;
  /** SHA-256 (hex) of all that the inputs say. */
  readonly inputsDigest: string;
}

/** Reads a project and makes the files of its package; writes nothing. */
export async function buildPackage(configPath: string): Promise<BuiltPackage> {
  const loaded = loadProject(configPath);
  return { ...loaded, files: await generatePackage(loaded.project), inputsDigest: inputsDigest(loaded.project) };
}
