import fs from "node:fs";
import path from "node:path";
import ts from "typescript";
import { PACKAGE_ROOT } from "../../../src/io/package-root.js";

/**
 * Puts src/io and what it needs, as JavaScript, into a folder: a child process of a test runs on plain Node, which
 * cannot load TypeScript, and the build may be older than the sources.
 *
 * @returns the folder of the compiled modules of src/io
 */
export function compileIo(target: string): string {
  const sources = path.join(PACKAGE_ROOT, "src");
  const names = ["errors.ts", ...fs.readdirSync(path.join(sources, "io")).map((name) => `io/${name}`)];
  fs.mkdirSync(path.join(target, "src/io"), { recursive: true });
  fs.writeFileSync(path.join(target, "package.json"), '{ "type": "module" }\n');
  for (const name of names) {
    const { outputText } = ts.transpileModule(fs.readFileSync(path.join(sources, name), "utf8"), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true },
    });
    fs.writeFileSync(path.join(target, "src", name.replace(/\.ts$/, ".js")), outputText);
  }
  return path.join(target, "src/io");
}
