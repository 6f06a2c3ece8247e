import { printComment } from "./print-comment.js";
import { quote } from "./quote.js";
import type { Member, ObjectType, Type } from "./type.js";

/** A union that is longer than this in one line is written with one member a line. */
const LONGEST_UNION = 80;

/**
 * A type as a TypeScript expression. Lines are not indented: `indentDeclarations` does that. Line breaks
 * stand only behind `{`, behind a member, and before `|`.
 */
export function printType(type: Type): string {
  switch (type.kind) {
    case "unknown":
    case "never":
      return type.kind;
    case "primitive":
      return type.name;
    case "literal":
      return typeof type.value === "string" ? quote(type.value) : String(type.value);
    case "template":
      return printTemplate(type.prefix, type.suffix);
    case "otherString":
      return "(string & {})";
    case "reference":
      return type.name;
    case "array":
      return `${printOperand(type.items)}[]`;
    case "tuple":
      return `[${printElements(type).join(", ")}]`;
    case "object":
      return printObject(type);
    case "union":
      return printUnion(type.members);
    case "intersection":
      return type.members.map(printOperand).join(" & ");
  }
}

/** A member's name: bare where it is an identifier in ASCII, else quoted. */
export function printName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

function printTemplate(prefix: string, suffix: string): string {
  return `\`${escapeTemplate(prefix)}\${string}${escapeTemplate(suffix)}\``;
}

function escapeTemplate(text: string): string {
  return quote(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(/`|\$(?=\{)/g, "\\$&");
}

function printElements({ prefix, required, rest }: Extract<Type, { kind: "tuple" }>): readonly string[] {
  const elements = prefix.map((type, at) => (at < required ? printType(type) : `${printOperand(type)}?`));
  return rest === null ? elements : [...elements, `...${printOperand(rest)}[]`];
}

function printOperand(type: Type): string {
  const text = printType(type);
  return type.kind === "union" || type.kind === "intersection" ? `(${text})` : text;
}

function printUnion(members: readonly Type[]): string {
  const texts = members.map((member) => (member.kind === "intersection" ? printOperand(member) : printType(member)));
  const line = texts.join(" | ");
  const isLong = line.length > LONGEST_UNION && !line.includes("\n");
  return isLong ? texts.map((text) => `\n| ${text}`).join("") : line;
}

function printObject(type: ObjectType): string {
  const signatures = indexSignatures(type).map(({ name, type: value }) => `${name}: ${value}`);
  const lines = [...type.members.map(printMember), ...signatures];
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n}`;
}

/** The index signatures of an object type, each as what stands before and behind the colon. */
export function indexSignatures(type: ObjectType): readonly { readonly name: string; readonly type: string }[] {
  const signatures = (type.prefixes ?? []).map(({ prefix, type: value }) => {
    const members = type.members.filter(({ name }) => name.startsWith(prefix));
    return { name: `[name: ${printTemplate(prefix, "")}]`, type: printIndex(members, value) };
  });
  if (type.index !== null) signatures.push({ name: "[name: string]", type: printIndex(type.members, type.index) });
  return signatures;
}

function printMember({ name, type, optional, documentation }: Member): string {
  const comment = documentation === null ? "" : printComment(documentation);
  return `${comment}${printName(name)}${optional ? "?" : ""}: ${printType(type)}`;
}

/** The index signature's type, with `undefined` where an optional member stands beside it, as TypeScript demands. */
function printIndex(members: readonly Member[], index: Type): string {
  const text = printType(index);
  const hasOptional = members.some((member) => member.optional);
  return hasOptional && index.kind !== "unknown" ? `${text} | undefined` : text;
}
