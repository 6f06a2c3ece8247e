import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Project, type SourceFile, type Statement, SyntaxKind } from "ts-morph";
import { describe, expect, it } from "vitest";
import { REPOSITORY } from "../../support/project.js";

const GOLDEN = path.join(REPOSITORY, "test/golden");
const parser = new Project({ useInMemoryFileSystem: true, compilerOptions: { allowJs: true } });

interface Golden {
  readonly name: string;
  readonly tokens: readonly {
    readonly strips: boolean;
    readonly pascal: string;
    readonly camel: string;
    readonly kebab: string;
    readonly helpers: readonly string[];
  }[];
}

/** The golden projects that are generated as JavaScript; the others show the same modules as TypeScript. */
const projects: readonly Golden[] = readdirSync(GOLDEN, { withFileTypes: true }).flatMap(({ name }) => {
  const folder = path.join(GOLDEN, name);
  const config = readConfig(folder);
  if (config === null || config.emit === "ts") return [];
  const tokens = Object.entries(config.tokens).map(([key, token]) => {
    const kebab = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll("_", "-");
    const camel = kebab.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    const pascal = camel.replace(/^./, (letter) => letter.toUpperCase());
    const strips = token.unknownClaims === "strip";
    return { strips, pascal, camel, kebab, helpers: [token.helpers ?? ["issue", "verify"]].flat() };
  });
  return [{ name, tokens }];
});

function readConfig(
  folder: string,
): { emit?: string; tokens: Record<string, { helpers?: string | string[]; unknownClaims?: string }> } | null {
  try {
    return JSON.parse(readFileSync(path.join(folder, "claims.config.json"), "utf8"));
  } catch {
    return null;
  }
}

function parse(project: string, file: string): SourceFile {
  const text = readFileSync(path.join(GOLDEN, project, "expected", file), "utf8");
  return parser.createSourceFile(`/${project}/${file}`, text, { overwrite: true });
}

/** What a statement is, and what it names. */
function describeStatement(statement: Statement): string {
  if (statement.isKind(SyntaxKind.ImportDeclaration)) return `import ${statement.getModuleSpecifierValue()}`;
  if (statement.isKind(SyntaxKind.ExportDeclaration)) return `export ${statement.getModuleSpecifierValue() ?? "own"}`;
  if (statement.isKind(SyntaxKind.InterfaceDeclaration) || statement.isKind(SyntaxKind.TypeAliasDeclaration)) {
    return `${statement.isExported() ? "export " : ""}type ${statement.getName()}`;
  }
  if (statement.isKind(SyntaxKind.FunctionDeclaration)) {
    return `${statement.isExported() ? "export " : ""}function ${statement.getName()}`;
  }
  if (statement.isKind(SyntaxKind.VariableStatement)) {
    const names = statement.getDeclarations().map((declaration) => declaration.getName());
    return `${statement.isExported() ? "export " : ""}const ${names.join(", ")}`;
  }
  return statement.getKindName();
}

function statementsOf(file: SourceFile): string[] {
  return file.getStatements().map(describeStatement);
}

function syntaxErrors(file: SourceFile): string[] {
  return parser
    .getProgram()
    .getSyntacticDiagnostics(file)
    .map((diagnostic) => String(diagnostic.getMessageText()));
}

const tokens = projects.flatMap(({ name, tokens }) => tokens.map((token) => ({ project: name, ...token })));

it("finds the hostile project among the golden projects", () => {
  expect(tokens).toContainEqual({
    project: "hostile",
    strips: false,
    pascal: "Hostile",
    camel: "hostile",
    kebab: "hostile",
    helpers: ["issue", "verify"],
  });
});

