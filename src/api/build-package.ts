import { packageFiles } from "../emit/package-files.js";
import type { TokenMemory } from "../emit/token-memory.js";
import type { MissingExample } from "../examples/example-claims.js";
import { type LoadedProject, loadProject } from "../io/project/load-project.js";
import { inputsDigest } from "../model/inputs-digest.js";

/** A claim of which no example was found, and the token's key. */
export interface MissingTokenExample extends MissingExample {
  readonly token: string;
}

/** A project together with the files of its package. */
export interface BuiltPackage extends LoadedProject {
  /** Path in the package to text. */
  readonly files: ReadonlyMap<string, string>;
  /** SHA-256 (hex) of all that the inputs say. */
  readonly inputsDigest: string;
  /** The claims of which no example was found, for the test kit. */
  readonly missingExamples: readonly MissingTokenExample[];
}

/**
 * Reads a project and makes the files of its package; writes nothing.
 *
 * @param memory - what an earlier call made of the tokens
 */
export async function buildPackage(configPath: string, memory?: TokenMemory): Promise<BuiltPackage> {
  const loaded = loadProject(configPath);
  const missingExamples: MissingTokenExample[] = [];
  const files = await packageFiles(loaded.project, memory, ({ key }, { missing }) => {
    for (const one of missing) missingExamples.push({ token: key, ...one });
  });
  return { ...loaded, files, inputsDigest: inputsDigest(loaded.project), missingExamples };
}
