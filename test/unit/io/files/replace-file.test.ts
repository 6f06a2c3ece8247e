import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { FileSystemError } from "../../../../src/errors.js";
import { replaceFile } from "../../../../src/io/files/replace-file.js";
import { thrownBy } from "../../../support/thrown-by.js";
import { readTree, temporaryFolder, writeTree } from "../temporary-folder.js";

describe("replaceFile", () => {
  it("writes a new file, and an old one anew, and leaves nothing beside it", () => {
    const folder = temporaryFolder();
    replaceFile(path.join(folder, "a.json"), "one");
    replaceFile(path.join(folder, "a.json"), "two");
    expect(readTree(folder)).toEqual({ "a.json": "two" });
  });

  it("keeps the permissions", () => {
    const folder = temporaryFolder();
    const file = path.join(folder, "a.json");
    fs.writeFileSync(file, "one");
    fs.chmodSync(file, 0o640);
    replaceFile(file, "two");
    expect(fs.statSync(file).mode & 0o777).toBe(0o640);
  });

  it("replaces what a link leads to, and keeps the link", () => {
    const folder = temporaryFolder();
    writeTree(folder, { "real/a.json": "one" });
    fs.symlinkSync("real/a.json", path.join(folder, "a.json"));
    replaceFile(path.join(folder, "a.json"), "two");
    expect(readTree(folder)).toEqual({ "a.json": "-> real/a.json", "real/a.json": "two" });
  });

  it("says what the system refuses, and leaves nothing behind", () => {
    const folder = temporaryFolder();
    const error = thrownBy(() => replaceFile(path.join(folder, "no/a.json"), "one"));
    expect(error).toBeInstanceOf(FileSystemError);
    expect(error).toMatchObject({ code: "cannot_write", message: expect.stringContaining("it does not exist") });
    expect(readTree(folder)).toEqual({});
  });
});
