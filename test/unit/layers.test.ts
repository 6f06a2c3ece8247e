import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const SOURCE = fileURLToPath(new URL("../../src", import.meta.url));

/**
 * The layers, from the lowest to the highest: a folder of src/, or a file. A file imports from its own layer and from
 * those before it; an import of types counts like any other. Layers in one entry leave each other alone.
 */
const LAYERS: readonly (readonly string[])[] = [
  ["errors.ts"],
  // Types of JSON and of schemas, without an import of its own: what text/ and config/ say of JSON values is said in them.
  ["schema/json-schema.ts"],
  // What standards and providers say, as data.
  ["facts"],
  ["text"],
  ["config"],
  ["schema"],
  ["containment"],
  ["types"],
  ["model"],
  ["runtime"],
  // Asks the runtime which claims it accepts, and which it refuses.
  ["examples"],
  ["emit", "lint", "diff", "inspect", "infer", "docs"],
  // What runs in the catalogue's pages.
  ["browser"],
  ["io"],
  ["api"],
  // Words what api/ returns, whose types it names; api/ itself words nothing.
  ["report"],
  ["index.ts"],
  ["cli"],
];

interface Import {
  readonly file: string;
  /** A file of src/ by its path there, or the name of a package. */
  readonly target: string;
}

const files = readdirSync(SOURCE, { recursive: true, encoding: "utf8" })
  .map((file) => file.split(path.sep).join("/"))
  .filter((file) => file.endsWith(".ts"))
  .sort();
const imports = files.flatMap((file) => importsOf(file, readFileSync(path.join(SOURCE, file), "utf8")));

/** Every module that a source names: `import`, `export … from`, `import()`, and `import()` as a type. */
function importsOf(file: string, text: string): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: ts.Node | undefined) => {
    if (specifier === undefined || !ts.isStringLiteral(specifier)) return;
    const { text: name } = specifier;
    const inSource = path.posix.join(path.posix.dirname(file), name).replace(/\.js$/, ".ts");
    found.push({ file, target: name.startsWith(".") ? inSource : name });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier);
    else if (ts.isImportTypeNode(node)) add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

/** The layer of a file: its own where it has one, else its folder's. */
function layerOf(file: string): string {
  return LAYERS.some((names) => names.includes(file)) ? file : (file.split("/", 1)[0] ?? file);
}

function heightOf(layer: string): number {
  return LAYERS.findIndex((names) => names.includes(layer));
}

function isAllowed(from: string, to: string): boolean {
  return layerOf(from) === layerOf(to) || heightOf(layerOf(to)) < heightOf(layerOf(from));
}

function isInSource(target: string): boolean {
  return target.endsWith(".ts");
}

/** The first circle of files, each importing the next; null where there is none. */
function findCircle(edges: readonly Import[]): readonly string[] | null {
  const targets = new Map<string, string[]>();
  for (const { file, target } of edges) targets.set(file, [...(targets.get(file) ?? []), target]);
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): readonly string[] | null => {
    if (trail.includes(file)) return [...trail.slice(trail.indexOf(file)), file];
    if (done.has(file)) return null;
    for (const target of targets.get(file) ?? []) {
      const circle = visit(target, [...trail, file]);
      if (circle !== null) return circle;
    }
    done.add(file);
    return null;
  };
  for (const file of targets.keys()) {
    const circle = visit(file, []);
    if (circle !== null) return circle;
  }
  return null;
}

describe("the layers of src/", () => {
  it("are the folders and files that there are", () => {
    const unknown = files.filter((file) => heightOf(layerOf(file)) < 0);
    expect(unknown).toEqual([]);
  });

  it("are read from every kind of import", () => {
    const text = `import a from "./a.js"; import type { B } from "../b.js"; export { c } from "./c.js"; import "yaml";
      const d = await import("./d.js"); type E = typeof import("./e.js"); const no = 'import f from "./f.js"';`;
    expect(importsOf("text/x.ts", text)).toEqual([
      { file: "text/x.ts", target: "text/a.ts" },
      { file: "text/x.ts", target: "b.ts" },
      { file: "text/x.ts", target: "text/c.ts" },
      { file: "text/x.ts", target: "yaml" },
      { file: "text/x.ts", target: "text/d.ts" },
      { file: "text/x.ts", target: "text/e.ts" },
    ]);
  });

  it.each([
    ["text/source.ts", "errors.ts", true],
    ["text/source.ts", "text/pointer.ts", true],
    ["text/source.ts", "schema/json-schema.ts", true],
    ["text/source.ts", "schema/bundle/bundle.ts", false],
    ["schema/json-schema.ts", "schema/bundle/bundle.ts", false],
    ["emit/module.ts", "lint/rule.ts", false],
    ["io/package/stamp.ts", "api/generate.ts", false],
    ["model/model.ts", "cli/main.ts", false],
  ])("let %s import %s: %s", (from, to, want) => {
    expect(isAllowed(from, to)).toBe(want);
  });

  it("are imported downwards only", () => {
    const upwards = imports.filter(({ file, target }) => isInSource(target) && !isAllowed(file, target));
    expect(upwards).toEqual([]);
  });

  it("name files that exist", () => {
    const missing = imports.filter(({ target }) => isInSource(target) && !files.includes(target));
    expect(missing).toEqual([]);
  });
});

describe("the files of src/", () => {
  it("import each other in no circle", () => {
    expect(findCircle(imports)).toBeNull();
  });

  it("would be found in a circle", () => {
    const edge = (file: string, target: string): Import => ({ file, target });
    expect(findCircle([edge("a.ts", "b.ts"), edge("b.ts", "c.ts"), edge("c.ts", "b.ts")])).toEqual([
      "b.ts",
      "c.ts",
      "b.ts",
    ]);
  });

  it("leave disk, network and process to io/, api/ and cli/", () => {
    // SHA-256, and what paths look like: neither asks the machine.
    const pure = ["node:crypto", "node:path"];
    const outside = imports.filter(
      ({ file, target }) =>
        target.startsWith("node:") && !pure.includes(target) && !["io", "api", "cli"].includes(layerOf(file)),
    );
    expect(outside).toEqual([]);
  });

  it("of runtime/ import jose and each other, as they are copied", () => {
    const others = imports.filter(
      ({ file, target }) => layerOf(file) === "runtime" && target !== "jose" && layerOf(target) !== "runtime",
    );
    expect(others).toEqual([]);
  });

  it("import the runtime only to say what it would say: emit/ is handed it as text", () => {
    const users = imports.filter(({ file, target }) => layerOf(file) !== "runtime" && layerOf(target) === "runtime");
    expect([...new Set(users.map(({ file }) => layerOf(file)))]).toEqual([
      "browser",
      "diff",
      "examples",
      "inspect",
      "lint",
    ]);
  });
});
