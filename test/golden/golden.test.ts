import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BuiltPackage, buildPackage } from "../../src/api/build-package.js";
import { anyExports } from "../../src/emit/any-functions.js";
import { requestExports } from "../../src/emit/request-functions.js";
import { REPOSITORY } from "../support/project.js";
import { runCommand } from "../support/run-command.js";

const GOLDEN = path.join(REPOSITORY, "test/golden");
const projects = readdirSync(GOLDEN, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** The packages of all projects, written whole, beside this repository's node_modules. */
let scratch: string;
const built = new Map<string, BuiltPackage>();

const packageOf = (name: string): BuiltPackage => {
  const found = built.get(name);
  if (found === undefined) throw new TypeError(`${name} was not built.`);
  return found;
};

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), "claimsmith-golden-"));
  await symlink(path.join(REPOSITORY, "node_modules"), path.join(scratch, "node_modules"));
  await writeFile(path.join(scratch, "package.json"), '{ "type": "module" }\n');
  for (const name of projects) {
    const made = await buildPackage(path.join(GOLDEN, name, "claims.config.json"));
    built.set(name, made);
    for (const [file, text] of made.files) {
      const target = path.join(scratch, name, file);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, text);
    }
    await writeFile(
      path.join(scratch, name, "use.ts"),
      'import * as everything from "./index.js";\nvoid everything;\n',
    );
  }
});

afterAll(() => rm(scratch, { recursive: true, force: true }));

describe.each(projects)("golden project %s", (name) => {
  it("generates what was reviewed", async () => {
    const expected = path.join(GOLDEN, name, "expected");
    const files = [...packageOf(name).files].filter(([file]) => !file.startsWith("runtime/"));
    for (const [file, text] of files) await expect(text).toMatchFileSnapshot(path.join(expected, file));
    const known = new Set(files.map(([file]) => file));
    const found = readdirSync(expected, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(expected, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
    expect(found.filter((file) => !known.has(file))).toEqual([]);
  });

  it("generates the same bytes twice", async () => {
    const again = await buildPackage(path.join(GOLDEN, name, "claims.config.json"));
    expect([...again.files]).toEqual([...packageOf(name).files]);
    expect(again.inputsDigest).toBe(packageOf(name).inputsDigest);
  });
});

describe("the golden packages", () => {
  const strict = {
    target: "ES2022",
    lib: ["ES2022"],
    types: ["node"],
    module: "NodeNext",
    moduleResolution: "NodeNext",
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    noImplicitOverride: true,
    noPropertyAccessFromIndexSignature: true,
    noUnusedLocals: true,
    skipLibCheck: false,
  };

  it.each([
    ["5.9", "typescript-5.9"],
    ["6", "typescript"],
    ["7", "typescript-7"],
  ])("compile strictly with TypeScript %s", async (version, folder) => {
    const config = path.join(scratch, `tsconfig.${version}.json`);
    const include = projects.map((name) => `${name}/use.ts`);
    const outDir = `out-${version}`;
    await writeFile(config, JSON.stringify({ compilerOptions: { ...strict, rootDir: ".", outDir }, include }));
    const tsc = path.join(REPOSITORY, "node_modules", folder, "bin/tsc");
    const { code, stdout } = await runCommand(process.execPath, [tsc, "-p", config], { cwd: scratch });
    expect(stdout).toBe("");
    expect(code).toBe(0);
  });

  /** The exports of a package; one of TypeScript sources is taken as the compiler of the test before made it. */
  async function load(name: string): Promise<Record<string, unknown>> {
    const { config } = packageOf(name);
    const folder = config.emit === "js" ? path.join(scratch, name) : path.join(scratch, "out-6", name);
    return import(pathToFileURL(path.join(folder, "index.js")).href);
  }

  it.each(projects)("of %s export exactly what the config asks for", async (name) => {
    const { project } = packageOf(name);
    const any = anyExports(project).length === 0 ? [] : ["verifyAny"];
    const names = project.tokens.flatMap((token) => {
      const {
        names: { pascal, camel },
        helpers,
      } = token;
      return [
        `${pascal}ClaimNames`,
        `${camel}Policy`,
        `${camel}Schema`,
        `is${pascal}Claims`,
        `validate${pascal}Claims`,
        ...helpers.map((helper) => `${helper}${pascal}`),
        ...(helpers.includes("verify") ? [`create${pascal}Verifier`, ...requestExports(token)] : []),
      ];
    });
    expect(Object.keys(await load(name)).sort()).toEqual(
      [...names, ...any, "AuthenticationError", "ClaimsError", "createMemoryStore"].sort(),
    );
  });

  const key = new Uint8Array(32).fill(7);
  const samples = projects.flatMap((name) => {
    const file = path.join(GOLDEN, name, "claims.json");
    const claims: Record<string, unknown> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
    return Object.entries(claims).map(([token, value]) => ({ name, token, value }));
  });

  it.each(samples)("of $name issue and verify a token $token", async ({ name, token, value }) => {
    const { pascal } = packageOf(name).project.tokens.find(({ key }) => key === token)?.names ?? { pascal: "" };
    const exports = await load(name);
    const issue = exports[`issue${pascal}`] as (claims: unknown, options: unknown) => Promise<string>;
    const verify = exports[`verify${pascal}`] as (token: string, options: unknown) => Promise<{ claims: object }>;
    const { claims } = await verify(await issue(value, { key }), { key });
    expect(claims).toMatchObject(JSON.parse(JSON.stringify(value)));
    await expect(issue({ ...(value as object), exp: "soon" }, { key })).rejects.toMatchObject({
      code: "invalid_claims",
    });
  });

  it("hold the runtime byte for byte", async () => {
    const js = packageOf("minimal").files;
    const ts = packageOf("emit-ts").files;
    const sources = readdirSync(path.join(REPOSITORY, "src/runtime"), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => file.split(path.sep).join("/"));
    expect([...ts.keys()].filter((file) => file.startsWith("runtime/")).sort()).toEqual(
      sources.map((file) => `runtime/${file}`).sort(),
    );
    for (const file of sources) {
      expect(ts.get(`runtime/${file}`)).toBe(await readFile(path.join(REPOSITORY, "src/runtime", file), "utf8"));
      for (const compiled of [file.replace(/\.ts$/, ".js"), file.replace(/\.ts$/, ".d.ts")]) {
        // The one file that differs: import conditions choose the engine, see test/unit/emit/engine-files.test.ts.
        if (file === "engine/platform-engine.ts") continue;
        expect(js.get(`runtime/${compiled}`)).toBe(
          await readFile(path.join(REPOSITORY, "dist/runtime", compiled), "utf8"),
        );
      }
    }
  });
});
