import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ConfigError, generate, init, UsageError } from "../../../src/index.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "claimsmith-api-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inFolder = (file: string): string => path.join(folder, file);
const SCHEMA = "schemas/access-token.schema.json";
const TYPES = "generated/tokens/access-token.d.ts";

function editSchema(from: string, to: string): void {
  const text = readFileSync(inFolder(SCHEMA), "utf8");
  expect(text).toContain(from);
  writeFileSync(inFolder(SCHEMA), text.replace(from, to));
}

describe("init", () => {
  it("writes what generate can work on", async () => {
    expect(init({ folder })).toEqual({ written: ["claims.config.json", SCHEMA] });
    const result = await generate({ cwd: folder });
    expect(result).toMatchObject({ output: "generated", removed: [], unchanged: 0, files: [] });
    expect(result.written).toEqual(
      expect.arrayContaining(["package.json", "index.js", "tokens/access-token.js", "runtime/verify/verify.js"]),
    );
    expect(readFileSync(inFolder(TYPES), "utf8")).toContain('"admin" | "member"');
  });

  it("writes nothing at all where one of the files exists", () => {
    init({ folder });
    rmSync(inFolder("claims.config.json"));
    const text = readFileSync(inFolder(SCHEMA), "utf8");
    expect(() => init({ folder })).toThrow(UsageError);
    expect(existsSync(inFolder("claims.config.json"))).toBe(false);
    expect(readFileSync(inFolder(SCHEMA), "utf8")).toBe(text);
  });
});

describe("generate", () => {
  beforeEach(async () => {
    init({ folder });
    await generate({ cwd: folder });
  });

  it("writes nothing where nothing changed", async () => {
    const before = statSync(inFolder(TYPES)).mtimeMs;
    const result = await generate({ cwd: folder });
    expect(result).toMatchObject({ output: "generated", written: [], removed: [] });
    expect(result.unchanged).toBe(
      readdirSync(inFolder("generated"), { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).length,
    );
    expect(statSync(inFolder(TYPES)).mtimeMs).toBe(before);
  });

  it("writes only what changes, and takes away what is no longer generated", async () => {
    editSchema('"member"', '"guest"');
    const result = await generate({ cwd: folder });
    expect(result.written).toEqual(
      expect.arrayContaining(["tokens/access-token.d.ts", "tokens/access-token.validator.js"]),
    );
    expect(result.written).not.toEqual(expect.arrayContaining(["package.json"]));
    expect(result.removed).toEqual([]);

    const config = readFileSync(inFolder("claims.config.json"), "utf8");
    writeFileSync(inFolder("claims.config.json"), config.replace('"accessToken"', '"session"'));
    const renamed = await generate({ cwd: folder });
    expect(renamed.removed).toEqual(expect.arrayContaining(["tokens/access-token.d.ts", "tokens/access-token.js"]));
    expect(existsSync(inFolder(TYPES))).toBe(false);
  });

  it("finds the config from a folder below, or takes the one that is named", async () => {
    expect(await generate({ cwd: inFolder("schemas") })).toMatchObject({ output: "generated", written: [] });
    expect(await generate({ cwd: tmpdir(), config: inFolder("claims.config.json") })).toMatchObject({ written: [] });
    await expect(generate({ cwd: folder, config: "other.json" })).rejects.toBeInstanceOf(ConfigError);
  });

  it("says with `check` how each file differs, and writes nothing", async () => {
    expect((await generate({ cwd: folder, check: true })).files).toEqual([]);

    appendFileSync(inFolder(TYPES), "// edited\n");
    rmSync(inFolder("generated/README.md"));
    const edited = readFileSync(inFolder(TYPES), "utf8");
    const { files, written } = await generate({ cwd: folder, check: true });
    expect(files).toEqual([
      { file: "README.md", state: "missing" },
      { file: "tokens/access-token.d.ts", state: "edited" },
    ]);
    expect(written).toEqual([]);
    expect(readFileSync(inFolder(TYPES), "utf8")).toBe(edited);

    await generate({ cwd: folder });
    editSchema('"member"', '"guest"');
    const stale = await generate({ cwd: folder, check: true });
    expect(stale.files).toContainEqual({ file: "tokens/access-token.d.ts", state: "stale" });
    expect([...new Set(stale.files.map(({ state }) => state))]).toEqual(["stale"]);
  });

  it("leaves the process alone, and tells its progress to whoever asks", async () => {
    const { exitCode } = process;
    const told: string[] = [];
    editSchema('"member"', '"guest"');
    await generate({ cwd: folder, progress: (text) => told.push(text) });
    expect(told).toEqual(["Reading the schemas and generating…"]);
    await generate({ cwd: folder, progress: (text) => told.push(text) });
    expect(told).toHaveLength(1);
    expect(process.exitCode).toBe(exitCode);
  });
});
