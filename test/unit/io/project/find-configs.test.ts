import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError } from "../../../../src/errors.js";
import { findConfigs } from "../../../../src/io/project/find-configs.js";
import { thrownBy } from "../../../support/thrown-by.js";
import { temporaryFolder, writeTree } from "../temporary-folder.js";

const A = "packages/a/claims.config.json";
const B = "packages/b/claims.config.json";
const STAR = "packages/*star/claims.config.json";

function tree(): string {
  const folder = temporaryFolder();
  writeTree(folder, { [A]: "{}", [B]: "{}", "packages/empty/file": "", "packages/read.md": "", "other.json": "{}" });
  return folder;
}

describe("findConfigs", () => {
  it.each<[name: string, words: string[], want: string[]]>([
    ["files, in the order given", [B, A], [B, A]],
    ["a file of another name", ["other.json"], ["other.json"]],
    ["a folder that holds one", ["packages/b"], [B]],
    ["a pattern of files", ["packages/*/claims.config.json"], [A, B]],
    ["a pattern of folders, without the files and folders beside them", ["packages/*"], [A, B]],
    ["a pattern of folders with a slash behind", ["packages/*/"], [A, B]],
    ["a folder at any depth", ["**"], [A, B]],
    ["the same by several names once, where it came first", [B, "packages/*", "packages/b", `./${A}`], [B, A]],
  ])("finds %s", (_name, words, want) => {
    const folder = tree();
    expect(findConfigs(folder, words).map((file) => path.relative(folder, file))).toEqual(want);
  });

  it("takes a name that is there as it stands", () => {
    const folder = tree();
    writeTree(folder, { [STAR]: "{}", "packages/bstar/claims.config.json": "{}" });
    expect(findConfigs(folder, [STAR])).toEqual([path.join(folder, STAR)]);
  });

  it("knows a link for the config that it leads to", () => {
    const folder = tree();
    fs.symlinkSync(path.join(folder, "packages/a"), path.join(folder, "linked"));
    expect(findConfigs(folder, [A, "linked"])).toEqual([path.join(folder, A)]);
  });

  it.each([
    ["packages/c/claims.config.json"],
    ["packages/empty"],
    ["packages/c*"],
    ["packages/read.md/*"],
    [""],
    ["a\0*"],
  ])("refuses %j, which leads to no config", (word) => {
    const folder = tree();
    const error = thrownBy(() => findConfigs(folder, [A, word]));
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toMatchObject({ code: "config_not_found", at: { file: word } });
  });
});
