import type { Expression, LogicalExpression, MemberExpression } from "acorn";
import { simple } from "acorn-walk";
import { isText, memberOf, ownTest } from "./node-tests.js";
import { applyEdits, type Edit } from "./text-edits.js";

/** The list of the faults found so far, in the code of ajv and in ours. */
export const FAULTS = "vErrors";

/** An expression as shorter code. */
export interface CompactExpression {
  readonly text: string;
  /** Variables that it reads. */
  readonly reads: readonly string[];
  /** Whether it does nothing but read. */
  readonly isPure: boolean;
  /** Whether it has nothing that only statements may touch. */
  readonly isKnown: boolean;
}

/** Functions that do nothing but answer. */
const PURE: ReadonlySet<string> = new Set(["Object.create", "Array.isArray", "isFinite", "isNaN"]);

/** Variables of ajv's functions that are no longer there. */
const GONE: ReadonlySet<string> = new Set(["parentData", "parentDataProperty", "rootData", "dynamicAnchors"]);

/**
 * An expression of ajv's code as shorter code: the number of faults is the length of their list, an object's own member is read by
 * `own`, and another function is told the path and nothing else.
 *
 * @param helpers - functions of runtime/claims/faults.ts that it calls are added here
 * @param replace - what is written in the place of a member, where it is something else
 */
export function compactExpression(
  code: string,
  node: Expression,
  helpers: Set<string>,
  replace: (member: MemberExpression) => string | null = () => null,
): CompactExpression {
  const edits: Edit[] = [];
  const reads: string[] = [];
  let isPure = true;
  let isKnown = true;
  let hasContext = false;
  const impure = () => {
    isPure = false;
  };
  simple(node, {
    Identifier({ name, start, end }) {
      if (name === "errors") edits.push({ start, end, text: `${FAULTS}.length` });
      else if (name === FAULTS) isKnown = false;
      else reads.push(name);
    },
    CallExpression(call) {
      const [, context] = call.arguments;
      const path = context?.type === "ObjectExpression" ? memberOf(context, "instancePath") : undefined;
      if (context !== undefined && path !== undefined) {
        edits.push({ start: context.start, end: context.end, text: code.slice(path.start, path.end) });
        hasContext = true;
      }
      if (!PURE.has(code.slice(call.callee.start, call.callee.end))) impure();
    },
    LogicalExpression(test) {
      const type = numberTest(code, test);
      if (type !== null) edits.push({ start: test.start, end: test.end, text: type });
      const member = ownTest(test);
      if (member === null) return;
      helpers.add("own");
      const is = test.operator === "&&" ? "!==" : "===";
      edits.push({ start: test.start, end: test.end, text: `${ownCall(code, member)} ${is} undefined` });
    },
    MemberExpression(member) {
      const text = replace(member);
      if (text !== null) edits.push({ start: member.start, end: member.end, text });
    },
    AssignmentExpression({ left }) {
      impure();
      // What is set within an expression is read in another.
      if (left.type === "Identifier") reads.push(left.name);
    },
    UpdateExpression: impure,
    NewExpression: impure,
  });
  if (!hasContext && reads.some((name) => GONE.has(name))) isKnown = false;
  return { text: applyEdits(code, node, edits), reads: reads.filter((name) => !GONE.has(name)), isPure, isKnown };
}

/** A test of ajv's for a number that JSON can hold, as a call; null for other tests. */
function numberTest(code: string, test: LogicalExpression): string | null {
  const name = /^\(+typeof (\w+) ==/.exec(code.slice(test.start, test.start + 80))?.[1];
  if (name === undefined || test.operator !== "&&") return null;
  if (isText(code, test, `(typeof ${name} == "number") && (isFinite(${name}))`)) return `Number.isFinite(${name})`;
  const integer = `((typeof ${name} == "number") && (!(${name} % 1) && !isNaN(${name}))) && (isFinite(${name}))`;
  return isText(code, test, integer) ? `Number.isInteger(${name})` : null;
}

/** The call that reads an object's own member. */
export function ownCall(code: string, { object, property, computed }: MemberExpression): string {
  const name = code.slice(property.start, property.end);
  return `own(${code.slice(object.start, object.end)}, ${computed ? name : JSON.stringify(name)})`;
}
