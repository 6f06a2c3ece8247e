import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { writeNewFiles } from "../../../../src/io/files/write-new-files.js";
import { writeKeyFiles } from "../../../../src/io/tokens/write-key-files.js";
import { thrownBy } from "../../../support/thrown-by.js";
import { readTree, temporaryFolder } from "../temporary-folder.js";

describe.each<[string, (folder: string) => unknown]>([
  ["new files", (folder) => writeNewFiles(folder, new Map([["a.json", "{}"]]))],
  ["new keys", (folder) => writeKeyFiles([{ file: path.join(folder, "a.json"), text: "{}", readers: "owner" }])],
])("writing %s", (_, write) => {
  it("makes the folder, and writes nothing where a file exists", () => {
    const folder = temporaryFolder();
    expect(write(path.join(folder, "made/here"))).toBe(null);
    expect(write(path.join(folder, "made/here"))).toMatch(/made\/here\/a\.json$/);
    expect(readTree(folder)).toEqual({ "made/here/a.json": "{}" });
  });

  it.each<[string, string, RegExp]>([
    ["below a file", "file/below", /: a part of the path is a file and not a folder\.$/],
    ["into what is a file", "file", /: (?:a part of the path is a file and not a folder|a file is in the way)\.$/],
    ["under a name that is too long", "x".repeat(300), /: its name is too long\.$/],
  ])("says what keeps it from writing %s", (__, name, message) => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, "file"), "mine");
    const error = thrownBy(() => write(path.join(folder, name)));
    expect(error).toMatchObject({ code: "cannot_write", message: expect.stringMatching(message) });
    expect(readTree(folder)).toEqual({ file: "mine" });
  });
});
