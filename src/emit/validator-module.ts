import { SchemaError } from "../errors.js";
import { type ClaimTable, claimTable } from "../model/claim-table.js";
import type { Token } from "../model/model.js";
import { type CompiledModule, compileValidators } from "../schema/compile/compile.js";
import { literal, propertyKey } from "./literal.js";
import type { Module, ModuleItem } from "./module.js";
import { ruleWords } from "./rule-words.js";
import { banner } from "./token-module.js";

/** The module of a token's compiled validators, which nobody needs to read. */
export function validatorModule(
  { claimSet }: Token,
  namespaces: readonly string[],
  { code, exports, imports }: CompiledModule,
): Module {
  const rules = ruleWords(code);
  return {
    banner: banner(claimSet.source),
    items: [
      { kind: "import", names: ["ClaimsValidator"], from: "../runtime/errors/claim-issue.js", typeOnly: true },
      { kind: "import", names: ["ClaimNameTable"], from: "../runtime/claims/claim-set.js", typeOnly: true },
      ...imports.validation.map((name) => runtimeImport([name], name)),
      ...(imports.formats.length === 0 ? [] : [runtimeImport(imports.formats, "formats")]),
      ...(imports.firstPass.length === 0 ? [] : [runtimeImport(imports.firstPass, "first-pass")]),
      ...(imports.faults.length === 0 ? [] : [runtimeImport(imports.faults, "faults")]),
      ...(rules.size === 0 ? [] : [runtimeImport([...new Set(rules.values())], "rules")]),
      {
        kind: "constant",
        doc: null,
        exported: true,
        name: "claimTable",
        type: "ClaimNameTable",
        value: claimTableCode(claimTable(claimSet.claims, namespaces), rules),
      },
      {
        kind: "script",
        code: `${code}\nexport { ${exports.join(", ")} };\n`,
        declarations: "export declare const open: ClaimsValidator;\nexport declare const closed: ClaimsValidator;\n",
      },
    ],
  };
}

/** The names of a claim set, and the functions that say the rules of its keywords. */
function claimTableCode(table: ClaimTable, rules: ReadonlyMap<string, string>): string {
  const members = Object.entries(table).map(([name, value]) => `  ${name}: ${literal(value, "  ")},\n`);
  const words = [...rules].map(([keyword, word]) => `    ${propertyKey(keyword)}: ${word},\n`);
  return `{\n${members.join("")}  rules: {\n${words.join("")}  },\n}`;
}

/**
 * The compiled validators of a token, `open` and `closed`.
 *
 * @throws {SchemaError} where the claim set cannot be compiled
 */
export function compiledValidators(token: Token): CompiledModule {
  const { open, closed } = token.claimSet;
  // What every verify runs. Issue takes its time: signing takes far more.
  const hurried = token.policy.unknownClaims === "reject" ? ["open", "closed"] : ["open"];
  return atItsPlace(token, () => compileValidators({ open, closed }, hurried));
}

/** What compiling refuses has lost its place; that of the claim set is better than none. */
function atItsPlace<Result>({ claimSet: { authored } }: Token, compile: () => Result): Result {
  try {
    return compile();
  } catch (error) {
    if (!(error instanceof SchemaError) || error.at !== undefined) throw error;
    const { code, message, expected, hint, cause } = error;
    throw new SchemaError(code, message, { at: authored.locate(authored.schema), expected, hint, cause });
  }
}

/** An import from the runtime, where `equal` and `ucs2length` have files of their own name. */
function runtimeImport(names: readonly string[], file: string): ModuleItem {
  return { kind: "import", names, from: `../runtime/claims/${file}.js` };
}
