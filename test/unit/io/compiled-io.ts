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
  const found = fs.readdirSync(path.join(sources, "io"), { recursive: true, encoding: "utf8" });
  const names = ["errors.ts", ...found.filter((name) => name.endsWith(".ts")).map((name) => path.join("io", name))];
  fs.writeFileSync(path.join(target, "package.json"), '{ "type": "module" }\n');
  for (const name of names) {
    const { outputText } = ts.transpileModule(fs.readFileSync(path.join(sources, name), "utf8"), {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true },
    });
    const file = path.join(target, "src", name.replace(/\.ts$/, ".js"));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, outputText);
  }
  return path.join(target, "src/io");
}
