/** A module being written, from which its TypeScript, JavaScript and declaration texts are printed alike. */
export interface Module {
  /** The first line, without the comment sign. */
  readonly banner: string;
  readonly items: readonly ModuleItem[];
}

export type ModuleItem =
  | { readonly kind: "import"; readonly names: readonly string[]; readonly from: string; readonly typeOnly?: boolean }
  | { readonly kind: "reexport"; readonly names: readonly string[]; readonly from: string; readonly typeOnly?: boolean }
  /** Interfaces and type aliases, printed before. */
  | { readonly kind: "types"; readonly text: string }
  | { readonly kind: "alias"; readonly doc: string; readonly name: string; readonly type: string }
  | ConstantItem
  | FunctionItem
  /** A statement that runs when the module is loaded. */
  | { readonly kind: "statement"; readonly code: string }
  /** JavaScript without types, such as ajv writes; `declarations` is what other modules may know of it. */
  | { readonly kind: "script"; readonly code: string; readonly declarations: string };

export interface ConstantItem {
  readonly kind: "constant";
  readonly doc: string | null;
  readonly exported: boolean;
  readonly name: string;
  readonly type: string;
  readonly value: string;
  /** The value in TypeScript, where that differs. */
  readonly typedValue?: string;
}

export interface FunctionItem {
  readonly kind: "function";
  readonly doc: string;
  readonly name: string;
  /** What stands between `<` and `>`; left out, the function has none. */
  readonly typeParameters?: string;
  readonly parameters: readonly { readonly name: string; readonly type: string; readonly optional?: boolean }[];
  readonly returns: string;
  /** Statements without types, so that they stand in JavaScript too. */
  readonly body: string;
}

/** The TypeScript source of a module. */
export function printTypeScript(module: Module): string {
  const unchecked = module.items.some((item) => item.kind === "script") ? ["// @ts-nocheck"] : [];
  return print(module, unchecked, (item) => {
    switch (item.kind) {
      case "import":
        return importLine(item);
      case "reexport":
        return reexportLine(item);
      case "types":
        return item.text;
      case "alias":
        return `${tsdoc(item.doc)}export type ${item.name} = ${item.type};\n`;
      case "constant":
        return `${tsdoc(item.doc)}${keyword(item)}const ${item.name}: ${item.type} = ${item.typedValue ?? item.value};\n`;
      case "function":
        return `${tsdoc(item.doc)}export function ${typedName(item)}(${typedParameters(item)}): ${item.returns} {\n${indented(item.body)}}\n`;
      case "statement":
      case "script":
        return item.code;
    }
  });
}

/** The module as JavaScript. */
export function printJavaScript(module: Module): string {
  return print(module, [], (item) => {
    switch (item.kind) {
      case "import":
        return item.typeOnly ? null : importLine(item);
      case "reexport":
        return item.typeOnly ? null : reexportLine(item);
      case "types":
      case "alias":
        return null;
      case "constant":
        return `${tsdoc(item.doc)}${keyword(item)}const ${item.name} = ${item.value};\n`;
      case "function":
        return `${tsdoc(item.doc)}export function ${item.name}(${item.parameters.map(({ name }) => name).join(", ")}) {\n${indented(item.body)}}\n`;
      case "statement":
      case "script":
        return item.code;
    }
  });
}

/** What other modules may know of the module: its declarations. */
export function printDeclarations(module: Module): string {
  const text = printDeclared(module, () => true);
  const words = new Set(text.replace(/^import .*$/gm, "").match(/[A-Za-z_$][\w$]*/g));
  return printDeclared(module, (name) => words.has(name));
}

/** @param isUsed - whether a declaration needs an imported type; the others stand in what only the code says */
function printDeclared(module: Module, isUsed: (name: string) => boolean): string {
  return print(module, [], (item) => {
    switch (item.kind) {
      case "import": {
        const names = item.typeOnly ? item.names.filter(isUsed) : [];
        return names.length === 0 ? null : importLine({ ...item, names });
      }
      case "reexport":
        return reexportLine(item);
      case "types":
        return item.text;
      case "alias":
        return `${tsdoc(item.doc)}export type ${item.name} = ${item.type};\n`;
      case "constant":
        return item.exported ? `${tsdoc(item.doc)}export declare const ${item.name}: ${item.type};\n` : null;
      case "function":
        return `${tsdoc(item.doc)}export declare function ${typedName(item)}(${typedParameters(item)}): ${item.returns};\n`;
      case "statement":
        return null;
      case "script":
        return item.declarations;
    }
  });
}

function print(module: Module, head: readonly string[], text: (item: ModuleItem) => string | null): string {
  const blocks: string[] = [[...head, `// ${oneLine(module.banner)}`, ""].join("\n")];
  let previous: ModuleItem["kind"] | null = null;
  for (const item of module.items) {
    const block = text(item);
    if (block === null) continue;
    const isList = item.kind === "import" || item.kind === "reexport";
    blocks.push(isList && item.kind === previous ? block : `\n${block}`);
    previous = item.kind;
  }
  return blocks.join("");
}

type LinkItem = Extract<ModuleItem, { kind: "import" | "reexport" }>;

function importLine(item: LinkItem): string {
  return `import ${item.typeOnly ? "type " : ""}{ ${item.names.join(", ")} } from "${item.from}";\n`;
}

function reexportLine(item: LinkItem): string {
  const names = item.names.map((name) => `  ${name},\n`).join("");
  return `export ${item.typeOnly ? "type " : ""}{\n${names}} from "${item.from}";\n`;
}

function keyword(item: ConstantItem): string {
  return item.exported ? "export " : "";
}

function typedName({ name, typeParameters }: FunctionItem): string {
  return typeParameters === undefined ? name : `${name}<${typeParameters}>`;
}

function typedParameters(item: FunctionItem): string {
  return item.parameters.map(({ name, type, optional }) => `${name}${optional ? "?" : ""}: ${type}`).join(", ");
}

function indented(body: string): string {
  return body
    .trimEnd()
    .split("\n")
    .map((line) => (line === "" ? "\n" : `  ${line}\n`))
    .join("");
}

/** A TSDoc comment around a text that is our own. Texts from schemas come escaped, in blocks of kind `types`. */
function tsdoc(text: string | null): string {
  if (text === null) return "";
  const lines = text.trimEnd().split("\n");
  if (lines.length === 1) return `/** ${lines[0]} */\n`;
  return `/**\n${lines.map((line) => (line === "" ? " *\n" : ` * ${line}\n`)).join("")} */\n`;
}

/** A text from a schema or config on one comment line: nothing in it ends the line. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`);
}
