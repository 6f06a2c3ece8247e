import type { ExampleClaims } from "../examples/example-claims.js";
import type { Project, Token } from "../model/model.js";
import { ANY_MODULE, anyModule } from "./any-functions.js";
import { runtimeFiles } from "./engine-files.js";
import { GIT_ATTRIBUTES, gitAttributes } from "./git-attributes.js";
import { INDEX_BANNER, indexModule } from "./index-module.js";
import { packageJson } from "./package-json.js";
import { packageReadme } from "./readme.js";
import { TESTING_MODULE, testingIndex } from "./testing-index.js";
import { printModule, type TokenFiles, tokenFiles } from "./token-files.js";
import type { TokenMemory } from "./token-memory.js";

const NO_EXAMPLE: ExampleClaims = { claims: {}, missing: [] };

/**
 * The files of a package, of which `generatePackage` speaks to the outside: path in the package to text, sorted by path.
 *
 * @param memory - what was made of the tokens the last time, where there will be a next time; it changes how long this takes, and
 *   nothing else
 * @param onExamples - told of each token's example claims
 * @throws {SchemaError} where a claim set cannot be compiled
 */
export async function packageFiles(
  project: Project,
  memory: TokenMemory | null = null,
  onExamples: (token: Token, examples: ExampleClaims) => void = () => {},
): Promise<ReadonlyMap<string, string>> {
  const { tokens, emit } = project;
  const made = memory === null ? await filesOfEach(project) : await memory.filesOf(tokens, project);
  const definitions = new Map(tokens.map(({ key }, at) => [key, made[at]?.definitions ?? []]));
  const any = anyModule(project, INDEX_BANNER);
  const examples = new Map<string, ExampleClaims>();
  for (const [at, token] of tokens.entries()) {
    const found = made[at]?.examples ?? NO_EXAMPLE;
    examples.set(token.key, found);
    onExamples(token, found);
  }
  const files = [
    ...made.flatMap((token) => [...token.files]),
    ...printModule("index", indexModule(project, definitions), emit),
    ...(any === null ? [] : printModule(ANY_MODULE, any, emit)),
    ...printModule(TESTING_MODULE, testingIndex(project, examples, INDEX_BANNER), emit),
    ...runtimeFiles(project),
    ["package.json", packageJson(project)] as const,
    [GIT_ATTRIBUTES, gitAttributes()] as const,
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

async function filesOfEach(project: Project): Promise<readonly TokenFiles[]> {
  const made: TokenFiles[] = [];
  // One after another: a large project is never all in memory at once.
  for (const token of project.tokens) made.push(await tokenFiles(token, project));
  return made;
}