describe.each(tokens)(
  "the modules of $project/$kebab hold what they must and no statement more",
  ({ project, pascal, camel, kebab, helpers, strips }) => {
    const issues = helpers.includes("issue");
    const verifies = helpers.includes("verify");
    // The claim set of this one has a claim that grants something.
    const hasRole = project === "minimal";
    const functions = [
      ...(issues ? [`export function issue${pascal}`] : []),
      ...(verifies
        ? ["verify$", "create$Verifier", "authenticate$", ...(hasRole ? ["has$Role", "require$Role"] : [])].map(
            (name) => `export function ${name.replace("$", pascal)}`,
          )
        : []),
      `export function validate${pascal}Claims`,
      `export function is${pascal}Claims`,
    ];

    it("in JavaScript", () => {
      const file = parse(project, `tokens/${kebab}.js`);
      expect(syntaxErrors(file)).toEqual([]);
      expect(statementsOf(file)).toEqual([
        "import ../runtime/algorithms/hmac.js",
        ...(issues ? ["import ../runtime/issue/issue.js"] : []),
        "import ../runtime/claims/standard-schema.js",
        ...(strips ? ["import ../runtime/claims/strip.js"] : []),
        "import ../runtime/claims/validation.js",
        ...(verifies
          ? ["verify/verifier", "verify/verify", "request/authenticate"].map((name) => `import ../runtime/${name}.js`)
          : []),
        ...(verifies && hasRole ? ["import ../runtime/request/grants.js"] : []),
        `import ./${kebab}.validator.js`,
        `import ./${kebab}.schema.js`,
        `export const ${pascal}ClaimNames`,
        `export const ${camel}Policy`,
        "const consumer",
        ...(issues ? ["const producer"] : []),
        ...functions,
        `export const ${camel}Schema`,
      ]);
    });

    it("in declarations", () => {
      const file = parse(project, `tokens/${kebab}.d.ts`);
      expect(syntaxErrors(file)).toEqual([]);
      const statements = statementsOf(file);
      const types = statements.filter((one) => one.startsWith("export type "));
      expect(types[0]).toBe(`export type ${pascal}Claims`);
      for (const type of types) expect(type).toMatch(new RegExp(`^export type ${pascal}`));
      expect(types.includes(`export type ${pascal}Input`)).toBe(issues);
      expect(statements.filter((one) => !one.startsWith("import ../runtime/") && !types.includes(one))).toEqual([
        `export const ${pascal}ClaimNames`,
        `export const ${camel}Policy`,
        ...functions,
        `export const ${camel}Schema`,
      ]);
    });

    it("in the schema's module", () => {
      const file = parse(project, `tokens/${kebab}.schema.js`);
      expect(syntaxErrors(file)).toEqual([]);
      expect(statementsOf(file)).toEqual(["export const jsonSchema"]);
      const value = file.getVariableDeclarationOrThrow("jsonSchema").getInitializerOrThrow();
      const kinds = new Set(value.getDescendants().map((node) => node.getKindName()));
      // Data and nothing that runs.
      const data = [
        "ObjectLiteralExpression",
        "ArrayLiteralExpression",
        "PropertyAssignment",
        "ComputedPropertyName",
        "Identifier",
        "SyntaxList",
      ];
      const literals = [
        "StringLiteral",
        "NumericLiteral",
        "TrueKeyword",
        "FalseKeyword",
        "NullKeyword",
        "PrefixUnaryExpression",
      ];
      expect([...kinds].filter((kind) => !/Token$/.test(kind) && ![...data, ...literals].includes(kind))).toEqual([]);
    });

    it("in the validator's module", () => {
      const file = parse(project, `tokens/${kebab}.validator.js`);
      expect(syntaxErrors(file)).toEqual([]);
      const statements = statementsOf(file);
      expect(statements.filter((one) => one.startsWith("export"))).toEqual(["export const claimTable", "export own"]);
      const names = file.getExportDeclarations().flatMap((one) => one.getNamedExports().map((name) => name.getName()));
      expect(names.sort()).toEqual(["closed", "open"]);
      const others = statements.filter(
        (one) =>
          !/^(?:import \.\.\/runtime\/[\w/-]+\.js|export .*|const .*|function \w+|ExpressionStatement)$/.test(one),
      );
      expect(others).toEqual([]);
      for (const call of file.getDescendantsOfKind(SyntaxKind.Identifier)) {
        expect(["eval", "Function", "require", "process", "globalThis"]).not.toContain(call.getText());
      }
    });
  },
);

describe.each(projects)("the main module of $name", ({ name, tokens }) => {
  it.each(["index.js", "index.d.ts"])("holds re-exports only, each name once: %s", (file) => {
    const source = parse(name, file);
    expect(syntaxErrors(source)).toEqual([]);
    const exports = source.getExportDeclarations();
    expect(source.getStatements()).toHaveLength(exports.length);
    const names = exports.flatMap((one) => one.getNamedExports().map((named) => named.getName()));
    expect(new Set(names).size).toBe(names.length);
    const modules = exports.map((one) => one.getModuleSpecifierValue());
    for (const { kebab } of tokens) expect(modules).toContain(`./tokens/${kebab}.js`);
    const others = modules.filter((one) => !/^\.\/(?:tokens|runtime)\/[\w/-]+\.js$/.test(one ?? ""));
    const verified = tokens.filter(({ helpers }) => helpers.includes("verify"));
    expect(new Set(others)).toEqual(new Set(verified.length > 1 ? ["./verify-any.js"] : []));
  });
});
