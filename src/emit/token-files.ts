import { badClaimNames } from "../examples/bad-claim-names.js";
import type { ExampleValidators } from "../examples/claims-judge.js";
import { type ExampleClaims, exampleClaims } from "../examples/example-claims.js";
import { runValidators } from "../examples/run-validators.js";
import type { Project, Token } from "../model/model.js";
import { type Module, printDeclarations, printJavaScript, printTypeScript } from "./module.js";
import { tokenSection } from "./readme.js";
import { schemaModule } from "./schema-module.js";
import { type TestingFacts, testingModule } from "./testing-module.js";
import { tokenModule } from "./token-module.js";
import { tokenTypes } from "./token-types.js";
import { compiledValidators, validatorModule } from "./validator-module.js";

/** What a token brings to its package. */
export interface TokenFiles {
  /** Path in the package to text. */
  readonly files: ReadonlyMap<string, string>;
  /** Names of the types of its claim set's definitions. */
  readonly definitions: readonly string[];
  /** Example claims, or which claims there are none of. */
  readonly examples: ExampleClaims;
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
  const compiled = compiledValidators(token);
  const facts = await testingFacts(token, runValidators(compiled), surroundings);
  const path = `tokens/${token.names.kebab}`;
  const files = new Map([
    ...printModule(path, tokenModule(token, types), surroundings.emit),
    ...printModule(`${path}.validator`, validatorModule(token, surroundings.namespaces, compiled), surroundings.emit),
    ...printModule(`${path}.schema`, schemaModule(token), surroundings.emit),
    ...printModule(`${path}.testing`, testingModule(token, facts), surroundings.emit),
  ]);
  return { files, definitions: types.definitions, examples: facts.examples, section: tokenSection(token, types.named) };
}

/** No claim is known to be refused where there is no example that is accepted. */
const NO_BAD_CLAIMS: TestingFacts["bad"] = { missing: [], misnamed: [], invalid: [], refusesUnknown: false };

async function testingFacts(
  token: Token,
  validators: ExampleValidators,
  { namespaces }: TokenSurroundings,
): Promise<TestingFacts> {
  const examples = await exampleClaims(token, validators);
  if (examples.missing.length > 0) return { examples, bad: NO_BAD_CLAIMS };
  return { examples, bad: badClaimNames(token, examples.claims, validators, namespaces) };
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
