import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { configSchemaPath } from "../../../../src/io/project/config-schema-path.js";
import { temporaryFolder } from "../temporary-folder.js";

const SCHEMA = "node_modules/claimsmith/schemas/config.schema.json";

describe("configSchemaPath", () => {
  it.each([
    ["in the folder itself", "", `./${SCHEMA}`],
    ["above a folder that is there", "packages", `../${SCHEMA}`],
    ["above a folder that is not there yet", "packages/contract", `../../${SCHEMA}`],
  ])("finds what is installed %s", (_, below, want) => {
    const folder = temporaryFolder();
    fs.mkdirSync(path.join(folder, path.dirname(SCHEMA)), { recursive: true });
    fs.mkdirSync(path.join(folder, "packages"), { recursive: true });
    fs.writeFileSync(path.join(folder, SCHEMA), "{}");
    expect(configSchemaPath(path.join(folder, below))).toBe(want);
  });

  it("names the folder's own where nothing is installed", () => {
    const folder = temporaryFolder();
    expect(configSchemaPath(path.join(folder, "packages"))).toBe(`./${SCHEMA}`);
  });
});
