import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { runInProcess } from "../../../support/run-in-process.js";
import { scratchFolder } from "../../../support/scratch-project.js";

let folder: string;
beforeAll(() => {
  folder = scratchFolder();
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

it("says what it wrote, and keeps the folder's name from steering the terminal", async () => {
  vi.spyOn(process, "cwd").mockReturnValue(folder);
  const { code, out } = await runInProcess(["init", "a\u001b[31m"]);
  vi.restoreAllMocks();
  expect({ code, out }).toEqual({
    code: 0,
    out: [
      "wrote a\\u{1b}[31m/claims.config.json",
      "wrote a\\u{1b}[31m/schemas/access-token.schema.json",
      "Change the schema to your claims, then run `npx claimsmith generate` in a\\u{1b}[31m.",
      "",
    ].join("\n"),
  });
  expect(fs.existsSync(path.join(folder, "a\u001b[31m", "claims.config.json"))).toBe(true);
});
