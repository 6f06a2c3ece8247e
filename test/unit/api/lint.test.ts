import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { type LintOptions, lint } from "../../../src/api/lint.js";
import { ClaimsmithError, ConfigError, UsageError } from "../../../src/errors.js";
import { readTree, temporaryFolder, writeTree } from "../io/temporary-folder.js";

const NO_OTHERS = { extends: "claimsmith:none", rules: { "missing-description": "warn", "misspelled-claim": "error" } };
const config = (more: object = {}) =>
  JSON.stringify({
    package: { name: "@acme/claims", version: "1.0.0" },
    tokens: { token: { schema: "schemas/a.json", algorithms: ["ES256"], lifetime: "15m" } },
    lint: NO_OTHERS,
    ...more,
  });
const schema = (properties: object, more: object = {}) =>
  JSON.stringify({ type: "object", properties, ...more }, null, 2);

/** A work tree with the config in `app/`. */
function project(files: Readonly<Record<string, string>>): string {
  const root = temporaryFolder();
  writeTree(root, { ".git/HEAD": "", "app/claims.config.json": config(), ...files });
  return path.join(root, "app");
}

async function found(cwd: string, options: LintOptions = {}): Promise<readonly string[]> {
  const { findings } = await lint({ cwd, ...options });
  return findings.map(({ rule, severity, claim, location }) => `${severity} ${rule} ${claim} ${location.file}`);
}

describe("lint", () => {
  it("gives what the rules of the config find, with files as seen from the working directory", async () => {
    const cwd = project({ "app/schemas/a.json": schema({ Sub: {}, role: {} }) });
    expect(await found(cwd)).toEqual([
      "warn missing-description Sub schemas/a.json",
      "error misspelled-claim Sub schemas/a.json",
      "warn missing-description role schemas/a.json",
    ]);
    expect(await found(path.dirname(cwd), { config: "app/claims.config.json" })).toContain(
      "warn missing-description role app/schemas/a.json",
    );
  });

  it("reads shared sets beside the config", async () => {
    const cwd = project({
      "app/claims.config.json": config({ lint: { extends: "./lint.yaml" } }),
      "app/lint.yaml": "extends: claimsmith:none\nrules: { missing-description: error }\n",
      "app/schemas/a.json": schema({ role: {} }),
    });
    expect(await found(cwd)).toEqual(["error missing-description role schemas/a.json"]);
  });

  it("refuses a config or a schema that generate refuses", async () => {
    await expect(lint({ cwd: project({}) })).rejects.toMatchObject({ code: "schema_not_found" });
    await expect(lint({ cwd: project({ "app/claims.config.json": "{" }) })).rejects.toBeInstanceOf(ConfigError);
    await expect(
      lint({ cwd: project({ "app/schemas/a.json": schema({ exp: { type: "string" } }) }) }),
    ).rejects.toMatchObject({
      code: "contradicts_standard",
    });
  });

  it("refuses a day that is none", async () => {
    const cwd = project({ "app/schemas/a.json": schema({}) });
    await expect(lint({ cwd, today: "tomorrow" })).rejects.toBeInstanceOf(UsageError);
  });
});

describe("lint with a baseline", () => {
  it("records what is found at first, then reports what is new and what is gone", async () => {
    const cwd = project({ "app/schemas/a.json": schema({ role: {}, plan: {} }) });
    const options = { cwd, baseline: "known.json" };
    expect(await lint(options)).toMatchObject({
      findings: [],
      baseline: { file: "known.json", recorded: true, known: 2, gone: [] },
    });
    const recorded = fs.readFileSync(path.join(cwd, "known.json"), "utf8");

    writeTree(cwd, { "schemas/a.json": schema({ level: {}, role: {} }) });
    expect(await lint(options)).toMatchObject({
      findings: [{ claim: "level" }],
      baseline: { recorded: false, known: 1, gone: [{ claim: "plan" }] },
    });
    expect(fs.readFileSync(path.join(cwd, "known.json"), "utf8")).toBe(recorded);
  });

  it("knows a finding again when its schema has moved, and is YAML now", async () => {
    const cwd = project({ "app/schemas/a.json": schema({ role: {} }) });
    await lint({ cwd, baseline: "known.json" });
    writeTree(cwd, {
      "claims.config.json": config().replace("schemas/a.json", "moved.yaml"),
      "moved.yaml": "allOf: [{ $ref: '#/$defs/x' }]\n$defs:\n  x:\n    properties:\n      role: {}\n",
    });
    expect(await lint({ cwd, baseline: "known.json" })).toMatchObject({
      findings: [],
      baseline: { known: 1, gone: [] },
    });
  });

  it("refuses a file that is no baseline", async () => {
    const cwd = project({ "app/schemas/a.json": schema({}), "app/known.json": "[]" });
    await expect(lint({ cwd, baseline: "known.json" })).rejects.toMatchObject({
      code: "invalid_value",
      message: "This is no baseline of `claimsmith lint`.",
    });
  });
});

describe("lint with fix", () => {
  const mendedIn = async (cwd: string, options: LintOptions = {}) => {
    const { findings, mended } = await lint({ cwd, fix: true, ...options });
    return {
      left: findings.map(({ claim }) => claim),
      mended: mended.map(({ claim, location }) => `${claim} ${location.file}`),
    };
  };

  it("mends what has one right answer in its file, and reports what is left", async () => {
    const text = '{\n  "properties": {\n    "Sub":  { "type": "string" }\n  },\n  "required": ["Sub"]\n}';
    const cwd = project({ "app/schemas/a.json": text });
    expect(await mendedIn(cwd)).toEqual({ left: [], mended: ["Sub schemas/a.json"] });
    expect(readTree(path.join(cwd, "schemas"))).toEqual({ "a.json": text.replaceAll("Sub", "sub") });
  });

  it("keeps a byte order mark", async () => {
    const cwd = project({ "app/schemas/a.json": `\ufeff${schema({ Sub: { type: "string" } })}` });
    await mendedIn(cwd);
    expect(fs.readFileSync(path.join(cwd, "schemas/a.json"), "utf8").slice(0, 2)).toBe("\ufeff{");
  });

  it("leaves what a schema silences, and what a baseline knows", async () => {
    const silenced = { Sub: { type: "string", "x-claimsmith-ignore": { "misspelled-claim": "It is ours." } } };
    const one = project({ "app/schemas/a.json": schema(silenced) });
    expect((await mendedIn(one)).mended).toEqual([]);
    const two = project({ "app/schemas/a.json": schema({ Sub: { type: "string" } }) });
    await lint({ cwd: two, baseline: "known.json" });
    expect((await mendedIn(two, { baseline: "known.json" })).mended).toEqual([]);
  });

  it("changes nothing in node_modules, nor outside the work tree", async () => {
    const text = schema({ Sub: { type: "string" } });
    const cwd = project({
      "app/claims.config.json": config().replace("schemas/a.json", "node_modules/acme/a.json"),
      "app/node_modules/acme/a.json": text,
    });
    expect(await mendedIn(cwd)).toEqual({ left: ["Sub", "Sub"], mended: [] });
    expect(fs.readFileSync(path.join(cwd, "node_modules/acme/a.json"), "utf8")).toBe(text);
  });

  it("gives every error as one of ours", async () => {
    const error = await lint({ cwd: project({}), fix: true }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ClaimsmithError);
  });
});
