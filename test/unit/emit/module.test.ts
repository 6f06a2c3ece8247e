import { IndentationText, Project, QuoteKind, type SourceFile, VariableDeclarationKind } from "ts-morph";
import { describe, expect, it } from "vitest";
import {
  type Module,
  type ModuleItem,
  printDeclarations,
  printJavaScript,
  printTypeScript,
} from "../../../src/emit/module.js";

const MODULE: Module = {
  banner: "Generated from a.json.",
  items: [
    { kind: "import", names: ["A", "B", "Unused"], from: "../runtime/a.js", typeOnly: true },
    { kind: "import", names: ["run", "stop"], from: "../runtime/run.js" },
    { kind: "types", text: "/** Claims. */\nexport interface TClaims {\n  sub: string;\n}\n" },
    { kind: "alias", doc: "What goes in.", name: "TInput", type: 'A<TClaims, "sub">' },
    { kind: "constant", doc: "The names.", exported: true, name: "names", type: "B", value: '{ sub: "sub" }' },
    { kind: "constant", doc: null, exported: false, name: "hidden", type: "Unused", value: "[1, 2]" },
    {
      kind: "function",
      doc: "Runs.\n\n@param value - what\n@returns it",
      name: "runT",
      parameters: [
        { name: "value", type: "unknown" },
        { name: "options", type: "A" },
      ],
      returns: "Promise<TClaims>",
      body: "const result = run(hidden, value);\nreturn result;",
    },
    { kind: "reexport", names: ["x", "y"], from: "./x.js" },
    { kind: "reexport", names: ["X"], from: "./x.js", typeOnly: true },
  ],
};

type Language = "ts" | "js" | "d.ts";

/** The same module without its banner, made of ts-morph's structures. */
function byTsMorph({ items }: Module, language: Language): SourceFile {
  const project = new Project({
    useInMemoryFileSystem: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces, quoteKind: QuoteKind.Double },
  });
  const file = project.createSourceFile(`module.${language}`);
  for (const item of items) addItem(file, item, language);
  if (language === "d.ts") {
    for (const link of file.getImportDeclarations()) {
      for (const name of link.getNamedImports()) if (name.getName() === "Unused") name.remove();
    }
  }
  return file;
}

function addItem(file: SourceFile, item: ModuleItem, language: Language): void {
  const isTyped = language !== "js";
  const isDeclared = language === "d.ts";
  switch (item.kind) {
    case "import":
    case "reexport": {
      const isTypeOnly = item.typeOnly ?? false;
      if (isTypeOnly && !isTyped) return;
      if (item.kind === "reexport") {
        file.addExportDeclaration({ isTypeOnly, namedExports: [...item.names], moduleSpecifier: item.from });
      } else if (isTypeOnly || !isDeclared) {
        file.addImportDeclaration({ isTypeOnly, namedImports: [...item.names], moduleSpecifier: item.from });
      }
      return;
    }
    case "types":
      if (isTyped) file.addStatements(item.text);
      return;
    case "alias":
      if (isTyped) file.addTypeAlias({ isExported: true, name: item.name, type: item.type, docs: [item.doc] });
      return;
    case "constant":
      if (isDeclared && !item.exported) return;
      file.addVariableStatement({
        isExported: item.exported,
        hasDeclareKeyword: isDeclared,
        declarationKind: VariableDeclarationKind.Const,
        docs: item.doc === null ? [] : [item.doc],
        declarations: [
          {
            name: item.name,
            ...(isTyped ? { type: item.type } : {}),
            ...(isDeclared ? {} : { initializer: item.value }),
          },
        ],
      });
      return;
    case "function": {
      const parameters = item.parameters.map(({ name, type }) => (isTyped ? { name, type } : { name }));
      file.addFunction({
        isExported: true,
        hasDeclareKeyword: isDeclared,
        name: item.name,
        parameters,
        docs: [item.doc.includes("\n") ? `\n${item.doc}` : item.doc],
        ...(isTyped ? { returnType: item.returns } : {}),
        ...(isDeclared ? {} : { statements: item.body }),
      });
      return;
    }
    case "script":
      file.addStatements(isDeclared ? item.declarations : item.code);
  }
}

/** The tokens of a source, with its comments, without blanks and the commas and line breaks that layout adds. */
function normalized(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/,? ?\} from/g, " } from")
    .replace(/\{ /g, "{")
    .replace(/ \}/g, "}");
}

describe("a module is printed as ts-morph prints the same structures", () => {
  it.each([
    ["TypeScript", "ts", printTypeScript],
    ["JavaScript", "js", printJavaScript],
    ["declarations", "d.ts", printDeclarations],
  ] as const)("in %s", (_, language, print) => {
    expect(normalized(print(MODULE))).toBe(
      normalized(`// ${MODULE.banner}\n${byTsMorph(MODULE, language).getFullText()}`),
    );
  });
});

describe("printDeclarations", () => {
  it("imports only the types that the declarations need", () => {
    expect(printDeclarations(MODULE)).toContain('import type { A, B } from "../runtime/a.js";\n');
    expect(printTypeScript(MODULE)).toContain('import type { A, B, Unused } from "../runtime/a.js";\n');
  });

  it("says nothing of what is not exported", () => {
    expect(printDeclarations(MODULE)).not.toContain("hidden");
  });
});

describe("a script, as ajv writes it", () => {
  const script: Module = {
    banner: "b",
    items: [
      { kind: "script", code: "const a = 1;\nexport { a };\n", declarations: "export declare const a: number;\n" },
    ],
  };

  it("is left alone by the compiler in TypeScript", () => {
    expect(printTypeScript(script)).toBe("// @ts-nocheck\n// b\n\nconst a = 1;\nexport { a };\n");
  });

  it("has its own declarations", () => {
    expect(printJavaScript(script)).toBe("// b\n\nconst a = 1;\nexport { a };\n");
    expect(printDeclarations(script)).toBe("// b\n\nexport declare const a: number;\n");
  });
});

describe("the banner", () => {
  it.each([
    ["a\nexport const pwned = 1;", "// a\\u{a}export const pwned = 1;\n"],
    ["a\r\u2028\u2029b", "// a\\u{d}\\u{2028}\\u{2029}b\n"],
    ["a\u202eb\0\ud800", "// a\\u{202e}b\\u{0}\\u{d800}\n"],
    ["*/ `${x}` é", "// */ `${x}` é\n"],
  ])("stays on one line: %j", (banner, want) => {
    for (const print of [printTypeScript, printJavaScript, printDeclarations])
      expect(print({ banner, items: [] })).toBe(want);
  });
});
