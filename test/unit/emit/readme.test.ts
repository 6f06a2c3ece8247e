import { describe, expect, it } from "vitest";
import { generatePackage } from "../../../src/emit/generate-package.js";
import { configOf, projectOf } from "../../support/project.js";

async function readmeOf(
  schema: unknown,
  token: Readonly<Record<string, unknown>> = {},
  top: Readonly<Record<string, unknown>> = {},
) {
  const files = await generatePackage(projectOf(configOf(token, top), { "schema.json": schema }));
  return files.get("README.md") ?? "";
}

/** The lines of the table under a heading cell, without the head. */
function rowsOf(readme: string, head: string): readonly string[] {
  const lines = readme.split("\n");
  const start = lines.indexOf(head);
  expect(start).toBeGreaterThan(0);
  const end = lines.findIndex((line, at) => at > start && !line.startsWith("|"));
  return lines.slice(start + 2, end === -1 ? undefined : end);
}

const CLAIMS = "| claim | type | in every token | what it says |";
const POLICY = "| policy |  |";

describe("the README of a package", () => {
  it("lists every claim with its type and what is filled in", async () => {
    const schema = {
      properties: {
        role: { description: "What the user may do.", enum: ["admin", "member"] },
        old: { type: "string", deprecated: true, description: "Gone soon." },
        job: {
          type: "object",
          properties: { id: { description: "Its id.", type: "string" }, n: { type: "number" } },
          required: ["id"],
        },
        version: { const: 1 },
      },
      required: ["role", "version"],
    };
    expect(rowsOf(await readmeOf(schema, { issuer: "https://auth.acme.example" }), CLAIMS)).toEqual([
      '| `role` | <code>"admin" &#124; "member"</code> | yes | What the user may do. |',
      "| `old` | `string` | no | **Deprecated.** Gone soon. |",
      "| `job` | <code>{ id: string; n?: number }</code> | no |  |",
      "| `version` | `1` | yes, filled in |  |",
      "| `iss` | `string` | yes, filled in | Issuer. RFC 7519 section 4.1.1. |",
      "| `exp` | `number` | yes, filled in | Expiration time, in seconds since 1970-01-01T00:00:00Z. RFC 7519 section 4.1.4. |",
      "| `iat` | `number` | no | Issued at, in seconds since 1970-01-01T00:00:00Z. RFC 7519 section 4.1.6. |",
      "| `nbf` | `number` | no | Not valid before, in seconds since 1970-01-01T00:00:00Z. RFC 7519 section 4.1.5. |",
    ]);
  });

  it("says the type of claims whose claim set is a union", async () => {
    const schema = { properties: { a: { type: "string" }, b: { type: "boolean" } }, dependentRequired: { a: ["b"] } };
    const [a, b] = rowsOf(await readmeOf(schema), CLAIMS);
    expect(a).toBe("| `a` | `string` | no |  |");
    expect(b).toBe("| `b` | `boolean` | no |  |");
  });

  it("does not speak of filling in where the package only verifies", async () => {
    const readme = await readmeOf({}, { helpers: ["verify"] });
    expect(readme).not.toContain("filled in");
    expect(readme).toContain("const { claims } = await verifyToken(token, { key });");
  });

  it("shows how to issue where the package only issues", async () => {
    const readme = await readmeOf({}, { helpers: ["issue"] });
    expect(readme).toContain('import { issueToken } from "@acme/claims/token";');
    expect(readme).toContain("const token = await issueToken(claims, { key });");
    expect(readme).not.toContain("verifyToken");
  });

  it("states the policy", async () => {
    const token = {
      issuer: ["a", "b c"],
      algorithms: ["HS256", "HS512"],
      lifetime: "1h",
      clockTolerance: "5s",
      unknownClaims: "reject",
    };
    expect(rowsOf(await readmeOf({}, token), POLICY)).toEqual([
      "| issuer | `a`, <code>b c</code> |",
      "| audience | any |",
      "| algorithms | `HS256`, `HS512` |",
      "| header `typ` | none, `JWT` |",
      "| lifetime | 3600 s |",
      "| clock tolerance | 5 s |",
      "| unknown claims | reject |",
      "| longest token | 8192 bytes |",
    ]);
  });
});

describe("hostile names and texts stay text", () => {
  const HOSTILE = [
    "a | b",
    "`code`",
    "```\nbreak out\n```",
    "<script>alert(1)</script>",
    "[link](javascript:alert(1))",
    "![image](https://evil.example/x.png)",
    "**bold** _em_ ~~gone~~",
    "# heading\n## another",
    "&lt;b&gt;",
    "line\r\nbreak\u2028and\u2029more",
    "right\u202eto left\u2066",
    "</code></td>",
    "back\\slash\\",
    "nul\0bell\u0007",
    "lone \ud800 surrogate",
    "__proto__",
  ];

  it.each(HOSTILE)("%j", async (text) => {
    const schema = { description: text, properties: Object.fromEntries([[text, { description: text, const: text }]]) };
    const readme = await readmeOf(schema, { issuer: text, audience: [text] });
    const rows = rowsOf(readme, CLAIMS);
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row.slice(1, -1).split("|")).toHaveLength(4);
    for (const row of rowsOf(readme, POLICY)) expect(row.slice(1, -1).split("|")).toHaveLength(2);
    // Nothing of it is markup: no other tag than our own, no link, no line of its own, no steering sign.
    expect([...new Set(readme.match(/<[^>]*>/g))].filter((tag) => tag !== "<code>" && tag !== "</code>")).toEqual([]);
    expect(readme).not.toMatch(/\]\(|~~|[\p{Cs}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
    expect(readme.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
    expect(readme.match(/^#.*$/gm)).toEqual(["# @acme/claims", "## token", "## When a token is refused"]);
    expect(readme.match(/^```.*$/gm)).toEqual(["```ts", "```"]);
  });
});
