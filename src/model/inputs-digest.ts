import { createHash } from "node:crypto";
import type { Project } from "./model.js";

/**
 * SHA-256 (hex) of all that a project says: it stays when a schema is reformatted or split into files, and changes
 * when a generated file may. Objects count in their order, in which they are declared and printed.
 */
export function inputsDigest(project: Project): string {
  const said = {
    package: project.package,
    emit: project.emit,
    namespaces: project.namespaces,
    tokens: project.tokens.map(({ key, helpers, policy, claimSet }) => {
      const { source, schema, claims } = claimSet;
      return { key, helpers, policy, source, schema, names: claims.map(({ name, shortName }) => [name, shortName]) };
    }),
  };
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}
