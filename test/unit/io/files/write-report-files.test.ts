import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { writeReportFiles } from "../../../../src/io/files/write-report-files.js";
import { thrownBy } from "../../../support/thrown-by.js";
import { temporaryFolder } from "../temporary-folder.js";

describe("writing report files", () => {
  it("makes the folder, and replaces what stood there under the same names only", () => {
    const folder = path.join(temporaryFolder(), "made/here");
    writeReportFiles(folder, new Map([["a.md", "first"]]));
    fs.writeFileSync(path.join(folder, "mine.md"), "mine");
    writeReportFiles(
      folder,
      new Map([
        ["a.md", "second"],
        ["b.json", "{}"],
      ]),
    );
    const texts = fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name), "utf8")]);
    expect(Object.fromEntries(texts)).toEqual({ "a.md": "second", "b.json": "{}", "mine.md": "mine" });
  });

  it("names the folder that cannot be made", () => {
    const file = path.join(temporaryFolder(), "file");
    fs.writeFileSync(file, "");
    const error = thrownBy(() => writeReportFiles(path.join(file, "below"), new Map()));
    expect(error).toMatchObject({ name: "FileSystemError", code: "cannot_write" });
  });
});
