// Projects to generate: so many tokens of so many claims, of the kinds that claim sets hold.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const KINDS = [
  (index) => ({ description: `Claim ${index}.`, type: "string", maxLength: 200 }),
  () => ({ type: "integer", minimum: 0 }),
  () => ({ enum: ["admin", "member", "guest"] }),
  () => ({ type: "array", items: { type: "string" }, maxItems: 20 }),
  () => ({
    type: "object",
    properties: { id: { type: "string", format: "uuid" }, name: { type: "string" } },
    required: ["id"],
  }),
];

/** Writes a project into a folder of its own; gives the folder. */
export function writeProject(tokens, claims) {
  const folder = mkdtempSync(path.join(tmpdir(), "claimsmith-bench-"));
  mkdirSync(path.join(folder, "schemas"));
  mkdirSync(path.join(folder, "node_modules"));
  const config = { package: { name: "@bench/claims", version: "1.0.0" }, tokens: {} };
  for (let token = 0; token < tokens; token += 1) {
    const schema = tokenSchema(token, claims);
    writeFileSync(path.join(folder, schemaFile(token)), JSON.stringify(schema, null, 2));
    config.tokens[`token${token}`] = { schema: schemaFile(token), algorithms: ["ES256"], lifetime: "15m" };
  }
  writeFileSync(path.join(folder, "claims.config.json"), JSON.stringify(config, null, 2));
  return folder;
}

/** The schema of a token, as the project has it. */
export function tokenSchema(token, claims) {
  const properties = Object.fromEntries(
    Array.from({ length: claims }, (_, index) => [`claim_${index}`, KINDS[index % KINDS.length](index)]),
  );
  return { title: `Token${token}`, type: "object", properties, required: ["claim_0", "claim_2"] };
}

/** The file of a token's schema, from the project's folder. */
export function schemaFile(token) {
  return `schemas/token-${token}.json`;
}

/**
 * Takes away what runs have left in a project: the package, and what is remembered of it.
 *
 * It is set aside until the project is removed. A file system that has just deleted hundreds of files is slow to make others, and
 * what is measured would be that.
 */
export function removeOutput(folder) {
  const aside = mkdtempSync(path.join(folder, "aside-"));
  for (const name of ["generated", "node_modules/.cache"]) {
    const left = path.join(folder, name);
    if (existsSync(left)) renameSync(left, path.join(aside, path.basename(name)));
  }
}

/** Gives what a function gives for a project that exists meanwhile. */
export async function withProject(tokens, claims, use) {
  const folder = writeProject(tokens, claims);
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
