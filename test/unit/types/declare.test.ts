// biome-ignore-all lint/suspicious/noTemplateCurlyInString: texts that must not become templates
import ts from "typescript";
import { describe, expect, test } from "vitest";
import type { Schema, SchemaObject } from "../../../src/schema/json-schema.js";
import { declareTypes } from "../../../src/types/declare.js";
import { schemaToTypes } from "../../../src/types/schema-to-types.js";
import { compilerErrors } from "../../support/compiler-errors.js";

function declare(root: SchemaObject): Promise<string> {
  const { named } = schemaToTypes(root, { rootName: "Claims", nameDefinition: (name) => `Claims${name}` });
  return declareTypes(named);
}

describe("declarations", () => {
  test("read as a person would write them", async () => {
    const source = await declare({
      description: "Claims of a verified access token.",
      type: "object",
      properties: {
        iss: { type: "string", description: "Issuer.", examples: ["https://auth.acme.example"] },
        "https://acme.example/claims/role": { $ref: "#/$defs/Role", description: "First line.\n\nSecond paragraph." },
        org: {
          type: "object",
          properties: { id: { type: "number", description: "Number." }, old: { type: "string", deprecated: true } },
          required: ["id"],
        },
        scopes: { enum: Array.from({ length: 12 }, (_, at) => `scope:${at}`) },
        tags: { type: "array", items: { anyOf: [{ type: "string" }, { type: "null" }] }, default: [] },
      },
      required: ["iss"],
      $defs: { Role: { enum: ["admin", "member"], title: "Role" } },
    });
    const scopes = Array.from({ length: 12 }, (_, at) => `    | "scope:${at}"`).join("\n");
    expect(source).toBe(`/** Claims of a verified access token. */
export interface Claims {
  /**
   * Issuer.
   *
   * @example \`"https://auth.acme.example"\`
   */
  iss: string;
  /**
   * First line.
   *
   * Second paragraph.
   */
  "https://acme.example/claims/role"?: ClaimsRole;
  org?: {
    /** Number. */
    id: number;
    /** @deprecated */
    old?: string;
  };
  scopes?:
${scopes};
  /** @defaultValue \`[]\` */
  tags?: (string | null)[];
}

/** Role */
export type ClaimsRole = "admin" | "member";
`);
  });

  test("a claim set without claims is an interface or an alias that compiles", async () => {
    const source = await declare({ type: "object" });
    expect(source).toBe("export interface Claims {\n  [name: string]: unknown;\n}\n");
  });

  test("nothing gives nothing", async () => expect(await declareTypes([])).toBe(""));

  test("an alias of objects closes with a semicolon", async () => {
    const branch: Schema = { type: "object", properties: { a: { type: "string" } }, required: ["a"] };
    const source = await declare({ anyOf: [branch, { type: "null" }], deprecated: true });
    expect(source).toBe("/** @deprecated */\nexport type Claims = {\n  a: string;\n} | null;\n");
  });
});

describe("hostile names and texts", () => {
  const NAMES = [
    "__proto__ constructor toString hasOwnProperty valueOf length $ref $id id title properties type required tsType allOf",
    'a*/b \u2028 q"uote \\ \ud800 \u202e é ${x} `a` { } member_0 member_ Declaration 0 -1 @x // /**',
  ].flatMap((list) => list.split(" "));
  const TEXTS = [
    "*/ export const evil = 1; /*",
    "@evil {@link x} `",
    "\u2028\u2029\u202e\u0000\r\n * / \n*/\n/**",
    "${x}\\",
  ];

  test.each([...NAMES, ""])("a member %j keeps its name", async (name) => {
    const inner: Schema = {
      type: "object",
      properties: Object.fromEntries([[name, { const: name }]]),
      required: [name],
    };
    const source = await declare({ type: "object", properties: Object.fromEntries([[name, inner]]), required: [name] });
    const file = ts.createSourceFile("claims.ts", source, ts.ScriptTarget.ES2023, true);
    const [declaration, ...others] = file.statements;
    expect(others).toEqual([]);
    if (declaration === undefined || !ts.isInterfaceDeclaration(declaration)) return expect.fail(source);
    expect(declaration.members.map((member) => member.name !== undefined && propertyName(member.name))).toEqual([name]);
    expect([...source].filter((character) => character !== "\n" && !/^[ -~é]$/u.test(character))).toEqual([]);
  });

  test("texts stay in their comments", async () => {
    const documented = (at: number): Schema => ({
      type: "string",
      description: TEXTS[at] ?? "",
      title: TEXTS[at] ?? "",
      default: { [TEXTS[at] ?? ""]: TEXTS[at] ?? "" },
      examples: [...TEXTS],
      const: TEXTS[at] ?? "",
    });
    const source = await declare({
      description: TEXTS.join("\n"),
      type: "object",
      properties: Object.fromEntries(TEXTS.map((_, at) => [`claim${at}`, documented(at)])),
    });
    const file = ts.createSourceFile("claims.ts", source, ts.ScriptTarget.ES2023, true);
    expect(file.statements.map((statement) => ts.SyntaxKind[statement.kind])).toEqual(["InterfaceDeclaration"]);
    const tags = new Set<string>();
    const visit = (node: ts.Node): void => {
      for (const tag of ts.getJSDocTags(node)) tags.add(tag.tagName.text);
      ts.forEachChild(node, visit);
    };
    visit(file);
    expect([...tags].sort()).toEqual(["defaultValue", "example"]);
    expect(compilerErrors({ "claims.ts": source })).toEqual([]);
  });

  test("a non-ASCII type name is kept", async () => {
    expect(
      await declareTypes([{ name: "État", type: { kind: "primitive", name: "string" }, documentation: null }]),
    ).toBe("export type État = string;\n");
  });
});

function propertyName(name: ts.PropertyName): string {
  return ts.isIdentifier(name) ? ts.idText(name) : ts.isStringLiteral(name) ? name.text : name.getText();
}
