import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { expandPattern } from "../../../../src/io/files/expand-pattern.js";
import { temporaryFolder, writeTree } from "../temporary-folder.js";

function tree(): string {
  const folder = temporaryFolder();
  writeTree(folder, {
    "packages/b/claims.config.json": "",
    "packages/a/claims.config.json": "",
    "packages/a/deep/er/claims.config.json": "",
    "packages/.hidden/claims.config.json": "",
    "packages/node_modules/x/claims.config.json": "",
    "packages/read.me": "",
    "claims.config.json": "",
  });
  fs.symlinkSync(path.join(folder, "packages"), path.join(folder, "packages/b/loop"));
  return folder;
}

describe("expandPattern", () => {
  it.each([
    ["packages/*/claims.config.json", ["packages/a/claims.config.json", "packages/b/claims.config.json"]],
    ["packages/*", ["packages/a", "packages/b", "packages/read.me"]],
    ["./packages//?/*.json", ["packages/a/claims.config.json", "packages/b/claims.config.json"]],
    [
      "**/claims.config.json",
      [
        "claims.config.json",
        "packages/a/claims.config.json",
        "packages/a/deep/er/claims.config.json",
        "packages/b/claims.config.json",
      ],
    ],
    ["**/**/er", ["packages/a/deep/er"]],
    ["packages/read.me/*", []],
    ["nothing/*", []],
    ["packages/*/../a", ["packages/a"]],
  ])("of %s gives what is there, sorted, each once", (pattern, want) => {
    const folder = tree();
    expect(expandPattern(folder, pattern).map((file) => path.relative(folder, file))).toEqual(want);
  });

  it("takes an absolute pattern as it is", () => {
    const folder = tree();
    expect(expandPattern("/nowhere", `${folder}/packages/?`)).toEqual([`${folder}/packages/a`, `${folder}/packages/b`]);
  });
});
