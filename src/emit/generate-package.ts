import type { Project, Token } from "../model/model.js";
import { indexModule } from "./index-module.js";
import { type Module, printDeclarations, printJavaScript, printTypeScript } from "./module.js";
import { packageJson } from "./package-json.js";
import { packageReadme } from "./readme.js";
import { schemaModule } from "./schema-module.js";
import { tokenModule } from "./token-module.js";
import { type TokenTypes, tokenTypes } from "./token-types.js";
import { validatorModule } from "./validator-module.js";

/**
 * The files of a generated package: path in the package (`/` as separator) to text, sorted by path.
 * The same project gives the same texts everywhere.
 *
 * @throws {SchemaError} where a claim set cannot be compiled
 */
export async function generatePackage(project: Project): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const add = (path: string, module: Module) => {
    if (project.emit === "ts") files.set(`${path}.ts`, printTypeScript(module));
    else files.set(`${path}.js`, printJavaScript(module)).set(`${path}.d.ts`, printDeclarations(module));
  };

  const types = new Map<string, TokenTypes>();
  for (const token of project.tokens) types.set(token.key, await tokenTypes(token));
  for (const token of project.tokens) {
    for (const [suffix, module] of tokenModules(token, types, project.namespaces)) {
      add(`tokens/${token.names.kebab}${suffix}`, module);
    }
  }
  add("index", indexModule(project, types));
  for (const [name, text] of project.runtime) files.set(`runtime/${name}`, text);
  files.set("package.json", packageJson(project));
  files.set("README.md", packageReadme(project, types));
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function tokenModules(
  token: Token,
  types: ReadonlyMap<string, TokenTypes>,
  namespaces: readonly string[],
): readonly [string, Module][] {
  const own = types.get(token.key);
  if (own === undefined) throw new TypeError(`The token ${token.key} has no types.`);
  return [
    ["", tokenModule(token, own)],
    [".validator", validatorModule(token, namespaces)],
    [".schema", schemaModule(token)],
  ];
}
