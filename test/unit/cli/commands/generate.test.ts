import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { plainGenerate } from "../../../../src/cli/commands/generate.js";
import { runInProcess } from "../../../support/run-in-process.js";
import { temporaryFolder } from "../../io/temporary-folder.js";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  vi.stubEnv("XDG_CACHE_HOME", path.join(temporaryFolder(), "cache"));
  // The command line is relative to the working directory, which a worker cannot change.
  vi.spyOn(process, "cwd").mockReturnValue(folder);
  for (const name of ["a", "b"]) {
    write(`${name}/claims.config.json`, {
      package: { name, version: "1.0.0" },
      tokens: { session: { schema: "session.json", algorithms: ["ES256"], lifetime: "15m" } },
    });
    write(`${name}/session.json`, { type: "object" });
  }
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

function write(file: string, value: unknown): void {
  fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
  fs.writeFileSync(path.join(folder, file), typeof value === "string" ? value : JSON.stringify(value));
}

const claimsmith = (...words: readonly string[]) => runInProcess(["generate", ...words]);

describe("claimsmith generate CONFIG...", () => {
  it.each([["a/claims.config.json", "b/claims.config.json"], ["a", "b"], ["*"], ["./a", "*/claims.config.json"]])(
    "writes the packages of %s %s",
    async (...words) => {
      const { code, out, err } = await claimsmith(...words.filter((word) => word !== undefined));
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toContain("2 packages: 2 written.");
      expect(await claimsmith("*", "--check")).toMatchObject({ code: 0, err: "" });
    },
  );

  it("ends with the code of the worst: 1 where a package differs, 2 where one could not be generated", async () => {
    await claimsmith("*");
    fs.rmSync(path.join(folder, "a/generated/README.md"));
    expect(await claimsmith("--check", "a", "b")).toMatchObject({ code: 1, err: "" });
    write("b/session.json", "{");
    const worst = await claimsmith("--check", "a", "b");
    expect(worst.code).toBe(2);
    expect(worst.err).toContain("error [invalid_syntax] The file ends too early.\n  at b/session.json:1:2\n");
    // With the line, which is read from the folder that the place is relative to.
    expect(worst.err).toContain("> 1 | {");
    expect(worst.out).toContain("2 packages: 1 differing, 1 failed.\n");
  });

  it("prints one object for all with --format json, also for a single name", async () => {
    const { code, out } = await claimsmith("a", "--format", "json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ packages: [{ config: "a/claims.config.json", files: [], error: null }] });
  });

  it.each([
    { words: ["a", "--config", "b/claims.config.json"], code: "invalid_option" },
    { words: ["a", "nothing"], code: "config_not_found" },
    { words: ["nothing*"], code: "config_not_found" },
    { words: [""], code: "config_not_found" },
    { words: ["a", "--chekc"], code: "unknown_option" },
    { words: ["a", "--check", "--watch"], code: "invalid_option" },
    { words: ["a", "--format", "yaml"], code: "invalid_option" },
  ])("refuses $words", async ({ words, code }) => {
    const refused = await claimsmith(...words);
    expect(refused).toMatchObject({ code: 2, out: "" });
    expect(refused.err).toContain(`error [${code}]`);
    expect(fs.existsSync(path.join(folder, "a/generated"))).toBe(false);
  });

  it("takes the last --config and --format of several, as before", async () => {
    const words = ["--config", "b/claims.config.json", "--config", "a/claims.config.json"];
    const { code, out } = await claimsmith(...words, "--format", "text", "--format", "json");
    expect(code).toBe(0);
    expect(Object.keys(JSON.parse(out))).toEqual(["written", "removed", "unchanged", "files"]);
    expect(fs.readdirSync(folder).filter((name) => fs.existsSync(path.join(folder, name, "generated")))).toEqual(["a"]);
  });
});

describe("plainGenerate", () => {
  it.each([
    [["generate"], { configs: [] }],
    [["generate", "--check"], { configs: [], check: true }],
    [["generate", "a", "--check", "b"], { configs: ["a", "b"], check: true }],
    [["generate", "--check", "--check"], null],
    [["generate", "--watch"], null],
    [["generate", "a", "--format", "json"], null],
    [["lint"], null],
    [[], null],
  ])("of %j is %j", (words, want) => {
    expect(plainGenerate(words)).toEqual(want);
  });
});
