import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { REPOSITORY } from "./project.js";
import { runCommand } from "./run-command.js";

/** Every flag under which a generated package has to compile in the project that imports it. */
export const STRICT = {
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
} as const;

/**
 * Compiles files of a scratch folder, and what they import, with TypeScript 6 into its folder `out`.
 *
 * @param differs - compiler options that differ from {@link STRICT}
 * @returns the compiler's complaints, one a line; none where all is well
 */
export async function compileStrictly(
  folder: string,
  files: readonly string[],
  differs: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> {
  const config = path.join(folder, "tsconfig.json");
  fs.writeFileSync(
    config,
    JSON.stringify({ compilerOptions: { ...STRICT, ...differs, rootDir: ".", outDir: "out" }, files }),
  );
  const tsc = path.join(REPOSITORY, "node_modules/typescript/bin/tsc");
  const { code, stdout, stderr } = await runCommand(process.execPath, [tsc, "-p", config], { cwd: folder });
  const lines = `${stdout}${stderr}`.split("\n").filter((line) => line !== "");
  if (code !== 0 && lines.length === 0) throw new TypeError(`The compiler ended with ${code} and said nothing.`);
  return lines;
}
