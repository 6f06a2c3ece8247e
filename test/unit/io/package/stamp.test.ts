import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { digestOf } from "../../../../src/io/files/file-digest.js";
import { isUnchanged, readOutline, readStamp, writeStamp } from "../../../../src/io/package/stamp.js";
import { writePackage } from "../../../../src/io/package/write-package.js";
import { PACKAGE_ROOT } from "../../../../src/io/package-root.js";
import { readTree, temporaryFolder, writeTree } from "../temporary-folder.js";

const FILES = new Map([
  ["index.js", "export {};\n"],
  ["tokens/a.js", "// a\n"],
]);

/** A project that has been generated and stamped; `node_modules` is at the root, the config below it. */
function project(): { root: string; folder: string; config: string; stamps: () => string[] } {
  const root = temporaryFolder();
  const folder = path.join(root, "service");
  const config = path.join(folder, "claims.config.json");
  writeTree(folder, { "claims.config.json": "{}", "schemas/a.json": "true" });
  fs.mkdirSync(path.join(root, "node_modules"));
  writePackage(path.join(folder, "generated"), FILES, { inputs: "1", within: folder });
  writeStamp(config, {
    configDigest: digestOf("{}"),
    inputs: [
      { file: "schemas/a.json", sha256: digestOf("true") },
      { file: "schemas/absent.json", sha256: null },
    ],
    name: "@acme/claims",
    output: "generated",
    files: FILES,
    inputsDigest: "1",
  });
  const cache = path.join(root, "node_modules/.cache/claimsmith");
  return { root, folder, config, stamps: () => fs.readdirSync(cache).map((name) => path.join(cache, name)) };
}

