import type { JSONSchema } from "json-schema-to-typescript";
import { indentDeclarations } from "./indent-declarations.js";
import { commentLines } from "./print-comment.js";
import { printName, printType } from "./print-type.js";
import type { Documentation, NamedType } from "./type.js";

/** What json-schema-to-typescript reads, and a name that each of its lines may need to be given back. */
interface Declaration {
  readonly schema: JSONSchema;
  /** The text that stands for a member's name, before the member's number. */
  readonly placeholder: string;
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
    const { schema, placeholder } = toDeclaration(type);
    const source = await compile(schema, PLACEHOLDER_NAME, { ...OPTIONS });
    declarations.push(indentDeclarations(giveNames(source.trim(), type, placeholder)));
  }
  return `${declarations.join("\n\n")}\n`;
}

function toDeclaration({ type, documentation }: NamedType): Declaration {
  const comment = toComment(documentation);
  if (type.kind !== "object" || type.index !== null || type.prefixes !== undefined) {
    return { schema: { ...comment, $id: PLACEHOLDER_NAME, tsType: printType(type) }, placeholder: "" };
  }
  const members = type.members.map((member) => ({
    ...toComment(member.documentation),
    tsType: printType(member.type),
    // Draft 3's way to say it: a list of names would be searched once for each member.
    ...(member.optional ? {} : { required: true as const }),
  }));
  const placeholder = findPlaceholder(members.flatMap(({ tsType, description }) => [tsType, description ?? ""]));
  const properties = Object.fromEntries(members.map((member, at) => [`${placeholder}${at}`, member]));
  // The draft 3 form of `required` is read, though the library's types know only draft 4's.
  const schema = { ...comment, $id: PLACEHOLDER_NAME, type: "object", properties } as JSONSchema;
  return { schema: { ...schema, additionalProperties: false }, placeholder };
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

function giveNames(source: string, { name, type }: NamedType, placeholder: string): string {
  const lines = source.split("\n");
  const head = lines.findIndex((line) => line.startsWith("export "));
  return lines
    .map((line, at) => {
      if (at === head) return line.replace(PLACEHOLDER_NAME, () => name);
      if (type.kind !== "object" || placeholder === "" || !line.startsWith(placeholder)) return line;
      const [, number, rest] = /^(\d+)(.*)$/s.exec(line.slice(placeholder.length)) ?? [];
      const member = type.members[Number(number)];
      return member === undefined ? line : `${printName(member.name)}${rest}`;
    })
    .join("\n");
}
