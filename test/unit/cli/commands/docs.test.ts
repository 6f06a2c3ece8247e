import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { SAMPLE_PROJECT } from "../../../support/catalogue-sample.js";
import { runInProcess } from "../../../support/run-in-process.js";
import { scratchFolder, writeProject } from "../../../support/scratch-project.js";

let folder: string;
beforeAll(() => {
  folder = scratchFolder();
  writeProject(folder, SAMPLE_PROJECT);
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  // The command line is relative to the working directory, which a worker cannot change.
  vi.spyOn(process, "cwd").mockReturnValue(folder);
  return () => vi.restoreAllMocks();
});

const claimsmith = (...words: readonly string[]) => runInProcess(words);

describe("claimsmith docs", () => {
  it("says what it wrote and where to begin, and then that nothing has changed", async () => {
    expect(await claimsmith("docs")).toEqual({ code: 0, err: "", out: "Wrote 5 files. Open catalogue/index.html.\n" });
    expect((await claimsmith("docs")).out).toBe("Unchanged: 5 files. Open catalogue/index.html.\n");
    const { out } = await claimsmith("docs", "--format", "markdown", "--out", "catalogue");
    expect(out).toBe("Wrote 4 files, 4 files removed. Open catalogue/README.md.\n");
  });

  it("says on stderr which token has no example, and what to do", async () => {
    const other = path.join(folder, "other");
    const schema = { type: "object", properties: { a: { type: "string", pattern: "^(?=b)c$" } }, required: ["a"] };
    const tokens = { session: { schema: "a.json", algorithms: ["ES256"], lifetime: "15m" } };
    writeProject(other, {
      "claims.config.json": { package: { name: "o", version: "1.0.0" }, tokens },
      "a.json": schema,
    });
    const { code, err } = await claimsmith("docs", "--config", "other/claims.config.json");
    expect({ code, err }).toEqual({
      code: 0,
      err: 'note "session" has no example: add "examples" to the schema of "a".\n',
    });
  });

  it.each([
    [["--format", "pdf"], "[invalid_option]"],
    [["--out", "generated"], "[invalid_option] The catalogue cannot be written to generated"],
    [["--out", "access.json"], "[not_a_folder]"],
    [["--history"], "[unknown_revision] There is no history to show"],
    [["--config", "none.json"], "[config_not_found]"],
    [["extra"], "[unknown_"],
  ])("exits with 2 for %j", async (words, message) => {
    const { code, out, err } = await claimsmith("docs", ...words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
  });
});
