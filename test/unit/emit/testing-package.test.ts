import { readFileSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LoadedPackage, loadPackage } from "../../support/load-package.js";
import { configOf, REPOSITORY } from "../../support/project.js";
import { runCommand } from "../../support/run-command.js";

const SCHEMA = {
  type: "object",
  properties: {
    sub: {},
    email: { type: "string", format: "email" },
    role: { enum: ["admin", "member"] },
    tenant_id: { type: "string", pattern: "^t_[a-z0-9]{6}$" },
  },
  required: ["sub", "role", "tenant_id"],
};
const CONFIG = configOf(
  {},
  {
    tokens: {
      accessToken: {
        schema: "schema.json",
        algorithms: ["ES256"],
        lifetime: "15m",
        issuer: "https://auth.acme.example",
        audience: "https://api.acme.example",
      },
      webhook: { schema: "schema.json", algorithms: ["HS256"], lifetime: "5m", helpers: ["verify"] },
    },
  },
);

let loaded: LoadedPackage;

beforeAll(async () => {
  loaded = await loadPackage(CONFIG, { "schema.json": SCHEMA });
});
afterAll(() => loaded.remove());

/** Runs a module of the package's folder under Node. */
async function run(
  name: string,
  code: string,
  environment: Readonly<Record<string, string>> = {},
  words: readonly string[] = [],
) {
  await writeFile(path.join(loaded.folder, name), code);
  return runCommand(process.execPath, [...words, name], {
    cwd: loaded.folder,
    env: { NODE_ENV: "test", ...environment },
  });
}

const CONSUMER = (key: string) => `
import { describeAccessTokenConsumer } from "./testing.js";
import { verifyAccessToken } from "./index.js";
import * as jose from "jose";
const careful = (token, issuer) => verifyAccessToken(token, { key: issuer.key, now: issuer.clock.now() });
const leaky = async (token, issuer) => {
  try {
    return await careful(token, issuer);
  } catch (error) {
    if (error.code !== "audience_mismatch") throw error;
  }
};
await describeAccessTokenConsumer(${key});
`;

