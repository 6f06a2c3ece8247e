import type { Project } from "../model/model.js";
import { packageFiles } from "./package-files.js";

/**
 * The files of a generated package: path in the package (`/` as separator) to text, sorted by path.
 * The same project gives the same texts everywhere.
 *
 * @throws {SchemaError} where a claim set cannot be compiled
 */
export function generatePackage(project: Project): Promise<ReadonlyMap<string, string>> {
  return packageFiles(project);
}
