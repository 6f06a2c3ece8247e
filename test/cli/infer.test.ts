import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runInfer } from "../../src/cli/commands/infer.js";
import { REPOSITORY } from "../support/project.js";
import { recordingTerminal, runInProcess } from "../support/run-in-process.js";

let folder: string;
let before: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), "claimsmith-infer-")));
  before = process.cwd();
});
afterEach(() => {
  expect(process.cwd()).toBe(before);
  rmSync(folder, { recursive: true, force: true });
});

/** Runs the command line; the scratch folder is left out of the names of files. */
async function claimsmith(...words: readonly string[]) {
  const { code, out, err } = await runInProcess(words);
  const here = `${path.relative(process.cwd(), folder).split(path.sep).join("/")}/`;
  const clean = (text: string) => text.replaceAll(here, "").replaceAll(`${folder}/`, "");
  return { code, out: clean(out), err: clean(err) };
}

const inFolder = (file: string): string => path.join(folder, file);
const page = readFileSync(path.join(REPOSITORY, "docs/commands/infer.md"), "utf8");

/** The samples of the example on the command's page. */
function exampleSamples(): string {
  const lines = Array.from({ length: 12 }, (_, index) => {
    const payload = {
      iss: "https://auth.acme.example",
      sub: `user-${index}`,
      aud: "https://api.acme.example",
      iat: 1_800_000_000 + index,
      exp: 1_800_000_900 + index,
      ...(index % 2 === 0 ? { email: `user${index}@acme.example` } : {}),
      "https://acme.example/claims/role": ["member", "admin", "billing"][index % 3],
    };
    return JSON.stringify({ header: { alg: "ES256", typ: "JWT" }, payload });
  });
  return `${lines.join("\n")}\n`;
}

describe("claimsmith infer", () => {
  it("does what its page shows", async () => {
    writeFileSync(inFolder("tokens.jsonl"), exampleSamples());
    const { code, out, err } = await claimsmith("infer", inFolder("tokens.jsonl"), "--out", inFolder("claims"));
    const [, shown] = /```console\n\$ npx claimsmith infer tokens\.jsonl --out claims\n(.*?)```/s.exec(page) ?? [];
    expect([code, `${err}${out}`]).toEqual([0, shown]);
    const [schema, config] = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text]) => text);
    expect(readFileSync(inFolder("claims/schemas/token.schema.json"), "utf8")).toBe(schema);
    expect(readFileSync(inFolder("claims/claims.config.json"), "utf8")).toBe(config);
  });

  it("prints the schema on stdout alone", async () => {
    writeFileSync(inFolder("tokens.jsonl"), exampleSamples());
    const { code, out, err } = await claimsmith("infer", inFolder("tokens.jsonl"));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ title: "Token" });
    expect(err).toMatch(/^Read 12 samples of one kind of token\. No signature was verified/);
    expect(readdirSync(folder)).toEqual(["tokens.jsonl"]);
  });

  it("takes several samples, and an option between them", async () => {
    const { code, out, err } = await claimsmith("infer", '{"exp":1}', "--out", inFolder("a"), '{"exp":2}');
    expect([code, err.slice(0, 16)]).toEqual([0, "Read 2 samples o"]);
    expect(out).toContain("wrote a/claims.config.json\n");
  });

  it("lets the last --out count", async () => {
    await claimsmith("infer", '{"exp":1}', "--out", inFolder("a"), "--out", inFolder("b"));
    expect(readdirSync(folder)).toEqual(["b"]);
  });

  it("reads standard input", async () => {
    const { terminal, written } = recordingTerminal();
    const stdin = (async function* () {
      yield '{"exp":1,"sub":"a"}';
    })();
    expect(await runInfer({ inputs: ["-"] }, terminal, stdin)).toBe(0);
    expect(JSON.parse(written.out)).toMatchObject({ required: ["sub", "exp"] });
  });

  it("shows no line of a bad sample, since it is somebody's token", async () => {
    writeFileSync(inFolder("tokens.jsonl"), '{"sub":"ada"}\n{"sub":"swordfish",}\n');
    const { code, out, err } = await claimsmith("infer", inFolder("tokens.jsonl"), "--out", inFolder("out"));
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(/^error \[invalid_sample\] This is not valid JSON\.\n {2}at tokens\.jsonl:2:19\n/);
    expect(err).not.toContain("swordfish");
    expect(readdirSync(folder)).toEqual(["tokens.jsonl"]);
  });

  it.each([
    [["infer"], "invalid_option", "`claimsmith infer` needs another argument."],
    [["infer", "{}", "--ot", "x"], "unknown_option", "`claimsmith infer` takes no option --ot."],
    [["infer", "{}", "--format=json"], "unknown_option", "`claimsmith infer` takes no option --format."],
    [["infer", "{}", "-x"], "unknown_option", "`claimsmith infer` takes no option -x."],
    [["infer", "{}", "--out"], "invalid_option", "The option --out needs a value."],
    [["infer", "opaque"], "invalid_sample", "Argument 1 is neither a file that exists nor a token."],
    [["infer", "[]"], "no_samples", "There is no sample in argument 1."],
    [["infer", "[7]"], "invalid_sample", "This is no object of claims."],
  ])("exits with 2 for %j", async (words, errorCode, message) => {
    const { code, out, err } = await claimsmith(...words);
    expect([code, out, err.split("\n", 1)[0]]).toEqual([2, "", `error [${errorCode}] ${message}`]);
  });

  it("says what docs/errors.md shows", async () => {
    const errors = readFileSync(path.join(REPOSITORY, "docs/errors.md"), "utf8");
    writeFileSync(inFolder("tokens.jsonl"), "[]");
    expect(errors).toContain(`\`\`\`text\n${(await claimsmith("infer", inFolder("tokens.jsonl"))).err}\`\`\``);
    writeFileSync(inFolder("tokens.jsonl"), '{"a":1}\n{"b":2,}');
    expect(errors).toContain(`\`\`\`text\n${(await claimsmith("infer", inFolder("tokens.jsonl"))).err}\`\`\``);
  });
});
