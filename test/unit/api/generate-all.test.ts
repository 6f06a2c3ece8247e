import fs from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ConfigError, generate, generateAll, SchemaError } from "../../../src/index.js";
import { readTree, temporaryFolder } from "../io/temporary-folder.js";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  vi.stubEnv("XDG_CACHE_HOME", path.join(temporaryFolder(), "cache"));
  for (const name of ["a", "b", "c"]) writePackage(`packages/${name}`, { name: `@acme/${name}` });
});
afterEach(() => vi.unstubAllEnvs());

const CONFIGS = ["a", "b", "c"].map((name) => `packages/${name}/claims.config.json`);

function write(file: string, value: unknown): void {
  const target = path.join(folder, file);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(target, typeof value === "string" ? value : JSON.stringify(value, null, 2));
}

function writePackage(where: string, own: { name: string; output?: string; config?: string }): void {
  write(`${where}/${own.config ?? "claims.config.json"}`, {
    package: { name: own.name, version: "1.0.0" },
    output: own.output ?? "generated",
    tokens: { session: { schema: "session.json", algorithms: ["ES256"], lifetime: "15m" } },
  });
  write(`${where}/session.json`, { type: "object", properties: { role: { enum: ["admin", own.name] } } });
}

const run = (configs: readonly string[], check?: boolean) => generateAll({ configs, cwd: folder, check });
const generated = (name: string): Record<string, string> => readTree(path.join(folder, `packages/${name}/generated`));

describe("generateAll", () => {
  it("writes the package of each config, and the second time none", async () => {
    const first = await run(["packages/*"]);
    expect(first.packages).toMatchObject(CONFIGS.map((config) => ({ config, error: null, unchanged: 0, removed: [] })));
    for (const name of ["a", "b", "c"]) {
      expect(generated(name)["tokens/session.d.ts"]).toContain(`"@acme/${name}"`);
    }
    const second = await run(CONFIGS);
    expect(second.packages).toMatchObject(CONFIGS.map((config) => ({ config, written: [], removed: [] })));
  });

  it("writes byte for byte what a run for one config writes", async () => {
    await run(CONFIGS);
    const together = generated("b");
    fs.rmSync(path.join(folder, "packages/b/generated"), { recursive: true });
    await generate({ cwd: path.join(folder, "packages/b") });
    expect(generated("b")).toEqual(together);
  });

  it("lets one that fails stop no other, and leaves its package whole", async () => {
    await run(CONFIGS);
    const before = generated("b");
    write("packages/b/session.json", '{ "type": "object", }');
    write("packages/c/session.json", { type: "object", properties: { role: { const: "owner" } } });
    const { packages } = await run(CONFIGS);
    expect(packages).toMatchObject([
      { written: [] },
      { config: CONFIGS[1] },
      { written: expect.arrayContaining(["README.md"]) },
    ]);
    expect(packages[1]?.error).toBeInstanceOf(SchemaError);
    expect(packages[1]?.error).toMatchObject({
      code: "invalid_syntax",
      at: { file: "packages/b/session.json", line: 1, column: 19 },
    });
    expect(generated("b")).toEqual(before);
  });

  it.each([
    { name: "no JSON", file: "claims.config.json", content: "{", code: "invalid_syntax" },
    { name: "a schema that is no schema", file: "session.json", content: "[]", code: "invalid_schema" },
    { name: "a file where the output belongs", file: "generated", content: "", code: "not_a_folder" },
  ])("names the config of $name from the working directory", async ({ file, content, code }) => {
    write(`packages/b/${file}`, content);
    const { packages } = await run(CONFIGS);
    expect(packages.map(({ error }) => error?.code)).toEqual([undefined, code, undefined]);
    const inConfig = file === "generated" ? "claims.config.json" : file;
    expect(packages[1]?.error?.at?.file).toBe(`packages/b/${inConfig}`);
  });

  it("says with `check` what differs in each, and writes nothing", async () => {
    await run(CONFIGS);
    fs.rmSync(path.join(folder, "packages/a/generated/README.md"));
    const before = readTree(folder);
    const { packages } = await run(CONFIGS, true);
    expect(packages).toMatchObject([
      { files: [{ file: "README.md", state: "missing" }] },
      { files: [] },
      { files: [] },
    ]);
    expect(readTree(folder)).toEqual(before);
  });

  it("tells which config it is at", async () => {
    const told: string[] = [];
    await generateAll({ configs: CONFIGS.slice(0, 2), cwd: folder, progress: (text) => told.push(text) });
    expect(told).toEqual(CONFIGS.slice(0, 2).map((config) => expect.stringMatching(`^${config}: `)));
  });
});

describe("generateAll refuses", () => {
  it("a name that leads to no config, before it writes anything", async () => {
    const before = readTree(folder);
    await expect(run([...CONFIGS, "packages/d"])).rejects.toMatchObject({ code: "config_not_found" });
    expect(readTree(folder)).toEqual(before);
  });

  const collisions = [
    {
      name: "two packages of one name",
      where: "packages/d",
      own: { name: "@acme/a" },
      message:
        'The packages of packages/a/claims.config.json and packages/d/claims.config.json have the same name, "@acme/a".',
      at: { file: "packages/d/claims.config.json", line: 3, pointer: "/package/name" },
    },
    {
      name: "two packages in one output folder",
      where: "packages/a",
      own: { name: "@acme/d", config: "d.json" },
      message: "The packages of packages/a/claims.config.json and packages/a/d.json have the same output folder.",
      at: { file: "packages/a/d.json", line: 6, pointer: "/output" },
    },
    {
      name: "a package inside another's output folder",
      where: ".",
      own: { name: "@acme/d", output: "packages" },
      message:
        "The packages of packages/a/claims.config.json and claims.config.json have output folders of which one is inside the other.",
      at: { file: "claims.config.json", line: 6, pointer: "/output" },
    },
  ];
  it.each(
    collisions.flatMap((one) => [
      { ...one, when: "not generated yet" },
      { ...one, when: "generated before" },
    ]),
  )("$name, $when, and writes nothing", async ({ where, own, message, at, when }) => {
    if (when === "generated before") await run(CONFIGS);
    writePackage(where, own);
    const before = readTree(folder);
    const config = path.posix.join(where, "config" in own ? own.config : "claims.config.json");
    const error = await run([...CONFIGS, config]).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toMatchObject({ code: "config_collision", message, at });
    expect(readTree(folder)).toEqual(before);
  });
});
