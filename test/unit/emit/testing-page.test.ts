import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainCases } from "../../../src/runtime/testing/bad-token-cases.js";
import { type LoadedPackage, loadPackage } from "../../support/load-package.js";
import { configOf, REPOSITORY } from "../../support/project.js";
import { runCommand } from "../../support/run-command.js";
import { kitOf } from "../../support/token-kit.js";

const PAGE = readFileSync(path.join(REPOSITORY, "docs/testing.md"), "utf8");
const FILES = new Map(
  [...PAGE.matchAll(/^`([\w.]+)`:\n\n```js\n(.*?)^```$/gms)].map(([, name, code]) => [name ?? "", code ?? ""]),
);
const POLICY = { algorithms: ["ES256"], issuer: "https://auth.acme.example", audience: "https://api.acme.example" };
const SCHEMA = {
  type: "object",
  properties: { sub: {}, role: { enum: ["admin", "member"] } },
  required: ["sub", "role"],
};

let loaded: LoadedPackage;

beforeAll(async () => {
  const accessToken = { schema: "schema.json", lifetime: "15m", ...POLICY };
  loaded = await loadPackage(configOf({}, { tokens: { accessToken } }), { "schema.json": SCHEMA });
});
afterAll(() => loaded.remove());

describe("the page on testing", () => {
  it("shows a file for each of its sections", () => {
    expect([...FILES.keys()]).toEqual([
      "claims.test.js",
      "service.test.js",
      "server.test.js",
      "bad.test.js",
      "consumer.test.js",
      "middleware.test.js",
    ]);
  });

  it.each([...FILES])("shows with %s tests that pass", async (name, code) => {
    await writeFile(path.join(loaded.folder, name), code);
    const ended = await runCommand(process.execPath, ["--test-reporter", "tap", "--test", name], {
      cwd: loaded.folder,
      env: { NODE_ENV: "test" },
    });
    expect(ended.stdout).toMatch(/^# fail 0$/m);
    expect(ended.stdout).toMatch(/^# pass [1-9]\d*$/m);
  });

  it("lists the bad tokens and their codes", async () => {
    const { kit } = await kitOf(SCHEMA, { ...POLICY, unknownClaims: "reject" });
    const rows = [...PAGE.matchAll(/^\| `(\w+)` \| .* \| `(\w+)`[^|]*\|$/gm)].map(([, name, code]) => [name, code]);
    expect(rows).toEqual(expect.arrayContaining(plainCases(kit).map(({ name, codes }) => [name, codes[0]])));
    expect(rows.length).toBe(plainCases(kit).length);
  });
});
