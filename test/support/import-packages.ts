import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { runCommand } from "./run-command.js";

/** What importing a package came to. */
export interface Imported {
  readonly exports: readonly string[];
  /** Own names of `globalThis` and of the prototypes of objects, arrays and functions that appeared meanwhile. */
  readonly leaked: readonly string[];
}

const SCRIPT = `
const watched = { globalThis, Object: Object.prototype, Array: Array.prototype, Function: Function.prototype };
const look = () => Object.entries(watched).flatMap(([of, object]) => Object.getOwnPropertyNames(object).map((name) => of + "." + name));
await import("jose");
const before = new Set(look());
const imported = {};
for (const [name, url] of JSON.parse(process.argv[2])) {
  const module = await import(url);
  imported[name] = { exports: Object.keys(module).sort(), leaked: look().filter((found) => !before.has(found)) };
}
process.stdout.write(JSON.stringify(imported));
`;

/**
 * Imports modules in a process of their own, whose working directory has nothing in it.
 *
 * @param folder - a scratch folder with `jose` in reach; what an import writes into the working directory is the last result
 * @returns by name what each module exports, and the files that appeared in the working directory
 */
export async function importPackages(
  folder: string,
  modules: ReadonlyMap<string, string>,
): Promise<{ readonly imported: Readonly<Record<string, Imported>>; readonly files: readonly string[] }> {
  const cwd = path.join(folder, "working-directory");
  fs.mkdirSync(cwd);
  const script = path.join(folder, "import.js");
  fs.writeFileSync(script, SCRIPT);
  const list = [...modules].map(([name, file]) => [name, pathToFileURL(file).href]);
  const { code, stdout, stderr } = await runCommand(process.execPath, [script, JSON.stringify(list)], { cwd });
  if (code !== 0) throw new TypeError(`The modules cannot be imported: ${stderr}`);
  return { imported: JSON.parse(stdout), files: fs.readdirSync(cwd) };
}
