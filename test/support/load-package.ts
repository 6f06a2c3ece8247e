import { readdirSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { generatePackage } from "../../src/emit/generate-package.js";
import type { Token } from "../../src/model/model.js";
import { chooseEngine } from "./choose-engine.js";
import { projectOf, REPOSITORY } from "./project.js";

/** The helpers of one token, as the generated package exports them. */
export interface LoadedToken {
  readonly token: Token;
  issue(claims: unknown, options: unknown): Promise<string>;
  verify(token: unknown, options: unknown): Promise<{ readonly claims: unknown; readonly header: object }>;
  validate(value: unknown): { readonly value: unknown } | { readonly issues: readonly unknown[] };
}

export interface LoadedPackage {
  /** By the token's key. */
  readonly tokens: ReadonlyMap<string, LoadedToken>;
  /** Where it was written to. */
  readonly folder: string;
  /** Imports a module of the package by its path in it. */
  load(module: string): Promise<Record<string, unknown>>;
  /** Takes the package off the disk. */
  remove(): Promise<void>;
}

/** Generates the package of a config and schema files in memory, writes it to a scratch folder, and imports it. */
export async function loadPackage(config: unknown, files: Readonly<Record<string, unknown>>): Promise<LoadedPackage> {
  const project = projectOf(config, files, compiledRuntime());
  const folder = await mkdtemp(path.join(tmpdir(), "claimsmith-package-"));
  await symlink(path.join(REPOSITORY, "node_modules"), path.join(folder, "node_modules"));
  for (const [file, text] of chooseEngine(await generatePackage(project))) {
    const target = path.join(folder, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  const load: LoadedPackage["load"] = (module) => import(pathToFileURL(path.join(folder, module)).href);
  const exports = await load("index.js");
  const tokens = project.tokens.map((token): [string, LoadedToken] => {
    const { pascal } = token.names;
    // The names and signatures are those that every generated package has.
    const issue = exports[`issue${pascal}`] as LoadedToken["issue"];
    const verify = exports[`verify${pascal}`] as LoadedToken["verify"];
    const validate = exports[`validate${pascal}Claims`] as LoadedToken["validate"];
    return [token.key, { token, issue, verify, validate }];
  });
  return { tokens: new Map(tokens), folder, load, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The runtime as it stands in src/, without its types. */
function compiledRuntime(): ReadonlyMap<string, string> {
  const folder = path.join(REPOSITORY, "src/runtime");
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true };
  const sources = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  return new Map(
    sources.map((file) => {
      const { outputText } = ts.transpileModule(readFileSync(path.join(folder, file), "utf8"), { compilerOptions });
      return [file.replace(/\.ts$/, ".js"), outputText];
    }),
  );
}