beforeEach(() => {
  vi.stubEnv("XDG_CACHE_HOME", undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("isUnchanged", () => {
  it("says so where nothing changed, and how many files the package has", () => {
    const { config } = project();
    expect(isUnchanged(config)).toMatchObject({ unchanged: true, count: 3 });
  });

  const changes: { name: string; change: (folder: string) => void }[] = [
    { name: "the config changed", change: (folder) => writeTree(folder, { "claims.config.json": "{ }" }) },
    { name: "the config is gone", change: (folder) => fs.rmSync(path.join(folder, "claims.config.json")) },
    { name: "a schema changed", change: (folder) => writeTree(folder, { "schemas/a.json": "false" }) },
    { name: "a schema is gone", change: (folder) => fs.rmSync(path.join(folder, "schemas/a.json")) },
    {
      name: "a schema is a folder now",
      change: (folder) => {
        fs.rmSync(path.join(folder, "schemas/a.json"));
        fs.mkdirSync(path.join(folder, "schemas/a.json"));
      },
    },
    {
      name: "a file that was looked for in vain is there",
      change: (folder) => writeTree(folder, { "schemas/absent.json": "" }),
    },
    {
      name: "a generated file was edited",
      change: (folder) => writeTree(folder, { "generated/tokens/a.js": "// b\n" }),
    },
    {
      name: "a generated file became a link to its copy",
      change: (folder) => {
        fs.renameSync(path.join(folder, "generated/index.js"), path.join(folder, "index.js"));
        fs.symlinkSync("../index.js", path.join(folder, "generated/index.js"));
      },
    },
    { name: "a generated file is gone", change: (folder) => fs.rmSync(path.join(folder, "generated/index.js")) },
    { name: "the manifest is gone", change: (folder) => fs.rmSync(path.join(folder, "generated/.claimsmith.json")) },
    { name: "the output is gone", change: (folder) => fs.rmSync(path.join(folder, "generated"), { recursive: true }) },
    {
      name: "the output became a link",
      change: (folder) => {
        fs.renameSync(path.join(folder, "generated"), path.join(folder, "moved"));
        fs.symlinkSync("moved", path.join(folder, "generated"));
      },
    },
    {
      name: "a killed run left its stage",
      change: (folder) => fs.mkdirSync(path.join(folder, ".generated.claimsmith-stage-00000000-1-abc-000000000000")),
    },
  ];
  it.each(changes)("says no when $name", ({ change }) => {
    const { folder, config } = project();
    change(folder);
    expect(isUnchanged(config)).toEqual({ unchanged: false });
  });

  it("is not moved by foreign files or by times", () => {
    const { folder, config } = project();
    writeTree(folder, { "generated/CHANGELOG.md": "mine" });
    fs.utimesSync(path.join(folder, "generated/index.js"), 1, 1);
    expect(isUnchanged(config).unchanged).toBe(true);
  });

  it("follows an input that is a link", () => {
    const { folder, config } = project();
    fs.renameSync(path.join(folder, "schemas/a.json"), path.join(folder, "moved.json"));
    fs.symlinkSync("../moved.json", path.join(folder, "schemas/a.json"));
    expect(isUnchanged(config).unchanged).toBe(true);
  });

  it("says no for another config, and for another build of the tool", () => {
    const { folder, config, stamps } = project();
    writeTree(folder, { "other.json": "{}" });
    expect(isUnchanged(path.join(folder, "other.json"))).toEqual({ unchanged: false });
    const [stamp = ""] = stamps();
    fs.writeFileSync(stamp, fs.readFileSync(stamp, "utf8").replace(/"generator":"./, '"generator":"x'));
    expect(isUnchanged(config)).toEqual({ unchanged: false });
  });

  it.each([
    [""],
    ["null"],
    ["[]"],
    ["{}"],
    ['{"generator":"","output":"","inputs":[],"outputs":[]}'],
    ['{"generator":1,"output":"","inputs":[{"file":"a","sha256":"b"}],"outputs":[{"file":"a","sha256":"b"}]}'],
    ['{"generator":"","output":"","inputs":[null],"outputs":[{"file":"a","sha256":"b"}]}'],
    ['{"generator":"","output":"","inputs":[{"file":"a","sha256":"b"}],"outputs":[{"file":"a","sha256":null}]}'],
    ['{"__proto__":{"generator":"","output":""}}'],
  ])("ignores the stamp %j", (text) => {
    const { config, stamps } = project();
    fs.writeFileSync(stamps()[0] ?? "", text);
    expect(readStamp(config)).toBeNull();
    expect(isUnchanged(config)).toEqual({ unchanged: false });
  });
});

describe("readOutline", () => {
  it("gives name and output of the package, also where a schema or the package is another now", () => {
    const { folder, config } = project();
    writeTree(folder, { "schemas/a.json": "false", "generated/index.js": "" });
    expect(readOutline(config)).toMatchObject({ name: "@acme/claims", output: "generated" });
  });

  it("gives nothing once the config is another or gone", () => {
    const { folder, config } = project();
    writeTree(folder, { "claims.config.json": "{ }" });
    expect(readOutline(config)).toBeNull();
    fs.rmSync(config);
    expect(readOutline(config)).toBeNull();
  });
});

describe("writeStamp", () => {
  const source = {
    configDigest: "0",
    inputs: [],
    name: "@acme/claims",
    output: "generated",
    files: FILES,
    inputsDigest: "1",
  };

  it("keeps it in the nearest node_modules, one file for each config, and writes nothing else", () => {
    const { root, config, stamps } = project();
    expect(stamps()).toEqual([path.join(root, "node_modules/.cache/claimsmith", `${digestOf(config)}.json`)]);
    const before = Object.keys(readTree(root));
    writeStamp(config, source);
    expect(Object.keys(readTree(root))).toEqual(before);
    expect(readStamp(config)?.inputs).toEqual([{ file: "claims.config.json", sha256: "0" }]);
  });

  it("keeps it in the user's cache where there is no node_modules", () => {
    const folder = temporaryFolder();
    const config = path.join(folder, "project/claims.config.json");
    fs.mkdirSync(path.dirname(config));
    vi.stubEnv("XDG_CACHE_HOME", path.join(folder, "cache"));
    writeStamp(config, source);
    expect(Object.keys(readTree(folder))).toEqual([`cache/claimsmith/${digestOf(config)}.json`, "project"]);
    expect(readStamp(config)?.output).toBe("generated");
  });

  it("is silent where it cannot be kept", () => {
    const { root, config } = project();
    fs.rmSync(path.join(root, "node_modules/.cache"), { recursive: true });
    writeTree(root, { "node_modules/.cache": "a file" });
    expect(() => writeStamp(config, source)).not.toThrow();
    expect(readStamp(config)).toBeNull();
  });
});

describe("the module", () => {
  it("loads nothing but node: modules and files of its own layer that do the same", () => {
    const seen = new Set<string>();
    const outside = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      for (const [statement, specifier = ""] of fs
        .readFileSync(file, "utf8")
        .matchAll(/^(?:import|export) [^;]*?from "([^"]+)";/gms)) {
        if (statement.startsWith("import type ") || specifier.startsWith("node:")) continue;
        if (specifier.startsWith(".")) visit(path.join(path.dirname(file), specifier.replace(/\.js$/, ".ts")));
        else outside.add(specifier);
      }
    };
    visit(path.join(PACKAGE_ROOT, "src/io/package/stamp.ts"));
    visit(path.join(PACKAGE_ROOT, "src/io/project/find-config.ts"));
    expect([...outside]).toEqual([]);
    expect([...seen].map((file) => path.relative(path.join(PACKAGE_ROOT, "src"), file)).sort()).toEqual([
      "errors.ts",
      "io/files/file-digest.ts",
      "io/files/list-files.ts",
      "io/files/paths.ts",
      "io/files/system-error.ts",
      "io/generator-id.ts",
      "io/package-root.ts",
      "io/package/cache-folder.ts",
      "io/package/package-manifest.ts",
      "io/package/package-siblings.ts",
      "io/package/stamp.ts",
      "io/project/find-config.ts",
    ]);
  });
});
