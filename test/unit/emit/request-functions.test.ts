import { describe, expect, it } from "vitest";
import { generatePackage } from "../../../src/emit/generate-package.js";
import { configOf, projectOf } from "../../support/project.js";

const token = (schema: string, more: object = {}) => ({ schema, algorithms: ["HS256"], lifetime: "15m", ...more });

async function generate(tokens: Readonly<Record<string, object>>, files: Readonly<Record<string, unknown>>) {
  return generatePackage(projectOf(configOf({}, { tokens }), files));
}

/** The helpers of grants of one token, by what its claims are. */
async function grantsOf(properties: object, beside: object = {}): Promise<readonly string[]> {
  const files = await generate({ a: token("a.json") }, { "a.json": { properties, ...beside } });
  const module = files.get("tokens/a.js") ?? "";
  return [
    ...module.matchAll(/^export function require(\w+)\(.*\n {2}demand\(\{ claim: (".*"), form: "(\w+)" \}/gm),
  ].map(([, name, claim, form]) => `${name} ${claim} ${form}`);
}

const text = { type: "string" };
const known = { enum: ["x", "y"] };
const list = (items: unknown) => ({ type: "array", items });

describe("helpers of grants", () => {
  it.each<[string, object, readonly string[]]>([
    ["a scope", { scope: text }, ['AScope "scope" words']],
    ["a scope of known texts", { scope: { enum: ["a b", "a"] } }, ['AScope "scope" words']],
    ["a scope that is a list", { scope: list(text) }, ['AScope "scope" words']],
    ["a scope as some providers call it", { scp: text }, ['AScope "scp" words']],
    ["both, of which one is the scope", { scp: text, scope: text }, ['AScope "scope" words']],
    ["a scope that is no text", { scope: { type: "number" } }, []],
    ["a claim of which nothing is said", { scope: true, role: true, roles: true }, []],
    [
      "lists whose name says it",
      { roles: list(text), groups: list(text) },
      ['ARoles "roles" list', 'AGroups "groups" list'],
    ],
    ["lists of known values", { plans: list(known) }, ['APlans "plans" list']],
    ["lists of any values", { plans: list(text) }, []],
    ["a list that may grow", { plans: list({ anyOf: [known, text] }) }, ['APlans "plans" list']],
    ["a role", { role: known }, ['ARole "role" one']],
    ["a role that may be null", { role: { enum: ["x", null] } }, ['ARole "role" one']],
    ["a role that can be any text", { role: text }, []],
    ["another enum", { plan: known }, []],
    ["how the user was authenticated", { amr: list(known) }, []],
    ["an audience of known values", { aud: list(known) }, []],
    [
      "a name of another organization",
      { "https://x.example/roles": list(text) },
      ['ARoles "https://x.example/roles" list'],
    ],
    ["a hostile name", { '__proto__"*/`${x}': list(known) }, ['AProtoX "__proto__\\"*/`${x}" list']],
  ])("of %s", async (_name, properties, want) => {
    expect(await grantsOf(properties)).toEqual(want);
  });

  it("follow references", async () => {
    const $defs = { List: { allOf: [list({ $ref: "#/$defs/Known" })] }, Known: known };
    expect(await grantsOf({ mine: { $ref: "#/$defs/List" } }, { $defs })).toEqual(['AMine "mine" list']);
  });

  it("are left in their modules where two tokens have one of the same name", async () => {
    // `user` with the claim `id_role` and `user_id` with the claim `role`.
    const files = await generate(
      { user: token("user.json"), user_id: token("user-id.json") },
      {
        "user.json": { properties: { idRoles: list(known) } },
        "user-id.json": { properties: { roles: list(known) } },
      },
    );
    expect(files.get("index.js")).not.toContain("hasUserIdRoles");
    for (const name of ["user", "user-id"])
      expect(files.get(`tokens/${name}.js`)).toContain("function hasUserIdRoles(");
  });

  it("are not there for a token that is not verified, and neither is authenticate", async () => {
    const files = await generate(
      { a: token("a.json", { helpers: ["issue"] }) },
      { "a.json": { properties: { scope: text } } },
    );
    expect(files.get("tokens/a.js")).not.toMatch(/authenticate|demand|holds/);
  });
});

describe("authenticate", () => {
  it("knows the claim of the scope, and takes no scope where there is none", async () => {
    const files = await generate(
      { a: token("a.json"), b: token("b.json") },
      { "a.json": { properties: { scope: text } }, "b.json": { properties: { role: known } } },
    );
    expect(files.get("tokens/a.js")).toContain(
      'return authenticate(consumer, { claim: "scope", form: "words" }, request, options);',
    );
    expect(files.get("tokens/a.d.ts")).toContain('options: AuthenticateOptions<AClaims, ScopeValue<AClaims, "scope">>');
    expect(files.get("tokens/b.js")).toContain("return authenticate(consumer, null, request, options);");
    expect(files.get("tokens/b.d.ts")).toContain("options: AuthenticateOptions<BClaims>)");
  });
});
