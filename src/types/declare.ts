import type { JSONSchema } from "json-schema-to-typescript";
import { indentDeclarations } from "./indent-declarations.js";
import { commentLines } from "./print-comment.js";
import { indexSignatures, printName, printType } from "./print-type.js";
import type { Documentation, NamedType } from "./type.js";

/** What json-schema-to-typescript reads, and the names that its lines are given back. */
interface Declaration {
  readonly schema: JSONSchema;
  /** The text that stands for a member's name, before the number of the name. */
  readonly placeholder: string;
  readonly names: readonly string[];
}

const OPTIONS = {
  format: false,
  bannerComment: "",
  additionalProperties: false,
  declareExternallyReferenced: false,
} as const;

/** The name under which every declaration is written first; the library would change names that are not ASCII. */
const PLACEHOLDER_NAME = "Declaration";

/**
 * The declarations of types as TypeScript source: an interface for each object, a type alias for each other,
 * in the order given, a blank line between two.
 *
 * json-schema-to-typescript writes them. It is given every member's type as an expression (`tsType`), because
 * its own reading of the keywords is not sound; no references, so it never looks at disk or network; and
 * placeholders for names, because some names (`__proto__`, `hasOwnProperty`, lone surrogates) break it.
 */
export async function declareTypes(named: readonly NamedType[]): Promise<string> {
  if (named.length === 0) return "";
  const { compile } = await import("json-schema-to-typescript");
  const declarations: string[] = [];
  for (const type of named) {
    const declaration = toDeclaration(type);
    const source = await compile(declaration.schema, PLACEHOLDER_NAME, { ...OPTIONS });
    declarations.push(indentDeclarations(giveNames(source.trim(), type.name, declaration)));
  }
  return `${declarations.join("\n\n")}\n`;
}

function toDeclaration({ type, documentation }: NamedType): Declaration {
  const comment = toComment(documentation);
  if (type.kind !== "object") {
    return { schema: { ...comment, $id: PLACEHOLDER_NAME, tsType: printType(type) }, placeholder: "", names: [] };
  }
  // Draft 3's way to say that a member is required: a list of names would be searched once for each member.
  const required = { required: true as const };
  const signatures = indexSignatures(type);
  const members: readonly { readonly tsType: string; readonly description?: string; readonly required?: true }[] = [
    ...type.members.map((member) => ({
      ...toComment(member.documentation),
      tsType: printType(member.type),
      ...(member.optional ? {} : required),
    })),
    ...signatures.map(({ type: tsType }) => ({ tsType, ...required })),
  ];
  const names = [...type.members.map(({ name }) => printName(name)), ...signatures.map(({ name }) => name)];
  const placeholder = findPlaceholder(members.flatMap(({ tsType, description }) => [tsType, description ?? ""]));
  const properties = Object.fromEntries(members.map((member, at) => [`${placeholder}${at}`, member]));
  // The draft 3 form of `required` is read, though the library's types know only draft 4's.
  const schema = { ...comment, $id: PLACEHOLDER_NAME, type: "object", properties } as JSONSchema;
  return { schema: { ...schema, additionalProperties: false }, placeholder, names };
}

function toComment(documentation: Documentation | null): { readonly description?: string } {
  const lines = documentation === null ? [] : commentLines(documentation);
  return lines.length === 0 ? {} : { description: lines.join("\n") };
}

/** A text that occurs in none of the others. */
function findPlaceholder(texts: readonly string[]): string {
  let placeholder = "member_";
  while (texts.some((text) => text.includes(placeholder))) placeholder += "_";
  return placeholder;
}

function giveNames(source: string, declared: string, { placeholder, names }: Declaration): string {
  const lines = source.split("\n");
  const head = lines.findIndex((line) => line.startsWith("export "));
  return lines
    .map((line, at) => {
      if (at === head) return line.replace(PLACEHOLDER_NAME, () => declared);
      if (placeholder === "" || !line.startsWith(placeholder)) return line;
      const [, number, rest] = /^(\d+)(.*)$/s.exec(line.slice(placeholder.length)) ?? [];
      const name = names[Number(number)];
      return name === undefined ? line : `${name}${rest}`;
    })
    .join("\n");
}
