import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { compileStrictly } from "../support/compile-strictly.js";
import { REPOSITORY } from "../support/project.js";

/** What the examples of a page take as given, because the text around them says so. Each page with examples has its line here. */
const GIVEN: Readonly<Record<string, string>> = {
  "first-morning.md": `
    declare const key: import("jose").JWK;
    declare const user: { readonly id: string; readonly tenantId: string; readonly role: "admin" | "member" };
    declare const service: (request: Request) => Promise<Response>;`,
  "package.md": "",
  "requests.md": `
    import { type AccessTokenClaims, hasAccessTokenPermissions, requireAccessTokenRole, requireAccessTokenScope } from "@acme/claims";
    declare const key: import("jose").JWK;
    declare const claims: AccessTokenClaims;
    declare function showButton(): void;`,
  "revocation.md": `
    import type { ClaimsError, IssueOptions, TokenPolicy, TokenStore, VerifiedToken, VerifyOptions } from "@acme/claims";
    interface MailLink { readonly iss: string; readonly jti: string; readonly exp: number; readonly sub: string }
    type Verify<Claims> = (token: string, options: VerifyOptions) => Promise<VerifiedToken<Claims>>;
    declare const key: import("jose").JWK, publicKey: import("jose").JWK, privateKey: import("jose").JWK;
    declare const url: string, token: string, refreshToken: string, incident: string;
    declare const user: { readonly id: string };
    declare const store: TokenStore;
    declare const db: { isBlocked(iss: string | undefined, sub: string | undefined): Promise<boolean> };
    declare const verifyAccessToken: Verify<MailLink>, verifyMailLinkToken: Verify<MailLink>;
    declare const verifyRefreshToken: Verify<MailLink & { readonly sid: string }>;
    declare const refreshTokenPolicy: TokenPolicy;
    declare function issueRefreshToken(claims: { sub: string; jti: string; sid: string }, options: IssueOptions): Promise<string>;
    declare function issueAccessToken(claims: { sub: string; role: string }, options: IssueOptions): Promise<string>;
    declare function confirmAddress(sub: string): Promise<void>;
    declare function roleOf(sub: string): Promise<string>;`,
  "several-issuers.md": `
    import type { AccessTokenClaims, VerifiedToken, VerifyKey, VerifyOptions } from "@acme/claims";
    type Tenants = { readonly issuerParameters: { readonly tenant: string } };
    declare const token: string, tenant: string;
    declare const key: VerifyKey, usersKey: VerifyKey, servicesKey: VerifyKey;
    declare const partnerJwks: import("jose").JSONWebKeySet;
    declare const acmeKeys: import("jose").JSONWebKeySet;
    declare const keysOfTenants: Map<string, import("jose").JWK>;
    declare const verifyAccessToken: (token: string, options: VerifyOptions) => Promise<VerifiedToken<AccessTokenClaims> & Tenants>;`,
};

const IMPORT = /^ *import\s+(type )?\{([^}]*)\}\s+from\s+"([^"]+)";\n?/gm;

const pages = readdirSync(path.join(REPOSITORY, "docs")).filter((page) => examplesOf(page).length > 0);
let folder = "";

beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "claimsmith-examples-")));
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }\n');
  for (const [name, target] of [
    ["@acme/claims", "generated"],
    ...["jose", "redis", "vitest", "@types/node", "undici-types"].map((name) => [name, `node_modules/${name}`]),
  ] as const) {
    const link = path.join(folder, "node_modules", name ?? "");
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(REPOSITORY, target ?? ""), link);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The TypeScript examples of a page in docs/, in their order. */
function examplesOf(page: string): readonly string[] {
  if (!page.endsWith(".md")) return [];
  const text = readFileSync(path.join(REPOSITORY, "docs", page), "utf8");
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = ""]) => code);
}

/** One module of a page: what its examples import, once, then each example in a scope of its own. */
function asModule(given: string, examples: readonly string[]): string {
  const imported = new Map<string, Set<string>>();
  for (const [, type = "", names = "", from = ""] of [given, ...examples].join("\n").matchAll(IMPORT)) {
    const known = imported.get(from) ?? new Set();
    imported.set(from, known);
    for (const name of names.split(",").map((text) => text.trim())) if (name !== "") known.add(`${type}${name}`);
  }
  const imports = [...imported].map(([from, names]) => `import { ${[...names].join(", ")} } from "${from}";`);
  const scopes = examples.map((example, index) => {
    const body = example.replace(IMPORT, "").replace(/^export /gm, "");
    return `export const example${index} = async () => {\n${body}};`;
  });
  return [...imports, given.replace(IMPORT, ""), ...scopes, ""].join("\n");
}

it("compiles the examples of each page in docs/ against the repository's own package", async () => {
  expect(Object.keys(GIVEN).sort()).toEqual(pages.sort());
  for (const page of pages) {
    writeFileSync(path.join(folder, page.replace(".md", ".ts")), asModule(GIVEN[page] ?? "", examplesOf(page)));
  }
  const files = pages.map((page) => page.replace(".md", ".ts"));
  // An example may declare what it does not use itself.
  expect(await compileStrictly(folder, files, { noUnusedLocals: false })).toEqual([]);
});
