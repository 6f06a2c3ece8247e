import type { Project } from "../model/model.js";
import { runtimeFiles } from "./engine-files.js";
import { indexModule } from "./index-module.js";
import { packageJson } from "./package-json.js";
import { packageReadme } from "./readme.js";
import { printModule } from "./token-files.js";
import { TokenMemory } from "./token-memory.js";

/**
 * The files of a package, of which `generatePackage` speaks to the outside: path in the package to text, sorted by path.
 *
 * @param memory - what was made of the tokens the last time; it changes how long this takes, and nothing else
 * @throws {SchemaError} where a claim set cannot be compiled
 */
export async function packageFiles(project: Project, memory = new TokenMemory()): Promise<ReadonlyMap<string, string>> {
  const { tokens, emit } = project;
  const made = await memory.filesOf(tokens, project);
  const definitions = new Map(tokens.map(({ key }, at) => [key, made[at]?.definitions ?? []]));
  const files = [
    ...made.flatMap((token) => [...token.files]),
    ...printModule("index", indexModule(project, definitions), emit),
    ...runtimeFiles(project),
    ["package.json", packageJson(project)] as const,
    [
      "README.md",
      packageReadme(
        project,
        made.map(({ section }) => section),
      ),
    ] as const,
  ];
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}
