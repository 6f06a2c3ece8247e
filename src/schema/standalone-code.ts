import type { ValueScopeName } from "ajv/dist/compile/codegen/index.js";
import type { AnyValidateFunction, SourceCode } from "ajv/dist/types/index.js";
import { SchemaError } from "../errors.js";
import { AJV_EQUAL } from "./ajv-instance.js";
import { compactCode } from "./compact-code.js";
import { countCodePoints } from "./count-code-points.js";
import { writeFirstPass } from "./first-pass.js";
import { formatPredicate, regularExpression } from "./format-code.js";
import { hardenCode } from "./harden-code.js";
import { escapeHidden, toJavaScript } from "./javascript-literal.js";
import type { Schema } from "./json-schema.js";
import { PredicateScope } from "./predicate-scope.js";
import { mergeImports, noImports, type RuntimeImports } from "./runtime-imports.js";
import type { SimpleMembers } from "./simple-schema.js";
import { writeSimple } from "./simple-writer.js";

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
 * The JavaScript of a validator with a first pass before it, as one expression.
 *
 * @param prepared - the schema that the validator was compiled of
 * @param imports - what the code needs is added here
 */
export function toGuardedExpression(full: AnyValidateFunction, prepared: Schema, imports: RuntimeImports): string {
  const { lines, name, labels } = toLines(full, imports);
  const firstPass = writeFirstPass(prepared, labels);
  if (firstPass === null) return pureCall([...lines, `return ${name};`]);
  mergeImports(imports, firstPass.imports);
  imports.firstPass.add("withFirstPass");
  return pureCall([...lines, ...firstPass.lines, `return withFirstPass(${firstPass.name}, ${name});`]);
}

/** What a validator declares; `labels` are those of its constants, by the text of what they stand for. */
interface ValidatorLines {
  readonly lines: readonly string[];
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
}

function toLines(validate: AnyValidateFunction, imports: RuntimeImports): ValidatorLines {
  const { source } = validate;
  if (source === undefined) throw unexpected("code");
  const name = String(source.validateName);
  for (const isCompact of [true, false]) {
    const code = new CodeWriter(isCompact);
    code.writeFunction(source);
    // Functions that are made shorter call each other in another way: all of them are, or none.
    if (!code.isKnown) continue;
    mergeImports(imports, code.imports);
    return { lines: code.finish(), name, labels: code.labels };
  }
  throw unexpected("a function");
}

function pureCall(lines: readonly string[]): string {
  return `/* @__PURE__ */ (() => {\n${escapeHidden(lines.join("\n"))}\n})()`;
}

/** Writes a function that ajv compiled, and before it what it names. */
class CodeWriter {
  readonly imports = noImports();
  readonly labels = new Map<string, string>();
  /** Whether all functions could be made shorter, where that was asked for. */
  isKnown = true;
  readonly #isCompact: boolean;
  readonly #lines: string[] = [];
  readonly #evaluated: string[] = [];
  readonly #written = new Set<string>();

  constructor(isCompact: boolean) {
    this.#isCompact = isCompact;
  }

  /** All lines; what a function evaluates is only among them where another one asks. */
  finish(): readonly string[] {
    const isAsked = this.#lines.some((line) => line.includes(".evaluated"));
    return isAsked ? [...this.#lines, ...this.#evaluated] : this.#lines;
  }

  writeFunction(source: SourceCode): void {
    const own = String(source.validateName);
    if (this.#written.has(own)) return;
    this.#written.add(own);
    const code = escapeTags(this.#shorten(source));
    for (const values of Object.values(source.scopeValues)) {
      for (const name of values ?? []) this.#writeNamed(name, code);
    }
    this.#lines.push(code);
    if (source.evaluated !== undefined) this.#evaluated.push(`${own}.evaluated = ${source.evaluated};`);
  }

  #shorten(source: SourceCode): string {
    const code = hardenCode(source.validateCode);
    if (!this.#isCompact) return code;
    const constants = new Map([...(source.scopeValues["schema"] ?? [])].map(({ str, value }) => [str, value?.ref]));
    const compact = compactCode(code, /"dynamic(?:Props|Items)":true/.test(String(source.evaluated)), constants);
    if (compact === null) this.isKnown = false;
    for (const helper of compact?.helpers ?? []) this.imports.faults.add(helper);
    return compact?.code ?? code;
  }

  /** What a function names outside of itself. */
  #writeNamed({ prefix, value, str: label }: ValueScopeName, code: string): void {
    if (this.#written.has(label) || !mentions(code, label)) return;
    const reference: unknown = value?.ref;
    if (prefix === "validate" && isCompiled(reference)) {
      this.writeFunction(reference.source);
      return;
    }
    this.#written.add(label);
    if (prefix === "wrapper" || prefix === "root") this.#writeWrapper(label, reference);
    else if (prefix === "keyword") this.#writeSimple(label, reference);
    else {
      const expression = expressionFor(prefix, reference, value?.key, this.imports);
      this.labels.set(expression, label);
      this.#lines.push(`const ${label} = ${expression};`);
    }
  }

  #writeSimple(label: string, reference: unknown): void {
    const scope = new PredicateScope(this.labels, this.imports);
    // The keyword for simple members is the only one of ours that names a value of this kind.
    const body = writeSimple(label, reference as SimpleMembers, scope);
    const path = this.#isCompact ? "instancePath" : "{ instancePath }";
    for (const [text, constant] of scope.labels) this.labels.set(text, constant);
    this.#lines.push(...scope.lines, escapeTags(`function ${label}(data, ${path}) {\n${body}\n}`));
  }

  /** A function that refers to one still being compiled does so through an object, as functions are hoisted and constants are not. */
  #writeWrapper(label: string, reference: unknown): void {
    // ajv's SchemaEnv, which its types leave unknown here.
    const { validate, validateName } = reference as { validate?: AnyValidateFunction; validateName?: unknown };
    if (validateName === undefined) throw unexpected("a reference");
    this.#lines.push(`const ${label} = { validate: ${String(validateName)} };`);
    if (validate?.source !== undefined) this.writeFunction(validate.source);
  }
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
  const name = formatPredicate(format);
  if (name === undefined) throw unexpected(`the format ${format}`);
  imports.formats.add(name);
  return typeof reference === "function" ? name : `{ validate: ${name} }`;
}

/** An inlined script would end at a closing tag, also within a string. */
function escapeTags(code: string): string {
  return code.replaceAll("</", "<\\/");
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
