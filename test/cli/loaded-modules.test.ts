import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPackage } from "../../src/api/build-package.js";
import * as api from "../../src/index.js";
import { REPOSITORY } from "../support/project.js";
import { runCommand } from "../support/run-command.js";
import { writeProject } from "../support/scratch-project.js";

/** Built by `npm run build`, which every check begins with. */
const DIST = path.join(REPOSITORY, "dist");

const CONFIG = {
  package: { name: "@acme/claims", version: "1.0.0" },
  tokens: { accessToken: { schema: "a.json", algorithms: ["ES256"], lifetime: "15m" } },
};
const SCHEMA = {
  type: "object",
  properties: { role: { enum: ["admin", "member"] }, email: { $ref: "claimsmith:iana-jwt#/$defs/email" } },
};
const YAML = "type: object\nproperties:\n  role: { enum: [admin, member] }\n";

/** What every run loads. */
const START = ["chunks/rolldown-runtime.js", "chunks/unchanged.js", "cli/main.js"];
/** What reading schemas and writing packages takes. */
const GENERATE = [
  "chunks/build-package.js",
  "chunks/common.js",
  "chunks/declarations.js",
  "chunks/package.js",
  "chunks/project.js",
  START[0],
  "chunks/src.js",
  START[1],
  "chunks/write-package.js",
  ...START.slice(2),
];

