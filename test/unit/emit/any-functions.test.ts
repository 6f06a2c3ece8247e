import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generatePackage } from "../../../src/emit/generate-package.js";
import { type LoadedPackage, loadPackage } from "../../support/load-package.js";
import { configOf, projectOf } from "../../support/project.js";

const SCHEMA = {
  type: "object",
  properties: { sub: { type: "string" }, scope: { type: "string" } },
  required: ["sub"],
};
const FILES = { "schema.json": SCHEMA };
const token = (policy: object) => ({ schema: "schema.json", algorithms: ["HS256"], lifetime: "15m", ...policy });

const TENANT = "https://login.example/acme/v2.0";
const TOKENS = {
  accessToken: token({ type: "at+jwt", issuer: "https://login.example/{tenant}/v2.0" }),
  // Names that could meet those of the module.
  anyToken: token({ issuer: "https://a.example" }),
  constructor: token({ issuer: ["https://b.example/{realm}", "https://b.example"] }),
  ticket: token({ helpers: ["issue"] }),
};

const keyA = new Uint8Array(32).fill(1);
const keyB = new Uint8Array(32).fill(2);

type Call = (...args: readonly unknown[]) => Promise<Record<string, unknown>>;

let loaded: LoadedPackage;
let functions: Readonly<Record<string, Call>>;

beforeAll(async () => {
  loaded = await loadPackage(configOf({}, { tokens: TOKENS }), FILES);
  // Each of the exports that are called here is a function.
  functions = (await loaded.load("index.js")) as Record<string, Call>;
});

afterAll(() => loaded.remove());

function call(name: string, ...args: readonly unknown[]): Promise<Record<string, unknown>> {
  const found = functions[name];
  if (found === undefined) throw new TypeError(`The package has no ${name}.`);
  return found(...args);
}

describe("verifyAny of a package", () => {
  it.each([
    ["accessToken", "issueAccessToken", TENANT, { issuerParameters: { tenant: "acme" } }],
    ["anyToken", "issueAnyToken", "https://a.example", {}],
    ["constructor", "issueConstructor", "https://b.example/r1", { issuerParameters: { realm: "r1" } }],
    ["constructor", "issueConstructor", "https://b.example", { issuerParameters: {} }],
  ])("tells a token %s of %s from %s", async (kind, issue, iss, more) => {
    const text = await call(issue, { iss, sub: "u1" }, { key: keyA });
    const keys = { accessToken: keyA, anyToken: keyA, constructor: keyA };
    const verified = await call("verifyAny", text, { keys });
    expect(verified).toMatchObject({ token: kind, claims: { iss, sub: "u1" }, ...more });
    expect(Object.hasOwn(verified, "issuerParameters")).toBe(kind !== "anyToken");
    await expect(call("verifyAny", text, { keys: { ...keys, [kind]: keyB } })).rejects.toMatchObject({
      code: "invalid_signature",
    });
  });

  it("knows no kind that is only issued", async () => {
    const text = await call("issueTicket", { sub: "u1" }, { key: keyA });
    await expect(call("verifyAny", text, { keys: { ticket: keyA } })).rejects.toMatchObject({ code: "invalid_option" });
  });
});

describe("a token with a pattern", () => {
  it("is issued with an issuer that the producer gives, and that fits", async () => {
    const issue = (iss: object) => call("issueAccessToken", { ...iss, sub: "u1" }, { key: keyA });
    const missing = { code: "invalid_claims", issues: [{ code: "missing", claim: "iss" }] };
    await expect(issue({})).rejects.toMatchObject(missing);
    for (const iss of ["https://login.example/{tenant}/v2.0", "https://login.example/a/b/v2.0"]) {
      await expect(issue({ iss })).rejects.toMatchObject({ code: "issuer_mismatch" });
    }
  });

  it("tells its parameters to verify, to a verifier and to authenticate alike", async () => {
    const text = await call("issueAccessToken", { iss: TENANT, sub: "u1" }, { key: keyA });
    const want = { claims: { iss: TENANT }, issuerParameters: { tenant: "acme" } };
    const options = { key: { issuers: { "https://login.example/{tenant}/v2.0": keyA } } };
    // What makes a verifier returns a function, and no promise of one.
    const verify = functions["createAccessTokenVerifier"]?.({ ...options, cache: { entries: 1 } }) as unknown as Call;
    const headers = new Headers({ authorization: `Bearer ${text}` });
    expect(await call("verifyAccessToken", text, options)).toMatchObject(want);
    expect(await verify(text)).toMatchObject(want);
    expect(await verify(text)).toMatchObject(want);
    expect(await call("authenticateAccessToken", headers, options)).toMatchObject(want);
    expect(await call("authenticateAccessToken", headers, { verifier: verify })).toMatchObject(want);
  });
});

describe("the module of verifyAny", () => {
  it.each<[string, Readonly<Record<string, object>>, boolean]>([
    ["two tokens that are verified", { a: token({}), b: token({}) }, true],
    ["one token", { a: token({}) }, false],
    ["one that is verified, and one that is issued", { a: token({}), b: token({ helpers: ["issue"] }) }, false],
    ["a token whose own helper has that name", { any: token({}), b: token({}) }, false],
  ])("is there as it has to be for %s", async (_name, tokens, want) => {
    const files = await generatePackage(projectOf(configOf({}, { tokens }), FILES));
    expect(files.has("verify-any.js")).toBe(want);
    expect(files.has("verify-any.d.ts")).toBe(want);
    expect(files.get("index.js")?.includes('from "./verify-any.js"')).toBe(want);
    const manifest: { files: string[] } = JSON.parse(files.get("package.json") ?? "{}");
    expect(manifest.files.includes("verify-any.*")).toBe(want);
  });

  it("is not in a bundle that does not call it, nor are patterns in one whose tokens have none", async () => {
    const one = await bundledFiles("verifyAnyToken");
    expect(one.filter((file) => /^tokens\/|issuer-pattern|verify-any/.test(file))).toEqual([
      "tokens/any-token.validator.js",
      "tokens/any-token.js",
    ]);
    expect(await bundledFiles("verifyAccessToken")).toContain("runtime/policy/issuer-pattern.js");
    const all = await bundledFiles("verifyAny");
    for (const kebab of ["access-token", "any-token", "constructor"]) expect(all).toContain(`tokens/${kebab}.js`);
    expect(all.filter((file) => /ticket|runtime\/issue(?!r)|schema|request|known-tokens/.test(file))).toEqual([]);
  });
});

/** The files of the package of which something is in a bundle of one export. */
async function bundledFiles(name: string): Promise<readonly string[]> {
  const { metafile } = await build({
    stdin: { contents: `export { ${name} } from "./index.js";`, resolveDir: loaded.folder },
    bundle: true,
    format: "esm",
    platform: "node",
    external: ["jose"],
    write: false,
    metafile: true,
    logLevel: "error",
    absWorkingDir: loaded.folder,
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  return inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file.replaceAll("\\", "/"));
}
