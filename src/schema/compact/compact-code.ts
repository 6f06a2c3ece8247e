import {
  type Expression,
  type FunctionDeclaration,
  type IfStatement,
  type MemberExpression,
  parse,
  type Statement,
} from "acorn";
import { isObject } from "../own-property.js";
import { toJavaScript } from "../write/javascript-literal.js";
import { type CodeLine, dropUnread, printLines, type StatementLine } from "./code-lines.js";
import { type CompactExpression, compactExpression, FAULTS, ownCall } from "./compact-expression.js";
import { addedOf, constantOf, type Fault, faultOf, type Missing, missingFrom, resetOf } from "./fault-patterns.js";
import { isText, ownTest } from "./node-tests.js";

/** Code that was made shorter, and the functions of runtime/claims/faults.ts that it calls. */
export interface CompactCode {
  readonly code: string;
  readonly helpers: ReadonlySet<string>;
}

/**
 * The code of a function of ajv, shorter and to the same effect: a fault is noted by a call, faults are counted by the length of
 * their list, and what only served checks that nobody asks for is left out. It takes the path of its value as its second
 * argument. Null where the code has what is not known here.
 *
 * @param isDynamic - whether the function notes what it evaluates, for those that call it
 * @param constants - parts of the schema that the code names
 */
export function compactCode(
  code: string,
  isDynamic: boolean,
  constants: ReadonlyMap<string, unknown> = new Map(),
): CompactCode | null {
  const tree = parse(code, { ecmaVersion: 2022, sourceType: "script" });
  const compactor = new Compactor(code, isDynamic, constants);
  // A script has statements only.
  const lines = compactor.list(tree.body as Statement[]);
  return compactor.isKnown ? { code: printLines(dropUnread(lines)), helpers: compactor.helpers } : null;
}

/** Of each function: the list of its faults, and what says whether there are any. */
const HEAD = ["let vErrors = null;", "let errors = 0;"];

/** The most items of a list that are written out where they are said. */
const MAX_INLINED = 200;

class Compactor {
  readonly helpers = new Set<string>();
  isKnown = true;
  readonly #code: string;
  readonly #isDynamic: boolean;
  readonly #constants: ReadonlyMap<string, unknown>;
  #function = "";

  constructor(code: string, isDynamic: boolean, constants: ReadonlyMap<string, unknown>) {
    this.#code = code;
    this.#isDynamic = isDynamic;
    this.#constants = constants;
  }

  /** Statements that follow each other. */
  list(statements: readonly Statement[]): CodeLine[] {
    const lines: CodeLine[] = [];
    for (let index = 0; index < statements.length; ) {
      const [taken, some] = this.#several(statements, index);
      lines.push(...some);
      index += taken;
    }
    return lines;
  }

