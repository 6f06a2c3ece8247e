import { type Expression, type Node, parse } from "acorn";
import { simple } from "acorn-walk";
import { isNamed, type Maybe } from "./node-tests.js";
import { applyEdits, type Edit } from "./text-edits.js";

/**
 * The code of ajv with those faults of its `unevaluatedProperties` and `unevaluatedItems` mended that let undeclared names and
 * items pass, or that throw. What was evaluated is noted in variables named `props` and `items` with a number, which may be
 * `true` for all, or undefined where no branch was taken.
 */
export function hardenCode(code: string): string {
  // Most code notes nothing, or that all items were evaluated and no more; parsing it would double the time of compiling.
  const isNoted =
    (code.includes("props") && /\bprops\d/.test(code)) || (code.includes("items") && /[>=] ?items\d/.test(code));
  if (!isNoted) return code;
  return applyEdits(code, { start: 0, end: code.length }, findEdits(code));
}

function findEdits(code: string): Edit[] {
  const edits: Edit[] = [];
  const replace = ({ start, end }: Node, text: string) => edits.push({ start, end, text });
  const textOf = ({ start, end }: Node) => code.slice(start, end);
  // A function on its own, or the body that makes one: `const schema0 = …; return function …`.
  const tree = parse(code, { ecmaVersion: 2022, sourceType: "script", allowReturnOutsideFunction: true });
  simple(tree, {
    VariableDeclarator({ id, init }) {
      // Of an ordinary object `__proto__` is no name that can be noted.
      if (isNamed(id, "props") && isEmptyObject(init)) replace(init, NO_NAMES);
      // for(let i0=items0; …
      else if (isNamed(id, "i") && isNamed(init, "items")) replace(init, `${textOf(init)} || 0`);
    },
    AssignmentExpression(assignment) {
      const { left, right } = assignment;
      if (right.type === "LogicalExpression" && isNamed(left, "props") && isEmptyObject(right.right)) {
        replace(right.right, NO_NAMES);
      } else if (isNote(left)) {
        const props = textOf(left.object);
        replace(
          assignment,
          `${props} !== true && ((${props} = ${props} || ${NO_NAMES})[${textOf(left.property)}] = true)`,
        );
      }
    },
    LogicalExpression(test) {
      // !props0 || !props0[key0]: an ordinary object would have `constructor` and `toString`.
      const { left, right } = test;
      if (!isNot(left) || !isNamed(left.argument, "props") || !isNot(right) || !isNote(right.argument)) return;
      const { object, property } = right.argument;
      replace(right, `!Object.prototype.hasOwnProperty.call(${textOf(object)}, ${textOf(property)})`);
    },
    BinaryExpression(comparison) {
      const { left, operator, right } = comparison;
      if (!isNamed(left, "len") || !isNamed(right, "items")) return;
      const [length, items] = [textOf(left), textOf(right)];
      if (operator === ">") replace(comparison, `${items} !== true && ${length} > (${items} || 0)`);
      if (operator === "<=") replace(comparison, `${items} === true || ${length} <= (${items} || 0)`);
    },
  });
  return edits;
}

const NO_NAMES = "Object.create(null)";

function isEmptyObject(node: Maybe): node is Expression {
  return node?.type === "ObjectExpression" && node.properties.length === 0;
}

/** `props0[key0]`. */
function isNote(node: Maybe): node is Expression & { type: "MemberExpression" } {
  if (node?.type !== "MemberExpression" || !node.computed || node.property.type === "PrivateIdentifier") return false;
  return isNamed(node.object, "props") && isNamed(node.property, "key");
}

function isNot(node: Expression): node is Expression & { type: "UnaryExpression" } {
  return node.type === "UnaryExpression" && node.operator === "!";
}
