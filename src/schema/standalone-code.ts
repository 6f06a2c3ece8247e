import type { AnyValidateFunction, SourceCode } from "ajv/dist/types/index.js";
import { SchemaError } from "../errors.js";
import { AJV_EQUAL } from "./ajv-instance.js";
import { countCodePoints } from "./count-code-points.js";
import { hardenCode } from "./harden-code.js";
import { escapeHidden, toJavaScript } from "./javascript-literal.js";
import type { FirstPass } from "./prepare-first-pass.js";

/** The runtime's functions that a validator's code calls by name. */
export interface RuntimeImports {
  /** Of `equal` and `ucs2length`. */
  readonly validation: Set<string>;
  /** Predicates of runtime/formats.ts. */
  readonly formats: Set<string>;
}

/** The formats that take more than a regular expression, and their predicates in the runtime. */
const FORMAT_FUNCTIONS: ReadonlyMap<string, string> = new Map([
  ["date", "isDate"],
  ["time", "isTime"],
  ["date-time", "isDateTime"],
  ["iso-time", "isIsoTime"],
  ["iso-date-time", "isIsoDateTime"],
  ["uri", "isUri"],
  ["regex", "isRegex"],
  ["byte", "isByte"],
  ["int32", "isInt32"],
  ["int64", "isInt64"],
  ["float", "isFloat"],
  ["double", "isDouble"],
]);

/**
 * The JavaScript of a function that ajv compiled, as one expression that depends on nothing but the imports noted.
 *
 * @param imports - what the code needs is added here
 */
export function toExpression(validate: AnyValidateFunction, imports: RuntimeImports): string {
  const { lines, name } = toLines(validate, imports);
  return pureCall([...lines, `return ${name};`]);
}

/**
 * The JavaScript of a validator with a first pass before it, as one expression. What the first pass accepts is accepted, as
 * long as every object that it met has no other prototype than `Object.prototype`, and that has none of the names looked for:
 * then a member that is found is the object's own. All else is for the full pass to say.
 *
 * @param looksAt - what the first pass looks for
 */
export function toGuardedExpression(
  full: AnyValidateFunction,
  first: AnyValidateFunction,
  looksAt: Omit<FirstPass, "schema">,
  imports: RuntimeImports,
): string {
  const { names, visits } = looksAt;
  const firstPass = toLines(first, imports);
  const clean = names.map((name) => `p[${toJavaScript(name)}] === undefined`);
  return pureCall([
    `const full = ${toExpression(full, imports)};`,
    `const ${NOTE} = { odd: 0 };`,
    ...firstPass.lines,
    "const p = Object.prototype;",
    "function isClean() {",
    ...(visits ? ["for (const name in p) return false;"] : []),
    `return ${clean.length === 0 ? "true" : clean.join(" && ")};`,
    "}",
    "function validate(value) {",
    // Compared and not reset: a getter of the value may call this very function.
    `const { odd } = ${NOTE};`,
    `if (isClean() && ${firstPass.name}(value) && ${NOTE}.odd === odd) {`,
    "validate.errors = null;",
    "return true;",
    "}",
    "const isValid = full(value);",
    "validate.errors = full.errors;",
    "return isValid;",
    "}",
    "return validate;",
  ]);
}

function toLines(validate: AnyValidateFunction, imports: RuntimeImports): { lines: string[]; name: string } {
  const { source } = validate;
  if (source === undefined) throw unexpected("code");
  const lines: string[] = [];
  writeFunction(source, lines, new Set(), imports);
  return { lines, name: String(source.validateName) };
}

function pureCall(lines: readonly string[]): string {
  return `/* @__PURE__ */ (() => {\n${escapeHidden(lines.join("\n"))}\n})()`;
}

/** The note of a first pass, in the code of its validator. */
const NOTE = "note";

function writeFunction(source: SourceCode, lines: string[], written: Set<string>, imports: RuntimeImports): void {
  const own = String(source.validateName);
  if (written.has(own)) return;
  written.add(own);
  // An inlined script would end at a closing tag, also within a string.
  const code = hardenCode(source.validateCode).replaceAll("</", "<\\/");
  for (const values of Object.values(source.scopeValues)) {
    for (const name of values ?? []) {
      const label = String(name);
      if (written.has(label) || !mentions(code, label)) continue;
      const reference: unknown = name.value?.ref;
      if (name.prefix === "validate" && isCompiled(reference)) {
        writeFunction(reference.source, lines, written, imports);
      } else if (name.prefix === "wrapper" || name.prefix === "root") {
        written.add(label);
        writeWrapper(label, reference, lines, written, imports);
      } else {
        written.add(label);
        lines.push(`const ${label} = ${expressionFor(name.prefix, reference, name.value?.key, imports)};`);
      }
    }
  }
  lines.push(code);
  if (source.evaluated !== undefined) lines.push(`${own}.evaluated = ${source.evaluated};`);
}

/** A function that refers to one still being compiled does so through an object, as functions are hoisted and constants are not. */
function writeWrapper(
  label: string,
  reference: unknown,
  lines: string[],
  written: Set<string>,
  imports: RuntimeImports,
): void {
  // ajv's SchemaEnv, which its types leave unknown here.
  const { validate, validateName } = reference as { validate?: AnyValidateFunction; validateName?: unknown };
  if (validateName === undefined) throw unexpected("a reference");
  lines.push(`const ${label} = { validate: ${String(validateName)} };`);
  if (validate?.source !== undefined) writeFunction(validate.source, lines, written, imports);
}

function expressionFor(prefix: string, reference: unknown, key: unknown, imports: RuntimeImports): string {
  switch (prefix) {
    case "schema":
      return toJavaScript(reference);
    case "pattern":
      if (reference instanceof RegExp) return regularExpression(reference);
      break;
    case "func": {
      if (reference === Object.prototype.hasOwnProperty) return "Object.prototype.hasOwnProperty";
      const name = runtimeName(reference);
      if (name === null) break;
      imports.validation.add(name);
      return name;
    }
    case "obj":
      return NOTE;
    case "formats":
      return formatOf(reference, String(key), imports);
  }
  throw unexpected(prefix);
}

/** What the runtime calls a function of the validators in memory. */
function runtimeName(reference: unknown): string | null {
  if (reference === countCodePoints) return "ucs2length";
  // ajv's own, which carries the code that fetches it.
  const isEqual = typeof reference === "function" && "code" in reference && reference.code === AJV_EQUAL;
  return isEqual ? "equal" : null;
}

function formatOf(reference: unknown, format: string, imports: RuntimeImports): string {
  if (reference instanceof RegExp) return regularExpression(reference);
  const name = FORMAT_FUNCTIONS.get(format);
  if (name === undefined) throw unexpected(`the format ${format}`);
  imports.formats.add(name);
  return typeof reference === "function" ? name : `{ validate: ${name} }`;
}

/** As a call: a literal would have to hold lone surrogates and line separators as they are. */
function regularExpression(value: RegExp): string {
  return `new RegExp(${toJavaScript(value.source)}, ${JSON.stringify(value.flags)})`;
}

function mentions(code: string, label: string): boolean {
  return code.includes(label) && new RegExp(`\\b${label}\\b`).test(code);
}

function isCompiled(value: unknown): value is AnyValidateFunction & { readonly source: SourceCode } {
  return typeof value === "function" && "source" in value && value.source !== undefined;
}

function unexpected(what: string): SchemaError {
  return new SchemaError("unsupported_keyword", `The validator needs ${what}, which cannot be written as code.`, {
    hint: "Leave the keyword out, and tell us about the schema.",
  });
}
