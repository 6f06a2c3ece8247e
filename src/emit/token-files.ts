import type { Project, Token } from "../model/model.js";
import { type Module, printDeclarations, printJavaScript, printTypeScript } from "./module.js";
import { tokenSection } from "./readme.js";
import { schemaModule } from "./schema-module.js";
import { tokenModule } from "./token-module.js";
import { tokenTypes } from "./token-types.js";
import { validatorModule } from "./validator-module.js";

/** What a token brings to its package. */
export interface TokenFiles {
  /** Path in the package to text. */
  readonly files: ReadonlyMap<string, string>;
  /** Names of the types of its claim set's definitions. */
  readonly definitions: readonly string[];
  /** Its section of the package's README. */
  readonly section: string;
}

/** What of a project, besides the token, stands in a token's files. */
export type TokenSurroundings = Pick<Project, "emit" | "namespaces">;

/**
 * The modules of one token, and what it says in the files that all tokens share.
 *
 * @throws {SchemaError} where the claim set cannot be compiled
 */
export async function tokenFiles(token: Token, surroundings: TokenSurroundings): Promise<TokenFiles> {
  const types = await tokenTypes(token);
  const path = `tokens/${token.names.kebab}`;
  const files = new Map([
    ...printModule(path, tokenModule(token, types), surroundings.emit),
    ...printModule(`${path}.validator`, validatorModule(token, surroundings.namespaces), surroundings.emit),
    ...printModule(`${path}.schema`, schemaModule(token), surroundings.emit),
  ]);
  return { files, definitions: types.definitions, section: tokenSection(token, types.named) };
}

/** A module's texts by their paths: sources as they stand, or JavaScript and declarations. */
export function printModule(
  path: string,
  module: Module,
  emit: Project["emit"],
): readonly (readonly [string, string])[] {
  if (emit === "ts") return [[`${path}.ts`, printTypeScript(module)]];
  return [
    [`${path}.js`, printJavaScript(module)],
    [`${path}.d.ts`, printDeclarations(module)],
  ];
}
