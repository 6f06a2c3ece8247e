import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { lint } from "../../src/api/lint.js";
import { ClaimsmithError } from "../../src/errors.js";
import type { Finding } from "../../src/lint/finding.js";
import { RULES } from "../../src/lint/rules/index.js";
import { REPOSITORY } from "../support/project.js";
import { testData } from "../support/test-data.js";
import { temporaryFolder, writeTree } from "../unit/io/temporary-folder.js";

const data = testData("real-tokens/schemas");
const schemas =
  data === null
    ? []
    : fs
        .readdirSync(data, { recursive: true, encoding: "utf8" })
        .filter((file) => /\.(?:json|ya?ml)$/.test(file))
        .sort();

/** Lints a claim set in a copy of its folder with every rule on; an error that a user would be told of instead. */
async function lintSchema(folder: string, schema: string): Promise<readonly Finding[] | ClaimsmithError> {
  const copy = temporaryFolder();
  fs.cpSync(folder, copy, { recursive: true });
  const token = { schema: schema.split(path.sep).join("/"), algorithms: ["ES256"], lifetime: "15m" };
  const config = {
    package: { name: "@acme/claims", version: "1.0.0" },
    tokens: { token },
    targets: ["auth0", "envoy", "cognito", "entra", "clerk", "keycloak", "kong", "apipark"],
    lint: { extends: "claimsmith:all" },
  };
  writeTree(copy, { "claims.config.json": JSON.stringify(config) });
  try {
    return (await lint({ cwd: copy, today: "2026-06-15" })).findings;
  } catch (error) {
    if (error instanceof ClaimsmithError) return error;
    throw error;
  }
}

describe.skipIf(data === null)(
  `every rule on the claim sets of others${data === null ? " (not run: no test data)" : ""}`,
  () => {
    it.each(schemas)("%s", async (schema) => {
      const result = await lintSchema(data ?? "", schema);
      if (result instanceof ClaimsmithError) {
        expect(result.at).toBeDefined();
        return;
      }
      for (const { location, message, rule } of result) {
        expect(RULES.map(({ id }) => id)).toContain(rule);
        expect(location).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
        // No name was left to fill in, and nothing said `undefined`.
        expect(message).not.toMatch(/\{[a-z]+\}|undefined|\[object/i);
      }
    });
  },
);

describe("every rule on the projects of the golden tests", () => {
  const golden = path.join(REPOSITORY, "test/golden");
  const projects = fs
    .readdirSync(golden)
    .filter((name) => fs.existsSync(path.join(golden, name, "claims.config.json")));

  it.each(projects)("%s", async (name) => {
    const { findings } = await lint({ cwd: path.join(golden, name), today: "2026-06-15" });
    for (const { location, message } of findings) {
      expect(location.line).toBeGreaterThan(0);
      expect(message).not.toMatch(/\bundefined\b|\[object/);
    }
  });
});
