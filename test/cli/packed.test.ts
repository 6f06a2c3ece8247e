import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { REPOSITORY } from "../support/project.js";
import { type Ended, runCommand } from "../support/run-command.js";

/** What a user gets: the packed tarball, installed in an empty project. */
let project: string;

const claimsmith = (words: string, cwd = project): Promise<Ended> =>
  runCommand(path.join(project, "node_modules/.bin/claimsmith"), words.split(" ").filter(Boolean), { cwd });

async function node(file: string, source: string, input = ""): Promise<Ended> {
  await writeFile(path.join(project, file), source);
  return runCommand(process.execPath, [file], { cwd: project, input });
}

function tsc(...files: readonly string[]): Promise<Ended> {
  const options = ["--strict", "--noEmit", "--module", "nodenext", "--target", "es2022", "--types", "node"];
  const compiler = path.join(REPOSITORY, "node_modules/typescript/bin/tsc");
  return runCommand(process.execPath, [compiler, ...options, ...files], { cwd: project });
}

/** Makes packages of this repository importable in the project. */
async function linkIntoProject(...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const target = path.join(project, "node_modules", name);
    await mkdir(path.dirname(target), { recursive: true });
    if (!existsSync(target)) await symlink(path.join(REPOSITORY, "node_modules", name), target);
  }
}