describe("the test kit of a generated package", () => {
  it("gives example claims that are the same at every call, with a test's own in their places", async () => {
    const { exampleAccessTokenClaims } = await loaded.load("testing.js");
    const example = exampleAccessTokenClaims as (overrides?: object) => object;
    expect(example()).toEqual({
      sub: "user-1",
      email: "ada@example.com",
      role: "admin",
      tenant_id: expect.stringMatching(/^t_[a-z0-9]{6}$/),
      iss: "https://auth.acme.example",
      aud: "https://api.acme.example",
      exp: 1_767_226_500,
      iat: 1_767_225_600,
    });
    expect(example()).toEqual(example());
    expect(example({ role: "member", email: undefined })).toMatchObject({ role: "member" });
    expect(() => example({ role: "owner" })).toThrow(expect.objectContaining({ code: "invalid_claims" }));
  });

  it("issues tokens of every kind, also those that the package only verifies", async () => {
    const { fakeIssuer } = await loaded.load("testing.js");
    const issuer = await (
      fakeIssuer as () => Promise<Record<string, (claims?: object) => Promise<string>> & { key: unknown }>
    )();
    const verified = loaded.tokens
      .get("webhook")
      ?.verify(await issuer["issueWebhook"]?.({ sub: "hook-1" }), { key: issuer.key });
    expect((await verified)?.claims).toMatchObject({ sub: "hook-1" });
  });

  it("is refused with NODE_ENV=production, also in a bundle", async () => {
    const code = 'import { exampleWebhookClaims } from "./testing.js";\nconsole.log(exampleWebhookClaims().sub);\n';
    expect(await run("kit.mjs", code)).toMatchObject({ code: 0, stdout: "user-1\n" });
    const refused = await run("kit.mjs", code, { NODE_ENV: "production" });
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain("The test kit was imported with NODE_ENV=production.");
    const { outputFiles } = await build({
      entryPoints: [path.join(loaded.folder, "kit.mjs")],
      bundle: true,
      format: "esm",
      platform: "browser",
      define: { "process.env.NODE_ENV": '"production"' },
      write: false,
      logLevel: "silent",
    });
    const bundled = await run("bundled.mjs", outputFiles[0]?.text ?? "");
    expect(bundled.stderr).toContain("The test kit was imported with NODE_ENV=production.");
  });

  it("leaves no byte in a bundle of the package itself", async () => {
    const { metafile } = await build({
      stdin: { contents: 'export * from "./index.js";', resolveDir: loaded.folder },
      bundle: true,
      format: "esm",
      platform: "node",
      write: false,
      metafile: true,
    });
    const files = Object.keys(metafile.inputs).filter((file) => file.includes(path.basename(loaded.folder)));
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => file.includes("testing"))).toEqual([]);
  });

  it("is an entry of its own, of which bundlers keep what it does when it is loaded", () => {
    const manifest = JSON.parse(readFileSync(path.join(loaded.folder, "package.json"), "utf8"));
    expect(manifest.exports["./testing"]).toEqual({ types: "./testing.d.ts", default: "./testing.js" });
    expect(manifest.sideEffects).toEqual(["./testing.js"]);
    expect(manifest.files).toContain("testing.*");
  });

  it("finds under node:test a consumer that forgets the audience, and nothing in a careful one", async () => {
    const careful = await run("careful.test.mjs", CONSUMER("careful"), {}, ["--test-reporter", "tap", "--test"]);
    expect(careful.stdout).toMatch(/^# fail 0$/m);
    expect(careful.stdout).toMatch(/^# pass (?:[2-9]\d)$/m);
    const leaky = await run("leaky.test.mjs", CONSUMER("leaky"), {}, ["--test-reporter", "tap", "--test"]);
    expect(leaky.code).toBe(1);
    expect(leaky.stdout).toMatch(/^# fail 1$/m);
    expect(leaky.stdout).toContain(
      "The bad token wrongAudience was accepted. It has to be refused with audience_mismatch.",
    );
  });

  it("finds it under vitest, without globals and with them", async () => {
    await writeFile(path.join(loaded.folder, "leaky.spec.mjs"), CONSUMER("leaky"));
    const vitest = path.join(REPOSITORY, "node_modules/vitest/vitest.mjs");
    for (const words of [[], ["--globals"]]) {
      const ended = await runCommand(
        process.execPath,
        [vitest, "run", "--root", loaded.folder, "leaky.spec.mjs", ...words],
        {
          cwd: loaded.folder,
          env: { NODE_ENV: "test", NO_COLOR: "1" },
        },
      );
      expect(ended.code).toBe(1);
      expect(`${ended.stdout}${ended.stderr}`).toMatch(/Tests {2}1 failed \| \d\d passed/);
      expect(`${ended.stdout}${ended.stderr}`).toContain("The bad token wrongAudience was accepted.");
    }
  }, 60_000);

  it("uses the globals that jest has", async () => {
    const code = `
const tests = [];
globalThis.describe = (name, run) => run();
globalThis.it = (name, run) => tests.push(name);
${CONSUMER("careful")}
console.log(tests.length);
`;
    const ended = await run(
      "globals.mjs",
      code.replace(/^import .*$/gm, "").replace(/^/, 'import { describeAccessTokenConsumer } from "./testing.js";\n'),
    );
    expect(Number(ended.stdout)).toBeGreaterThan(20);
  });

  it("imports no module of Node's, so that it runs where there is none", async () => {
    const folder = path.join(loaded.folder, "runtime/testing");
    for (const file of await readdir(folder)) {
      const text = readFileSync(path.join(folder, file), "utf8");
      expect(text).not.toMatch(/from "node:/);
    }
    expect(pathToFileURL(folder).protocol).toBe("file:");
  });
});

describe("the test kit of a claim set without an example", () => {
  it("asks tests for the claims that the generator found none of", async () => {
    const impossible = { type: "string", not: { type: "string" } };
    const schema = { type: "object", properties: { sub: {}, odd: impossible }, required: ["sub", "odd"] };
    const { generatePackage } = await import("../../../src/emit/generate-package.js");
    const { projectOf } = await import("../../support/project.js");
    const files = await generatePackage(projectOf(configOf(), { "schema.json": schema }));
    const declared = files.get("tokens/token.testing.d.ts") ?? "";
    expect(declared).toContain(
      'exampleTokenClaims(overrides: Overrides<TokenClaims> & Pick<TokenClaims, "odd">): TokenClaims;',
    );
    expect(declared).not.toContain("missing(");
  });
});
