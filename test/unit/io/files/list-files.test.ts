import { describe, expect, it } from "vitest";
import { listFiles } from "../../../../src/io/files/list-files.js";
import { temporaryFolder, writeTree } from "../temporary-folder.js";

describe("listFiles", () => {
  it("gives the files of all folders below, as paths from the folder, and no folder", () => {
    const folder = temporaryFolder();
    writeTree(folder, { "a.ts": "", "b/c.ts": "", "b/d/e.ts": "", "é x/f": "" });
    expect([...listFiles(folder)].sort()).toEqual(["a.ts", "b/c.ts", "b/d/e.ts", "é x/f"]);
  });

  it("throws what node:fs throws where there is no such folder", () => {
    expect(() => listFiles(`${temporaryFolder()}/none`)).toThrow(expect.objectContaining({ code: "ENOENT" }));
  });
});