beforeAll(async () => {
  project = await mkdtemp(path.join(tmpdir(), "claimsmith-packed-"));
  const packed = await runCommand("npm", ["pack", "--ignore-scripts", "--pack-destination", project], {
    cwd: REPOSITORY,
  });
  expect(packed.code, packed.stderr).toBe(0);
  const tarball = packed.stdout.trim().split("\n").at(-1) ?? "";
  await writeFile(path.join(project, "package.json"), '{ "name": "empty", "private": true, "type": "module" }\n');
  const words = ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${tarball}`];
  const installed = await runCommand("npm", words, { cwd: project });
  expect(installed.code, installed.stderr).toBe(0);
}, 240_000);

afterAll(() => rm(project, { recursive: true, force: true }));

describe("the packed tarball in an empty project", () => {
  it("answers --version and --help on stdout", async () => {
    const { version } = JSON.parse(await readFile(path.join(REPOSITORY, "package.json"), "utf8"));
    expect(await claimsmith("--version")).toEqual({ code: 0, stdout: `${version}\n`, stderr: "" });
    const help = await claimsmith("--help");
    expect(help).toMatchObject({ code: 0, stderr: "" });
    for (const word of ["init", "generate", "Exit codes"]) expect(help.stdout).toContain(word);
    const generateHelp = await claimsmith("generate --help");
    expect(generateHelp).toMatchObject({ code: 0, stderr: "" });
    for (const word of ["--check", "--watch", "--config", "Examples"]) expect(generateHelp.stdout).toContain(word);
  });

  it("exits 2 and says what to do where there is no config", async () => {
    const ended = await claimsmith("generate");
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toContain("claimsmith init");
  });

  it("exits 2 for words that it does not know, and names the nearest that it knows", async () => {
    for (const [words, nearest] of [
      ["genrate", "generate"],
      ["generate --chek", "--check"],
    ] as const) {
      const ended = await claimsmith(words);
      expect(ended).toMatchObject({ code: 2, stdout: "" });
      expect(ended.stderr).toContain(`Did you mean \`${nearest}\`?`);
      expect(ended.stderr).not.toContain("    at ");
    }
    expect(await claimsmith("")).toMatchObject({ code: 2, stdout: "" });
    expect(await claimsmith("generate --format xml")).toMatchObject({ code: 2, stdout: "" });
  });

  it("writes a config and a claim set with init, and never again over them", async () => {
    const first = await claimsmith("init");
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toContain("wrote claims.config.json");
    const config = await readFile(path.join(project, "claims.config.json"), "utf8");
    const second = await claimsmith("init");
    expect(second).toMatchObject({ code: 2, stdout: "" });
    expect(second.stderr).toContain("claims.config.json exists already");
    expect(await readFile(path.join(project, "claims.config.json"), "utf8")).toBe(config);
  });

  it("ships the config's schema where the starter config points to", async () => {
    const { $schema } = JSON.parse(await readFile(path.join(project, "claims.config.json"), "utf8"));
    expect(existsSync(path.join(project, $schema))).toBe(true);
  });

  it("generates a package, and nothing more the second time", async () => {
    const first = await claimsmith("generate");
    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(first.stdout).toMatch(/^generated: \d+ written, 0 unchanged\.\n/);
    const second = await claimsmith("generate");
    expect(second).toMatchObject({ code: 0, stderr: "" });
    expect(second.stdout).toMatch(/^generated is up to date \(\d+ files\)\.\n$/);
    const json = JSON.parse((await claimsmith("generate --format json")).stdout);
    expect(json).toMatchObject({ written: [], removed: [], files: [] });
    expect(json.unchanged).toBeGreaterThan(5);
  });

  it("lets a producer and a consumer exchange a token", async () => {
    await mkdir(path.join(project, "keys"), { recursive: true });
    const keys = await node(
      "keys.js",
      `import { exportJWK, generateKeyPair } from "jose";
       import { writeFileSync } from "node:fs";
       const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
       writeFileSync("keys/private.json", JSON.stringify(await exportJWK(privateKey)));
       writeFileSync("keys/public.json", JSON.stringify(await exportJWK(publicKey)));`,
    );
    expect(keys.code, keys.stderr).toBe(0);

    const produced = await node(
      "producer.js",
      `import { readFileSync } from "node:fs";
       import { issueAccessToken } from "./generated/index.js";
       const key = JSON.parse(readFileSync("keys/private.json", "utf8"));
       const claims = { sub: "user-1", client_id: "app", "https://acme.example/claims/role": "admin" };
       process.stdout.write(await issueAccessToken(claims, { key }));`,
    );
    expect(produced.code, produced.stderr).toBe(0);

    const consumer = `import { readFileSync } from "node:fs";
       import { verifyAccessToken, AccessTokenClaimNames as names } from "./generated/tokens/access-token.js";
       const key = JSON.parse(readFileSync("keys/public.json", "utf8"));
       const token = readFileSync(0, "utf8");
       try {
         const { claims, header } = await verifyAccessToken(token, { key });
         console.log(claims.sub, claims[names.role], claims.iss, header.typ);
       } catch (error) {
         console.log(error.name, error.code);
       }`;
    const consumed = await node("consumer.js", consumer, produced.stdout);
    expect(consumed).toEqual({ code: 0, stdout: "user-1 admin https://auth.acme.example at+jwt\n", stderr: "" });
    const tampered = await node("consumer.js", consumer, `${produced.stdout.slice(0, -4)}AAAA`);
    expect(tampered).toEqual({ code: 0, stdout: "ClaimsError invalid_signature\n", stderr: "" });
  });

  it("tells with --check what is missing, edited, stale or left over, and exits 1", async () => {
    expect(await claimsmith("generate --check")).toMatchObject({ code: 0, stderr: "" });

    const types = path.join(project, "generated/tokens/access-token.d.ts");
    await writeFile(types, `${await readFile(types, "utf8")}// mine\n`);
    await rm(path.join(project, "generated/README.md"));
    const edited = await claimsmith("generate --check");
    expect(edited).toMatchObject({ code: 1, stderr: "" });
    expect(edited.stdout).toMatch(/missing +README\.md/);
    expect(edited.stdout).toMatch(/edited +tokens\/access-token\.d\.ts/);
    expect(edited.stdout).toContain("npx claimsmith generate");
    expect(await claimsmith("generate")).toMatchObject({ code: 0 });
    expect(await claimsmith("generate --check")).toMatchObject({ code: 0 });

    const schema = path.join(project, "schemas/access-token.schema.json");
    const before = await readFile(schema, "utf8");
    await writeFile(schema, before.replace('"member"', '"member", "owner"'));
    const stale = await claimsmith("generate --check --format json");
    expect(stale.code).toBe(1);
    const files: { file: string; state: string }[] = JSON.parse(stale.stdout).files;
    expect(files).toContainEqual({ file: "tokens/access-token.d.ts", state: "stale" });
    expect(new Set(files.map(({ state }) => state))).toEqual(new Set(["stale"]));
    await writeFile(schema, before);

    const config = path.join(project, "claims.config.json");
    const beforeConfig = await readFile(config, "utf8");
    await writeFile(config, beforeConfig.replace('"accessToken"', '"apiToken"'));
    const renamed = await claimsmith("generate --check");
    expect(renamed.stdout).toMatch(/left over +tokens\/access-token\.d\.ts/);
    expect(renamed.stdout).toMatch(/missing +tokens\/api-token\.d\.ts/);
    await writeFile(config, beforeConfig);
  });

  it("keeps the previous package whole when a schema breaks, and points at the place", async () => {
    const schema = path.join(project, "schemas/access-token.schema.json");
    const before = await readFile(schema, "utf8");
    const types = await readFile(path.join(project, "generated/tokens/access-token.d.ts"), "utf8");
    await writeFile(schema, before.replace("$defs/scope", "$defs/scpoe"));
    const ended = await claimsmith("generate");
    expect(ended).toMatchObject({ code: 2, stdout: "" });
    expect(ended.stderr).toContain("schemas/access-token.schema.json:");
    expect(ended.stderr).toContain("unresolved_ref");
    expect(ended.stderr).toContain("scope");
    expect(ended.stderr).not.toContain("    at ");
    expect(await readFile(path.join(project, "generated/tokens/access-token.d.ts"), "utf8")).toBe(types);
    await writeFile(schema, before);
  });

  it("runs from a folder below the config, and with --config from anywhere", async () => {
    expect(await claimsmith("generate --check", path.join(project, "schemas"))).toMatchObject({ code: 0 });
    const elsewhere = await mkdtemp(path.join(tmpdir(), "claimsmith-elsewhere-"));
    const config = path.join(project, "claims.config.json");
    expect(await claimsmith(`generate --check --config ${config}`, elsewhere)).toMatchObject({ code: 0 });
    await rm(elsewhere, { recursive: true });
  });

  it("does what the README shows in five minutes, and does not compile a misspelt claim", async () => {
    const readme = await readFile(path.join(REPOSITORY, "README.md"), "utf8");
    const starter = await readFile(path.join(project, "schemas/access-token.schema.json"), "utf8");
    expect(readme).toContain(`\`\`\`json\n${starter}\`\`\``);
    const [issue = "", read = ""] = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => code);
    const [, words = "", printed = ""] = /^\$ node read\.js (.*)\n(.*)$/m.exec(readme) ?? [];
    expect([words, printed]).toEqual(["$(node issue.js)", "user-4711 admin"]);

    expect(await claimsmith("keys new")).toMatchObject({ code: 0 });
    const token = await node("issue.js", issue);
    await writeFile(path.join(project, "read.js"), read);
    const reading = (text: string) => runCommand(process.execPath, ["read.js", text], { cwd: project });
    expect(await reading(token.stdout.trim())).toEqual({ code: 0, stdout: `${printed}\n`, stderr: "" });
    expect((await reading(`${token.stdout.trim()}x`)).stdout).toMatch(/^malformed_token: /);

    await writeFile(path.join(project, "issue.ts"), issue);
    await writeFile(path.join(project, "read.ts"), read);
    await writeFile(path.join(project, "misspelt.ts"), read.replace("claims[names.role]", "claims[names.rol]"));
    await writeFile(path.join(project, "wrong.ts"), issue.replace('"admin"', '"Admin"'));
    await linkIntoProject("@types/node", "undici-types");
    const { stdout } = await tsc("issue.ts", "read.ts", "misspelt.ts", "wrong.ts");
    expect(stdout).toMatch(/^misspelt\.ts.*Did you mean 'role'\?$/m);
    expect(stdout).toMatch(/^wrong\.ts.*Did you mean '"admin"'\?$/m);
    expect(stdout).not.toMatch(/^(?:issue|read)\.ts/m);
  });

  it("can be used from a program", async () => {
    const ended = await node(
      "api.js",
      `import { generate, SchemaError } from "claimsmith";
       const result = await generate({ check: true });
       console.log(result.files.length, result.unchanged > 5, typeof SchemaError);`,
    );
    expect(ended).toEqual({ code: 0, stdout: "0 true function\n", stderr: "" });
  });

  it("has types that compile strictly, those of what they are made of included", async () => {
    await writeFile(
      path.join(project, "api.ts"),
      `import { diff, type DiffReport, generate, generatePackage, lint, type Project } from "claimsmith";
       export const written: readonly string[] = (await generate()).written;
       export const report: DiffReport = await diff({ base: "HEAD" });
       export const ids: readonly string[] = (await lint()).findings.map(({ rule }) => rule);
       export const files = (claims: Project) => generatePackage(claims);\n`,
    );
    await linkIntoProject("@types/node", "undici-types");
    expect(await tsc("api.ts")).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});