  /** What the statements from a place on are, as far as they belong together, and their number. */
  #several(statements: readonly Statement[], index: number): [number, readonly CodeLine[]] {
    const few = statements.slice(index, index + 3);
    const fault = faultOf(this.#code, few);
    if (fault !== null) return [3, [this.#fault(fault)]];
    const count = resetOf(this.#code, few);
    if (count !== null) return [2, [statement(`${FAULTS}.length = ${count};`, [count])]];
    const added = addedOf(this.#code, few);
    if (added !== null) return [2, [statement(`${this.#helper("append")}(${FAULTS}, ${added});`, [])]];
    const missing = missingFrom(this.#code, statements, index);
    if (missing !== null) return [missing.names.length, [this.#missing(missing)]];
    const [first] = few;
    return [1, first === undefined ? [] : this.#one(first)];
  }

  #one(node: Statement): readonly CodeLine[] {
    switch (node.type) {
      case "FunctionDeclaration":
        return [this.#functionBlock(node as FunctionDeclaration)];
      case "IfStatement":
        return this.#if(node);
      case "BlockStatement":
        return this.list(node.body);
      case "ForStatement":
      case "ForOfStatement":
      case "ForInStatement": {
        const body = this.list(inner(node.body));
        const head = this.#code.slice(node.start, node.body.start);
        return [{ kind: "block", head, reads: wordsOf(head), body, otherwise: null, isDroppable: true }];
      }
      case "LabeledStatement": {
        const lines = this.#one(node.body);
        return lines.map((line) =>
          line.kind === "block" ? { ...line, head: `${node.label.name}:${line.head}` } : line,
        );
      }
      case "VariableDeclaration":
      case "ExpressionStatement":
      case "ReturnStatement":
        return this.#leaf(node);
      case "BreakStatement":
      case "ContinueStatement":
      case "EmptyStatement":
        return [statement(this.#code.slice(node.start, node.end), [])];
      default:
        this.isKnown = false;
        return [];
    }
  }

  #functionBlock(node: FunctionDeclaration): CodeLine {
    this.#function = node.id.name;
    const head = `function ${node.id.name}(data, instancePath = "") `;
    return { kind: "block", head, reads: [], body: this.list(node.body.body), otherwise: null, isDroppable: false };
  }

  #if(node: IfStatement): readonly CodeLine[] {
    const { test, consequent, alternate } = node;
    if (!this.#isDynamic && isDynamicTest(test)) return [];
    const lines: CodeLine[] = [];
    let head = "";
    let reads: readonly string[] = [];
    let isPure = true;
    let statements = inner(consequent);
    const member = test.type === "LogicalExpression" && test.operator === "&&" ? ownTest(test) : null;
    const read = member === null ? null : this.#readOf(statements[0], member);
    if (member !== null && read !== null) {
      this.#helper("own");
      // What is read is tested and then used: one call for both.
      lines.push(
        statement(
          `const ${read} = ${ownCall(this.#code, member)};`,
          wordsOf(this.#code.slice(member.object.start, member.object.end)),
          read,
        ),
      );
      head = `if(${read} !== undefined)`;
      reads = [read];
      statements = statements.slice(1);
    } else {
      const compact = this.#expression(test);
      head = `if(${compact.text})`;
      ({ reads, isPure } = compact);
    }
    const body = this.list(statements);
    const otherwise = alternate ? this.list(inner(alternate)) : null;
    const note = noteOnly(reads, body, otherwise);
    if (note !== null) return [{ ...statement(`${head}{\n${note.text}\n}`, [], note.sets) }];
    lines.push({ kind: "block", head, reads, body, otherwise, isDroppable: isPure });
    return lines;
  }

  /** The variable that a statement declares for a member. */
  #readOf(node: Statement | undefined, member: Expression): string | null {
    if (node?.type !== "VariableDeclaration") return null;
    const { id, init } = node.declarations[0] ?? {};
    if (id?.type !== "Identifier" || init?.type !== "MemberExpression") return null;
    return isText(this.#code, init, this.#code.slice(member.start, member.end)) ? id.name : null;
  }

  #leaf(node: Statement): readonly CodeLine[] {
    const is = (text: string) => isText(this.#code, node, text);
    if (is(HEAD[0] ?? "")) {
      return [statement(`const ${FAULTS} = [], fault = ${this.#helper("faultsAt")}(${FAULTS}, instancePath);`, [])];
    }
    if (is(HEAD[1] ?? "") || is(`${this.#function}.errors = vErrors;`)) return [];
    if (is("return errors === 0;")) {
      return [statement(`return ${this.#helper("finish")}(${this.#function}, ${FAULTS});`, [])];
    }
    if (node.type === "VariableDeclaration") {
      const { id, init } = node.declarations[0] ?? {};
      if (id?.type !== "Identifier" || node.declarations.length !== 1) return this.#unknown();
      const value = init ? this.#expression(init) : null;
      const text = `${node.kind} ${id.name}${value === null ? "" : ` = ${value.text}`};`;
      return [statement(text, value?.reads ?? [], value?.isPure === false ? null : id.name)];
    }
    if (node.type === "ReturnStatement") {
      const value = node.argument ? this.#expression(node.argument) : null;
      return [statement(`return${value === null ? "" : ` ${value.text}`};`, value?.reads ?? [])];
    }
    if (node.type !== "ExpressionStatement") return this.#unknown();
    const { expression } = node;
    if (expression.type === "AssignmentExpression" && expression.left.type === "Identifier") {
      const { name } = expression.left;
      if (name === "errors" || name === FAULTS) return this.#unknown();
      const value = this.#expression(expression.right);
      const reads = value.reads.filter((one) => one !== name);
      return [statement(`${name} ${expression.operator} ${value.text};`, reads, value.isPure ? name : null)];
    }
    if (expression.type === "UpdateExpression" && expression.argument.type === "Identifier") {
      const { name } = expression.argument;
      return name === "errors" ? this.#unknown() : [statement(this.#code.slice(node.start, node.end), [], name)];
    }
    const value = this.#expression(expression);
    return [statement(`${value.text};`, value.reads)];
  }

  #fault(fault: Fault | "silent"): CodeLine {
    if (fault === "silent") return statement(`${FAULTS}.push({});`, []);
    const path = this.#expression(fault.instancePath);
    const schemaPath = this.#expression(fault.schemaPath);
    const params = compactExpression(this.#code, fault.params, this.helpers, (member) => this.#valueOf(member));
    if (!params.isKnown) this.isKnown = false;
    const keyword = this.#code.slice(fault.keyword.start, fault.keyword.end);
    const texts = [this.#below(path.text), schemaPath.text, params.text];
    if (!schemaPath.text.endsWith(`/${keyword.slice(1)}`)) texts.push(keyword);
    return statement(`fault(${texts.join(", ")});`, [...path.reads, ...params.reads]);
  }

  #missing({ holder, names, path, schemaPath }: Missing): CodeLine {
    const texts = [holder, `[${names.join(", ")}]`, "fault", this.#below(path), schemaPath];
    return statement(`${this.#helper("missing")}(${texts.join(", ")});`, [holder]);
  }

  /** A path without the one that the function was called with, which comes first in each. */
  #below(path: string): string {
    if (path === "instancePath") return '""';
    const rest = /^instancePath\s*\+\s*(".*)$/s.exec(path)?.[1];
    if (rest === undefined) this.isKnown = false;
    return rest ?? path;
  }

  /** The value of a member of a constant, which is then not needed for it; null for what is long, or no such member. */
  #valueOf(member: MemberExpression): string | null {
    const value = constantOf(member, this.#constants);
    if (value === undefined || (Array.isArray(value) && value.length > MAX_INLINED)) return null;
    return isObject(value) ? null : toJavaScript(value);
  }

  #expression(node: Expression): CompactExpression {
    const compact = compactExpression(this.#code, node, this.helpers);
    if (!compact.isKnown) this.isKnown = false;
    return compact;
  }

  #helper(name: string): string {
    this.helpers.add(name);
    return name;
  }

  #unknown(): readonly CodeLine[] {
    this.isKnown = false;
    return [];
  }
}

function statement(text: string, reads: readonly string[], sets: string | null = null): StatementLine {
  return { kind: "statement", text, reads, sets };
}

function inner(node: Statement): readonly Statement[] {
  return node.type === "BlockStatement" ? node.body : [node];
}

/** `evaluated0.dynamicProps`, or of items. */
function isDynamicTest(test: Expression): boolean {
  return (
    test.type === "MemberExpression" &&
    test.property.type === "Identifier" &&
    /^dynamic(Props|Items)$/.test(test.property.name)
  );
}

/** `if(items0 !== true){ items0 = true; }`: what sets a variable, and reads it for that alone. */
function noteOnly(
  reads: readonly string[],
  body: readonly CodeLine[],
  otherwise: readonly CodeLine[] | null,
): (StatementLine & { readonly sets: string }) | null {
  const [only] = body;
  if (body.length !== 1 || otherwise !== null || only?.kind !== "statement" || only.sets === null) return null;
  const { sets } = only;
  return reads.every((name) => name === sets) && only.reads.every((name) => name === sets) ? { ...only, sets } : null;
}

/** The variables in the head of a loop, and other words. */
function wordsOf(head: string): readonly string[] {
  return head.match(/[A-Za-z_$][\w$]*/g) ?? [];
}
