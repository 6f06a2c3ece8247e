import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { generate } from "../../../src/api/generate.js";
import { writeProject } from "../../support/scratch-project.js";

const folder = mkdtempSync(path.join(tmpdir(), "claimsmith-missing-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const CONFIG = {
  package: { name: "@acme/claims", version: "1.0.0" },
  tokens: { accessToken: { schema: "a.json", algorithms: ["ES256"], lifetime: "15m" } },
};

function write(odd: object): void {
  const schema = {
    type: "object",
    properties: { odd },
    required: ["odd"],
  };
  writeProject(folder, { "claims.config.json": CONFIG, "a.json": schema });
}

describe("generate, of a claim set without an example", () => {
  it("writes the package, and says which claim needs examples", async () => {
    write({ type: "string", pattern: "^(([a-z]{1000}){1000}){1000}$" });
    const result = await generate({ cwd: folder });
    expect(result.missingExamples).toEqual([
      expect.objectContaining({ token: "accessToken", claim: "odd", pointer: "/odd" }),
    ]);
    expect(result.missingExamples?.[0]?.location).toMatchObject({ file: "a.json", pointer: "/properties/odd" });
    expect(existsSync(path.join(folder, "generated/testing.js"))).toBe(true);
  });

  it("says nothing once there is one", async () => {
    write({ type: "string", pattern: "^(?:[a-z]{1000}){1000}$|^odd$", examples: ["odd"] });
    expect(await generate({ cwd: folder })).not.toHaveProperty("missingExamples");
  });
});