let folder: string;
let counter = 0;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "claimsmith-loaded-"));
  symlinkSync(path.join(REPOSITORY, "node_modules"), path.join(folder, "node_modules"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A project of its own; the stamp of a run is told from others' by the path of the config. */
function project(files: Readonly<Record<string, unknown>>): string {
  counter += 1;
  const own = path.join(folder, `project-${counter}`);
  writeProject(own, { "claims.config.json": CONFIG, "a.json": SCHEMA, ...files });
  return own;
}

/** The files that a run of the built command line loads, by their path in `dist`; V8 lists them where its coverage is asked for. */
async function loadedBy(words: readonly string[], cwd: string): Promise<string[]> {
  counter += 1;
  const coverage = path.join(folder, `coverage-${counter}`);
  const ended = await runCommand(process.execPath, [path.join(DIST, "cli/main.js"), ...words], {
    cwd,
    env: { NODE_V8_COVERAGE: coverage },
  });
  expect(ended).toMatchObject({ code: 0, stderr: "" });
  const urls = readdirSync(coverage).flatMap((file) => {
    const { result }: { result: { url: string }[] } = JSON.parse(readFileSync(path.join(coverage, file), "utf8"));
    return result.map(({ url }) => url).filter((url) => url.startsWith("file:"));
  });
  return urls.map((url) => path.relative(DIST, fileURLToPath(url)).split(path.sep).join("/")).sort();
}

describe("the built command line", () => {
  it.each([[["generate"]], [["generate", "--check"]]])(
    "loads a few kilobytes of bundled files for an unchanged %j",
    async (words) => {
      const own = project({});
      await loadedBy(["generate"], own);
      const loaded = await loadedBy(words, own);
      expect(loaded).toEqual(START);
      const bytes = loaded.reduce((sum, file) => sum + statSync(path.join(DIST, file)).size, 0);
      expect(bytes).toBeLessThan(50_000);
    },
  );

  it("loads neither the argument parser nor any package for a generate that writes, and yaml only for YAML", async () => {
    expect(await loadedBy(["generate"], project({}))).toEqual(GENERATE);
    const tokens = { accessToken: { ...CONFIG.tokens.accessToken, schema: "a.yaml" } };
    const inYaml = project({ "claims.config.json": { ...CONFIG, tokens }, "a.yaml": YAML });
    expect(await loadedBy(["generate"], inYaml)).toEqual([...GENERATE, "chunks/yaml.cjs"].sort());
  });

  it("says its version and its help without what the commands need", async () => {
    const heavy = /package|project|shared|lint|inspect|infer|recheck|yaml|node_modules/;
    for (const words of [["--version"], ["--help"], ["diff", "--help"]]) {
      const loaded = await loadedBy(words, folder);
      expect(loaded).toContain("chunks/run.js");
      expect(loaded.filter((file) => heavy.test(file))).toEqual([]);
    }
  });

  it("loads the search for slow patterns only where a pattern needs it", async () => {
    const lint = { extends: "claimsmith:none", rules: { "slow-pattern": "warn" } };
    const withPattern = (pattern: string) =>
      project({
        "claims.config.json": { ...CONFIG, lint },
        "a.json": { type: "object", properties: { role: { type: "string", maxLength: 9, pattern } } },
      });
    expect(await loadedBy(["lint"], withPattern("^[a-z]+$"))).not.toContain("chunks/recheck.cjs");
    expect(await loadedBy(["lint"], withPattern("^([a-z]|b)+c$"))).toContain("chunks/recheck.cjs");
  });

  it("loads the templates for the catalogue, and what compares two states only for its history", async () => {
    const loaded = await loadedBy(["docs"], project({}));
    expect(loaded).toContain("chunks/docs.js");
    expect(loaded.filter((file) => /claim-history|diff|lint\.js|ts-morph/.test(file))).toEqual([]);
    expect(await loadedBy(["inspect", "--help"], folder)).not.toContain("chunks/docs.js");
  });

  it("writes, byte for byte, what the sources write", async () => {
    const own = project({});
    await loadedBy(["generate"], own);
    const { files } = await buildPackage(path.join(own, "claims.config.json"));
    expect(files.size).toBeGreaterThan(50);
    for (const [name, text] of files) {
      expect(readFileSync(path.join(own, "generated", name), "utf8") === text, name).toBe(true);
    }
  });
});

describe("the built files", () => {
  const files = readdirSync(DIST, { recursive: true, encoding: "utf8" }).map((file) => path.join(DIST, file));
  const manifest: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(path.join(REPOSITORY, "package.json"), "utf8"),
  );

  it("import packages that are installed along, and no other", () => {
    const outside = files
      .filter((file) => /\.[cm]?[jt]s$/.test(file))
      .flatMap((file) =>
        ts
          .preProcessFile(readFileSync(file, "utf8"))
          .importedFiles.map(({ fileName }) => fileName)
          .filter((name) => !name.startsWith(".") && !isBuiltin(name)),
      );
    expect([...new Set(outside)].sort()).toEqual(["jose", "ts-morph"]);
    expect(Object.keys(manifest.dependencies)).toEqual(expect.arrayContaining(["jose", "ts-morph"]));
  });

  it("export from the package what src/index.ts exports", async () => {
    const built: object = await import(pathToFileURL(path.join(DIST, "index.js")).href);
    expect(Object.keys(built).sort()).toEqual(Object.keys(api).sort());
  });

  it("come with the licence of every package that they hold", () => {
    const licences = readFileSync(path.join(DIST, "THIRD-PARTY-LICENSES.txt"), "utf8");
    const sources = files
      .filter((file) => file.endsWith(".map"))
      .flatMap((file): string[] => JSON.parse(readFileSync(file, "utf8")).sources);
    const packages = new Set(
      sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []),
    );
    expect([...packages]).toEqual(expect.arrayContaining(["ajv", "yargs", "yaml"]));
    for (const name of [...packages, "recheck"]) {
      expect(licences).toMatch(new RegExp(`^-{80}\n${name} \\d.*\\(.+\\)\n\n[^-]`, "m"));
    }
  });

  it("have maps that lead to our sources, with their text", () => {
    const map: { sources: string[]; sourcesContent: (string | null)[] } = JSON.parse(
      readFileSync(path.join(DIST, "chunks/project.js.map"), "utf8"),
    );
    const at = map.sources.indexOf("../../src/text/pointer.ts");
    expect(map.sourcesContent[at]).toBe(readFileSync(path.join(REPOSITORY, "src/text/pointer.ts"), "utf8"));
    const foreign = map.sources.findIndex((source) => source.includes("node_modules/ajv/"));
    expect(map.sourcesContent[foreign]).toBeNull();
  });
});
