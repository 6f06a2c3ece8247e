import { createHash } from "node:crypto";
import { canonicalJson } from "../text/canonical-json.js";
import type { JsonValue } from "../schema/json-schema.js";
import type { Project } from "./model.js";

/**
 * SHA-256 (hex) of all that a project says, in canonical form (RFC 8785): it stays when a schema is reformatted or
 * split into files, and changes when a generated file may.
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
  // Built of strings, numbers, lists and what JSON texts held, so it is a JSON value.
  return createHash("sha256").update(canonicalJson(said as unknown as JsonValue)).digest("hex");
}
