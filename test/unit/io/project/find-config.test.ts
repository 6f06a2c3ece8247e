import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError, FileSystemError } from "../../../../src/errors.js";
import { findConfig } from "../../../../src/io/project/find-config.js";
import { temporaryFolder, writeTree } from "../temporary-folder.js";

function errorOf(cwd: string, explicit?: string): unknown {
  try {
    findConfig(cwd, explicit);
  } catch (error) {
    return error;
  }
  return expect.fail("nothing was thrown");
}

describe("findConfig", () => {
  it("finds the config in the folder, else in the nearest parent, past a folder of that name", () => {
    const folder = temporaryFolder();
    writeTree(folder, {
      "claims.config.json": "{}",
      "a/b/claims.config.json/file": "",
      "a/c/claims.config.json": "{}",
    });
    expect(findConfig(folder)).toBe(path.join(folder, "claims.config.json"));
    expect(findConfig(path.join(folder, "a/b"))).toBe(path.join(folder, "claims.config.json"));
    expect(findConfig(path.join(folder, "a/c"))).toBe(path.join(folder, "a/c/claims.config.json"));
    expect(findConfig(path.join(folder, "not/there"))).toBe(path.join(folder, "claims.config.json"));
  });

  it("takes the file that is named, whatever its name, relative or absolute", () => {
    const folder = temporaryFolder();
    writeTree(folder, { "other.json": "{}", "sub/claims.config.json": "{}" });
    expect(findConfig(path.join(folder, "sub"), "../other.json")).toBe(path.join(folder, "other.json"));
    expect(findConfig("/", path.join(folder, "other.json"))).toBe(path.join(folder, "other.json"));
  });

  it("says how to get a config where there is none", () => {
    const error = errorOf(temporaryFolder());
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toMatchObject({
      code: "config_not_found",
      message: "There is no claims.config.json in this folder or above it.",
      at: { file: "claims.config.json" },
      hint: "Run `claimsmith init` to write one, or name the file with `--config FILE`.",
    });
  });

  it.each([
    ["missing.json", 'The config file "missing.json" does not exist.'],
    ["other.json/below", 'The config file "other.json/below" does not exist.'],
    ["dangling", 'The config file "dangling" does not exist.'],
    ["", 'The config file "" does not exist.'],
    ["nul\0", 'The config file "nul\\u0000" does not exist.'],
  ])("refuses the name %j", (name, message) => {
    const folder = temporaryFolder();
    writeTree(folder, { "other.json": "{}" });
    fs.symlinkSync("nowhere", path.join(folder, "dangling"));
    expect(errorOf(folder, name)).toMatchObject({
      code: "config_not_found",
      message,
      expected: "the path of a config file",
    });
  });

  it("says of a folder that it is one, and names the config in it", () => {
    const folder = temporaryFolder();
    writeTree(folder, { "full/claims.config.json": "{}", "empty/file": "" });
    const full = errorOf(folder, "full");
    expect(full).toMatchObject({ code: "config_not_found", at: { file: "full" } });
    expect(full).toHaveProperty("message", expect.stringMatching(/full is a folder and not a config file\.$/));
    expect(full).toHaveProperty("hint", expect.stringMatching(/full\/claims\.config\.json`\.$/));
    expect(errorOf(folder, "empty")).toHaveProperty("hint", "Run `claimsmith init` to write a config.");
  });

  it("says of links in a circle that they cannot be read", () => {
    const folder = temporaryFolder();
    fs.symlinkSync("claims.config.json", path.join(folder, "claims.config.json"));
    const error = errorOf(folder);
    expect(error).toBeInstanceOf(FileSystemError);
    expect(error).toMatchObject({ code: "cannot_read", hint: "Mend or remove the link." });
  });
});
