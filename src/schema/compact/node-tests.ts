import type {
  Expression,
  LogicalExpression,
  MemberExpression,
  Node,
  ObjectExpression,
  Pattern,
  PrivateIdentifier,
  Property,
  SpreadElement,
  Super,
} from "acorn";

/** A node where the tree has one in an expression's place. */
export type Maybe = Expression | Pattern | PrivateIdentifier | Super | null | undefined;

/** Says whether a node is of a text, but for the white space between its tokens. */
export function isText(code: string, { start, end }: Node, text: string): boolean {
  return end - start < text.length * 2 + 80 && code.slice(start, end).replace(/\s/g, "") === text.replace(/\s/g, "");
}

/** Says whether a node is a variable of ajv's: a prefix with a number. */
export function isNamed(node: Maybe, prefix: string): node is Expression & { type: "Identifier" } {
  return node?.type === "Identifier" && node.name.startsWith(prefix) && /^\d+$/.test(node.name.slice(prefix.length));
}

/** The value of a member in an object literal. */
export function memberOf(literal: ObjectExpression, name: string): Expression | undefined {
  const property = literal.properties.find(
    (one): one is Property => one.type === "Property" && one.key.type === "Identifier" && one.key.name === name,
  );
  return property?.value;
}

/**
 * The member that a test asks for: `data.a !== undefined && func0.call(data, "a")`, or that it is missing:
 * `data.a === undefined || !func0.call(data, "a")`. Null for other tests.
 */
export function ownTest({ left, operator, right }: LogicalExpression): MemberExpression | null {
  if (left.type !== "BinaryExpression" || left.left.type !== "MemberExpression") return null;
  if (left.right.type !== "Identifier" || left.right.name !== "undefined") return null;
  const isPresent = operator === "&&" && left.operator === "!==";
  const isMissing = operator === "||" && left.operator === "===";
  const asked = isMissing && right.type === "UnaryExpression" && right.operator === "!" ? right.argument : right;
  if ((!isPresent && !isMissing) || asked.type !== "CallExpression" || (isMissing && asked === right)) return null;
  return isOwnCall(asked.callee, asked.arguments[0], left.left) ? left.left : null;
}

function isOwnCall(
  callee: Maybe,
  holder: Expression | SpreadElement | undefined,
  { object }: MemberExpression,
): boolean {
  if (callee?.type !== "MemberExpression" || !isNamed(callee.object, "func")) return false;
  if (callee.property.type !== "Identifier" || callee.property.name !== "call") return false;
  return object.type === "Identifier" && holder?.type === "Identifier" && holder.name === object.name;
}
