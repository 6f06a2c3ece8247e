// Projects to generate: so many tokens of so many claims, of the kinds that claim sets hold.
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
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
    const properties = Object.fromEntries(
      Array.from({ length: claims }, (_, index) => [`claim_${index}`, KINDS[index % KINDS.length](index)]),
    );
    const schema = { title: `Token${token}`, type: "object", properties, required: ["claim_0", "claim_2"] };
    writeFileSync(path.join(folder, "schemas", `token-${token}.json`), JSON.stringify(schema, null, 2));
    config.tokens[`token${token}`] = { schema: `schemas/token-${token}.json`, algorithms: ["ES256"], lifetime: "15m" };
  }
  writeFileSync(path.join(folder, "claims.config.json"), JSON.stringify(config, null, 2));
  return folder;
}
