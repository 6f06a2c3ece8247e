import { spawnSync } from "node:child_process";
import process from "node:process";
import { fileURLToPath } from "node:url";

const COMPILER = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url));

/**
 * Type-checks and compiles all recipes but Next's, which builds itself, into `out/`.
 *
 * @returns the compiler's complaints by the folder of the recipe: a map of lists
 */
export function compileRecipes(scratch) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMPILER, "-p", scratch], {
    cwd: scratch,
    encoding: "utf8",
  });
  const complaints = new Map();
  // A complaint begins with its file, and goes on in lines that are indented.
  for (const text of stdout.split(/\n(?! )/).filter((part) => / error TS\d+: /.test(part))) {
    // FOLDER/file.ts of a recipe, or types/FOLDER.ts.
    const [, folder] = /^(?:types\/)?([\w-]+)/.exec(text) ?? [];
    complaints.set(folder, [...(complaints.get(folder) ?? []), text.trimEnd()]);
  }
  if (status !== 0 && complaints.size === 0) throw new CompileFailure(`tsc ended with ${status}: ${stdout}${stderr}`);
  return complaints;
}

/** The compiler itself failed, and not what it has read. */
class CompileFailure extends Error {
  name = "CompileFailure";
}
