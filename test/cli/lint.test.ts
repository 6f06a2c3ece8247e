import { readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runInProcess } from "../support/run-in-process.js";
import { scratchFolder, writeProject } from "../support/scratch-project.js";

const WARN = { extends: "claimsmith:none", rules: { "missing-description": "warn" } };
const ERROR = { extends: "claimsmith:none", rules: { "missing-description": "error" } };
const SCHEMA = { type: "object", properties: { role: { type: "string" }, plan: { type: "string" } } };
const config = (lint: object = WARN) => ({
  package: { name: "@acme/claims", version: "1.0.0" },
  tokens: { accessToken: { schema: "a.json", algorithms: ["ES256"], lifetime: "15m" } },
  lint,
});

let folder: string;
beforeAll(() => {
  folder = scratchFolder();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `claimsmith lint` on a config and a schema; what it prints names files as seen from the project. */
async function lint(words: readonly string[], files: Readonly<Record<string, unknown>> = {}) {
  writeProject(folder, { "claims.config.json": config(), "a.json": SCHEMA, ...files });
  const { code, out, err } = await runInProcess([
    "lint",
    ...words,
    "--config",
    path.join(folder, "claims.config.json"),
  ]);
  const seen = `${path.relative(process.cwd(), folder).split(path.sep).join("/")}/`;
  return { code, out: out.replaceAll(seen, ""), err: err.replaceAll(seen, "") };
}

describe("claimsmith lint", () => {
  it("prints what it finds on stdout and exits 0 where there are only warnings", async () => {
    expect(await lint([])).toEqual({
      code: 0,
      out: `a.json
  4:13  warn   The claim "role" has no description.  missing-description
  7:13  warn   The claim "plan" has no description.  missing-description
               Add a "description": who sets the claim, what it means, and what a consumer may
               conclude from it.

Why, and what to do, in the package claimsmith:
  docs/rules/missing-description.md

2 warnings.
`,
      err: "",
    });
  });

  it.each<[string, readonly string[], object, number]>([
    ["an error", [], ERROR, 1],
    ["more warnings than are allowed", ["--max-warnings", "1"], WARN, 1],
    ["no more warnings than are allowed", ["--max-warnings", "2"], WARN, 0],
    ["rules that are off", ["--max-warnings", "0"], { extends: "claimsmith:none" }, 0],
  ])("exits by what it finds: %s", async (_, words, rules, code) => {
    expect((await lint(words, { "claims.config.json": config(rules) })).code).toBe(code);
  });

  it.each([
    ["json", '{\n  "findings": ['],
    ["markdown", "<!-- claimsmith-lint -->"],
    ["github", "::warning file=a.json,line=4,col=13,"],
    ["sarif", '{\n  "$schema"'],
  ])("prints %s", async (format, beginning) => {
    const { code, out, err } = await lint(["--format", format]);
    expect({ code, err, beginning: out.slice(0, beginning.length) }).toEqual({ code: 0, err: "", beginning });
  });

  it.each([
    ["a config that cannot be read", [], { "claims.config.json": "{" }, "invalid_syntax"],
    ["a schema that is wrong", [], { "a.json": { type: "strin" } }, "invalid_schema"],
    ["a rule that there is not", [], { "claims.config.json": config({ rules: { nope: "off" } }) }, "unknown_key"],
    ["a set that is not there", [], { "claims.config.json": config({ extends: "./no.json" }) }, "invalid_value"],
    [
      "a silence without a reason",
      [],
      { "a.json": { "x-claimsmith-ignore": { "no-secrets": "" } } },
      "invalid_annotation",
    ],
    ["a number of warnings that is none", ["--max-warnings", "few"], {}, "invalid_option"],
    ["a number of warnings that is not said", ["--max-warnings", ""], {}, "invalid_option"],
    ["a negative number of warnings", ["--max-warnings=-1"], {}, "invalid_option"],
    ["a format that there is not", ["--format", "xml"], {}, "invalid_option"],
    ["an option that there is not", ["--max-warning", "1"], {}, "unknown_option"],
  ])("exits 2 on %s", async (_, words, files, code) => {
    const result = await lint(words, files);
    expect(result).toMatchObject({ code: 2, out: "" });
    expect(result.err).toContain(`error [${code}]`);
    expect(result.err).not.toContain("This is a fault in claimsmith");
  });

  it("writes each format into a folder", async () => {
    const reports = path.join(folder, "reports");
    const { out } = await lint(["--out", reports]);
    expect(out).toBe((await lint([])).out);
    const written = readdirSync(reports).map((file) => [file, readFileSync(path.join(reports, file), "utf8")] as const);
    const wanted = [
      ["lint.github", "github"],
      ["lint.json", "json"],
      ["lint.md", "markdown"],
      ["lint.sarif", "sarif"],
    ] as const;
    expect(written.map(([file]) => file)).toEqual(wanted.map(([file]) => file));
    for (const [at, [, format]] of wanted.entries()) {
      const { out: printed } = await lint(["--format", format]);
      const seen = `${path.relative(process.cwd(), folder).split(path.sep).join("/")}/`;
      expect(written[at]?.[1].replaceAll(seen, "")).toBe(printed);
    }
  });

  it("records a baseline, and then reports only what is new", async () => {
    const baseline = path.join(folder, "known.json");
    const words = ["--baseline", baseline, "--max-warnings", "0"];
    expect(await lint(words)).toMatchObject({ code: 0, out: "Nothing new, 2 known.\n" });
    const more = { ...SCHEMA, properties: { ...SCHEMA.properties, level: {} } };
    const { code, out } = await lint(words, { "a.json": more });
    expect(code).toBe(1);
    expect(out).toContain('The claim "level" has no description.');
    expect(out).toContain("1 warning new, 2 known.");
  });

  it("mends what has one right answer, and says so on stderr", async () => {
    const rules = { extends: "claimsmith:none", rules: { "misspelled-claim": "error" } };
    const files = {
      "claims.config.json": config(rules),
      "a.json": '{ "properties": { "Sub": { "type": "string" } } }',
    };
    expect(await lint([], files)).toMatchObject({ code: 1 });
    expect(await lint(["--fix"], files)).toEqual({
      code: 0,
      out: "Nothing found.\n",
      err: 'Mended a.json: The claim "Sub" differs from the standard claim "sub" only in its spelling. (misspelled-claim)\n',
    });
    expect(readFileSync(path.join(folder, "a.json"), "utf8")).toBe('{ "properties": { "sub": { "type": "string" } } }');
  });
});

describe("claimsmith lint CONFIG...", () => {
  beforeAll(() => {
    for (const [name, rules] of [
      ["a", ERROR],
      ["b", WARN],
    ] as const) {
      writeProject(folder, { [`many/${name}/claims.config.json`]: config(rules), [`many/${name}/a.json`]: SCHEMA });
    }
  });
  const many = (...words: readonly string[]) => runInProcess(["lint", ...words]);
  const named = (name: string) => path.join(folder, "many", name);

  it("prints the findings of all as one list, and exits by the worst", async () => {
    const { code, out } = await many(named("*"), "--format", "json");
    const { findings } = JSON.parse(out);
    expect(findings.map(({ severity }: { severity: string }) => severity)).toEqual(["error", "error", "warn", "warn"]);
    expect(code).toBe(1);
    expect(await many(named("b"))).toMatchObject({ code: 0 });
    expect(await many(named("b"), named("b"), "--max-warnings", "1")).toMatchObject({ code: 1 });
  });

  it("exits 2 where one cannot be checked, and says what is found in the others", async () => {
    writeProject(folder, { "many/c/claims.config.json": "{" });
    const { code, out, err } = await many(named("*"));
    expect(code).toBe(2);
    expect(out).toContain("2 errors, 2 warnings.");
    expect(err).toContain("error [invalid_syntax]");
    expect(err).toContain("many/c/claims.config.json:1:");
  });

  it.each([
    ["--config as well", ["--config", "x.json"]],
    ["a baseline", ["--baseline", "known.json"]],
  ])("refuses %s", async (_, words) => {
    const result = await many(named("a"), ...words);
    expect(result).toMatchObject({ code: 2, out: "" });
    expect(result.err).toContain("error [invalid_option]");
  });
});
