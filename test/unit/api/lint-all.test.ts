import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { lint, lintAll, SchemaError, UsageError } from "../../../src/index.js";
import { readTree, temporaryFolder, writeTree } from "../io/temporary-folder.js";

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  writeTree(folder, {
    ".git/HEAD": "",
    "common.json": JSON.stringify({ $defs: { plan: { type: "string" } } }),
    ...project("a", { "missing-description": "error" }, { role: {} }),
    ...project("b", { "missing-description": "warn" }, { Sub: {} }),
  });
});

function project(name: string, rules: object, properties: object): Readonly<Record<string, string>> {
  const config = {
    package: { name: `@acme/${name}`, version: "1.0.0" },
    tokens: { token: { schema: "claims.json", algorithms: ["ES256"], lifetime: "15m" } },
    lint: { extends: "claimsmith:none", rules },
  };
  return {
    [`packages/${name}/claims.config.json`]: JSON.stringify(config),
    [`packages/${name}/claims.json`]: JSON.stringify({ properties }),
  };
}

async function found(configs: readonly string[]): Promise<readonly string[]> {
  const { findings } = await lintAll({ configs, cwd: folder });
  return findings.map(({ severity, claim, location }) => `${severity} ${claim} ${location.file}`);
}

const BOTH = ["error role packages/a/claims.json", "warn Sub packages/b/claims.json"];

describe("lintAll", () => {
  it("checks each config by its own rules, with files as seen from the working directory", async () => {
    expect(await found(["packages/*"])).toEqual(BOTH);
    expect(await found(["packages/b", "packages/a/claims.config.json"])).toEqual([...BOTH].reverse());
  });

  it("finds in one config what lint finds", async () => {
    const config = "packages/a/claims.config.json";
    const { failed, ...result } = await lintAll({ configs: [config], cwd: folder });
    expect(result).toEqual(await lint({ config, cwd: folder }));
    expect(failed).toEqual([]);
  });

  it("reports once what two configs find in a file that they share", async () => {
    const plan = { plan: { $ref: "../../common.json#/$defs/plan" }, role: {} };
    const rules = { "unbounded-value": "warn" };
    writeTree(folder, { ...project("a", rules, plan), ...project("b", rules, plan) });
    const shared = (await found(["packages/*"])).filter((line) => line.endsWith("common.json"));
    expect(shared).toEqual(["warn plan common.json"]);
  });

  it("lets a config that fails stop no other", async () => {
    writeTree(folder, { "packages/a/claims.json": '{ "type": "object", }' });
    const { findings, failed } = await lintAll({ configs: ["packages/*"], cwd: folder });
    expect(findings).toHaveLength(1);
    expect(failed).toMatchObject([
      {
        config: "packages/a/claims.config.json",
        error: { code: "invalid_syntax", at: { file: "packages/a/claims.json", line: 1 } },
      },
    ]);
    expect(failed[0]?.error).toBeInstanceOf(SchemaError);
  });

  it("mends in all of them", async () => {
    const rules = { "misspelled-claim": "error" };
    writeTree(folder, {
      ...project("a", rules, { Sub: { type: "string" } }),
      ...project("b", rules, { Sub: { type: "string" } }),
    });
    const { findings, mended } = await lintAll({ configs: ["packages/*"], cwd: folder, fix: true });
    expect(findings).toEqual([]);
    expect(mended.map(({ location }) => location.file)).toEqual(["packages/a/claims.json", "packages/b/claims.json"]);
    expect(readTree(path.join(folder, "packages/b"))["claims.json"]).toContain('"sub"');
  });

  it("refuses a baseline, and names that lead to no config", async () => {
    const baseline = { configs: ["packages/*"], cwd: folder, baseline: "known.json" };
    await expect(lintAll(baseline)).rejects.toBeInstanceOf(UsageError);
    await expect(lintAll({ configs: ["services/*"], cwd: folder })).rejects.toMatchObject({ code: "config_not_found" });
  });
});
