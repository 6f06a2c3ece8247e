import type { ValueScopeName } from "ajv/dist/compile/codegen/index.js";
import type { AnyValidateFunction, SourceCode } from "ajv/dist/types/index.js";
import { SchemaError } from "../../errors.js";
import { compactCode } from "../compact/compact-code.js";
import { hardenCode } from "../compact/harden-code.js";
import type { JsonObject, Schema } from "../json-schema.js";
import { isObject } from "../own-property.js";
import { writeFirstPass } from "../write/first-pass.js";
import { formatPredicate, regularExpression } from "../write/format-code.js";
import { escapeHidden, toJavaScript } from "../write/javascript-literal.js";
import { PredicateScope } from "../write/predicate-scope.js";
import { mergeImports, noImports, type RuntimeImports } from "../write/runtime-imports.js";
import type { SimpleMembers } from "../write/simple-schema.js";
import { writeSimple } from "../write/simple-writer.js";
import type { ValidatorLines } from "../write/validator-lines.js";
import { AJV_EQUAL } from "./ajv-instance.js";
import { countCodePoints } from "./count-code-points.js";

/** The JavaScript of a validator, as one expression that depends on nothing but the imports that were noted with its lines. */
export function toExpression({ lines, name }: ValidatorLines): string {
  return pureCall([...lines, `return ${name};`]);
}

/**
 * The JavaScript of a validator with a first pass before it, as one expression.
 *
 * @param prepared - the schema that the validator was made of
 * @param imports - what the code needs is added here
 */
export function toGuardedExpression(full: ValidatorLines, prepared: Schema, imports: RuntimeImports): string {
  const { lines, name, labels } = full;
  const firstPass = writeFirstPass(prepared, labels);
  if (firstPass === null) return toExpression(full);
  mergeImports(imports, firstPass.imports);
  imports.firstPass.add("withFirstPass");
  return pureCall([...lines, ...firstPass.lines, `return withFirstPass(${firstPass.name}, ${name});`]);
}

/**
 * The code of a function that ajv compiled, and of all that it names.
 *
 * @param imports - what the code needs is added here
 */
export function toLines(validate: AnyValidateFunction, imports: RuntimeImports): ValidatorLines {
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
  /** Schemas that functions name, by the line that will declare them: how much of them is needed is known when all is written. */
  readonly #schemas = new Map<number, { readonly label: string; readonly schema: JsonObject }>();

  constructor(isCompact: boolean) {
    this.#isCompact = isCompact;
  }

  /** All lines; what a function evaluates is only among them where another one asks. */
  finish(): readonly string[] {
    const code = this.#schemas.size === 0 ? "" : this.#lines.join("\n");
    for (const [line, { label, schema }] of this.#schemas) {
      this.#lines[line] = `const ${label} = ${toJavaScript(neededOf(schema, label, code))};`;
    }
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
      if (prefix === "schema" && isObject(reference) && isObject(reference["properties"])) {
        this.#schemas.set(this.#lines.push("") - 1, { label, schema: reference });
        return;
      }
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

/** Of a schema that code asks for nothing but the names of its members: those. */
function neededOf(schema: JsonObject, label: string, code: string): JsonObject {
  // What goes on behind `properties` is about a member.
  const mentions = code.match(new RegExp(`\\b${label}\\b(?:\\.properties(?![\\w$.[]))?`, "g")) ?? [];
  if (mentions.some((mention) => mention === label) || !isObject(schema["properties"])) return schema;
  return { properties: withoutValues(schema["properties"]) };
}

function withoutValues(members: JsonObject): JsonObject {
  return Object.fromEntries(Object.keys(members).map((name) => [name, true]));
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
