import type { Expression, MemberExpression, Statement } from "acorn";
import { isText, memberOf, ownTest } from "./node-tests.js";

/** What a fault of ajv's says, as nodes of its code. */
export interface Fault {
  readonly instancePath: Expression;
  readonly schemaPath: Expression;
  readonly keyword: Expression;
  readonly params: Expression;
}

/**
 * The fault that three statements note, as ajv writes it: `const err0 = {…}`, the list of faults begun or added to, one more
 * counted. `"silent"` for one that says nothing, as only its being there counts; null for statements that do anything else.
 *
 * @param code - that the nodes are of
 */
export function faultOf(code: string, statements: readonly (Statement | undefined)[]): Fault | "silent" | null {
  const [declared, added, counted] = statements;
  if (declared?.type !== "VariableDeclaration" || added === undefined || counted === undefined) return null;
  const { id, init } = declared.declarations[0] ?? {};
  if (id?.type !== "Identifier" || init?.type !== "ObjectExpression") return null;
  const list = `if(vErrors === null){vErrors = [${id.name}];}else {vErrors.push(${id.name});}`;
  if (!isText(code, added, list) || !isText(code, counted, "errors++;")) return null;
  if (init.properties.length === 0) return "silent";
  const instancePath = memberOf(init, "instancePath");
  const schemaPath = memberOf(init, "schemaPath");
  const keyword = memberOf(init, "keyword");
  const params = memberOf(init, "params");
  return instancePath && schemaPath && keyword && params ? { instancePath, schemaPath, keyword, params } : null;
}

/** The variable with the number of faults that two statements go back to; null for statements that do anything else. */
export function resetOf(code: string, statements: readonly (Statement | undefined)[]): string | null {
  const [counted, cut] = statements;
  const assigned = assignmentTo(counted, "errors");
  if (assigned?.type !== "Identifier" || cut === undefined) return null;
  const { name } = assigned;
  const list = `if(vErrors !== null){if(${name}){vErrors.length = ${name};}else {vErrors = null;}}`;
  return isText(code, cut, list) ? name : null;
}

/** The faults of another function that two statements add, as code; null for statements that do anything else. */
export function addedOf(code: string, statements: readonly (Statement | undefined)[]): string | null {
  const [added, counted] = statements;
  const assigned = assignmentTo(added, "vErrors");
  if (assigned?.type !== "ConditionalExpression" || counted === undefined) return null;
  const faults = code.slice(assigned.consequent.start, assigned.consequent.end);
  if (!isText(code, assigned, `vErrors === null ? ${faults} : vErrors.concat(${faults})`)) return null;
  return isText(code, counted, "errors = vErrors.length;") ? faults : null;
}

/** Members that one object has to have, as code. */
export interface Missing {
  readonly holder: string;
  readonly names: readonly string[];
  readonly path: string;
  readonly schemaPath: string;
}

/** What statements from a place on ask for of one object with `required`, one member after the other; null where the first does not. */
export function missingFrom(code: string, statements: readonly Statement[], index: number): Missing | null {
  const first = missingOf(code, statements[index]);
  if (first === null) return null;
  const names = [...first.names];
  for (let next = index + 1; next < statements.length; next++) {
    const other = missingOf(code, statements[next]);
    if (other === null || other.holder !== first.holder || other.schemaPath !== first.schemaPath) break;
    names.push(...other.names);
  }
  return { ...first, names };
}

function missingOf(code: string, statement: Statement | undefined): Missing | null {
  if (statement?.type !== "IfStatement" || statement.test.type !== "LogicalExpression") return null;
  const { test, consequent, alternate } = statement;
  const member = test.operator === "||" ? ownTest(test) : null;
  if (member === null || alternate || consequent.type !== "BlockStatement" || consequent.body.length !== 3) return null;
  const fault = faultOf(code, consequent.body);
  if (fault === null || fault === "silent" || fault.params.type !== "ObjectExpression") return null;
  const text = ({ start, end }: Expression) => code.slice(start, end);
  const name = memberOf(fault.params, "missingProperty");
  if (text(fault.keyword) !== '"required"' || name === undefined || member.object.type === "Super") return null;
  return {
    holder: text(member.object),
    names: [text(name)],
    path: text(fault.instancePath),
    schemaPath: text(fault.schemaPath),
  };
}

/** The value of `schema0.enum` and the like; undefined for other members. */
export function constantOf(member: MemberExpression, constants: ReadonlyMap<string, unknown>): unknown {
  const { object, property, computed } = member;
  const holder: unknown =
    object.type === "Identifier"
      ? constants.get(object.name)
      : object.type === "MemberExpression"
        ? constantOf(object, constants)
        : undefined;
  const name =
    !computed && property.type === "Identifier" ? property.name : property.type === "Literal" ? property.value : null;
  if (typeof holder !== "object" || holder === null || (typeof name !== "string" && typeof name !== "number"))
    return undefined;
  return Object.hasOwn(holder, name) ? Reflect.get(holder, name) : undefined;
}

/** What a statement assigns to a variable. */
function assignmentTo(statement: Statement | undefined, name: string): Expression | undefined {
  if (statement?.type !== "ExpressionStatement" || statement.expression.type !== "AssignmentExpression")
    return undefined;
  const { left, operator, right } = statement.expression;
  return operator === "=" && left.type === "Identifier" && left.name === name ? right : undefined;
}
