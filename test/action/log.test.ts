import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openPullRequest, type PullRequest, type RunOptions, runOnPullRequest } from "../support/pull-request.js";
import { type StandInApi, standInApi } from "../support/stand-in-api.js";
import { NO_CHANGE, type StubAnswer, stubClaimsmith } from "../support/stub-claimsmith.js";

// Each run starts some twenty programs, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 240_000 });

const LINT_HELP = { "--help": { stdout: "Commands:\n  claimsmith generate  Write\n  claimsmith lint      Look\n" } };
const ATTACK =
  "::set-output name=level::none\n  ::add-mask::e\n::stop-commands::x\n##[add-path]/tmp\nx ##[error]y\r::warning::z";

let api: StandInApi;
let pull: PullRequest;
beforeAll(async () => {
  api = await standInApi();
  pull = openPullRequest({ "a.json": "{}", "sub/b.json": "{}" }, { "c.json": "{}" });
});
afterAll(async () => {
  pull.origin.remove();
  await api.close();
});

async function run(answers: Readonly<Record<string, StubAnswer>>, options: RunOptions = {}) {
  const stub = stubClaimsmith(answers);
  const end = await runOnPullRequest(pull, api, { ...options, inputs: { command: stub.command, ...options.inputs } });
  const calls = stub.calls();
  stub.remove();
  return { ...end, calls };
}

describe("what claimsmith prints", () => {
  it.each<[string, Readonly<Record<string, StubAnswer>>, number]>([
    ["generate, of drift", { generate: { code: 1, stdout: ATTACK } }, 1],
    ["generate, that could not run", { generate: { code: 2, stderr: ATTACK } }, 2],
    ["diff, that could not run", { "diff-json": { code: 2, stderr: ATTACK } }, 2],
    ["diff, between annotations", { "diff-github": { code: 1, stdout: ATTACK.replace("\r::warning::z", "") } }, 1],
    ["diff, for its report", { "diff-markdown": { code: 2, stderr: ATTACK } }, 2],
    ["no version", { "--version": { stdout: ATTACK } }, 2],
  ])("is no command of the workflow: %s", async (_, answers, code) => {
    const end = await run(answers);
    expect(end.code).toBe(code);
    expect(end.otherCommands).toEqual([]);
    expect(end.outputs["level"]).toBe(code === 2 && !("generate" in answers) ? "" : "breaking");
    expect(end.annotations.filter(({ message }) => message === "z")).toEqual([]);
  });

  it("stays inside its block in the report, and has no colours there", async () => {
    const stderr = "\u001b[31merror\u001b[39m ```\n</details> @someone\u202e\u0007\n";
    const end = await run({ "diff-json": { code: 2, stderr } });
    expect(end.summary).toContain("\n````text\nerror ```\n</details> @someone\\u{202e}\\u{7}\n````\n");
  });

  it.each([
    ["was killed", { code: 137 }, "It ended with exit code 137. It said nothing."],
    ["found something, and does not say what", { code: 1 }, "It ended with exit code 1. It said nothing."],
    ["is not there", { code: 127, stderr: "npx: not found" }, "npx: not found"],
    [
      "reports what is no report",
      { code: 1, stdout: '{"tokens":[{"level":"fine"}]}' },
      '{"tokens":[{"level":"fine"}]}',
    ],
    ["passes without a report", { code: 0, stdout: "" }, "It ended with exit code 0. It said nothing."],
  ])("is not trusted where it %s", async (_, answer, words) => {
    const end = await run({ "diff-json": answer });
    expect(end).toMatchObject({ code: 2, outputs: { level: "" } });
    expect(end.summary).toContain("| `diff` | **could not run** |");
    expect(end.summary).toContain(words);
  });

  it("is named from the root of the repository in annotations", async () => {
    const { annotations } = await run({}, { inputs: { "working-directory": "sub" } });
    expect(annotations).toEqual([
      { severity: "error", file: "sub/a.json", line: "3", title: "claimsmith: accessToken", message: "Claim gone." },
    ]);
  });
});

describe("claimsmith that cannot be called", () => {
  it("is said, with what to do, in the summary, the comment and the log", async () => {
    const end = await run({}, { inputs: { command: "no-such-program" } });
    expect(end).toMatchObject({ code: 2, outputs: { level: "" } });
    expect(end.summary).toContain("claimsmith cannot be called. Install it before this step, such as by `npm ci`");
    expect(end.summary).toContain("no-such-program: command not found");
    expect(api.comments.map(({ body }) => body)).toContain(end.report);
    expect(end.annotations.map(({ title }) => title)).toEqual(["claimsmith could not run"]);
  });

  it.each([
    ["command", " ", "The input `command` is empty"],
    ["working-directory", "nowhere", 'The input `working-directory` names no folder: "nowhere".'],
  ])("is said of the input %s", async (name, value, words) => {
    const end = await run({}, { inputs: { [name]: value } });
    expect(end.code).toBe(2);
    expect(end.summary).toContain(words);
  });

  it("gets its arguments as they stand", async () => {
    const config = "$(touch x) `y` 'z' \"$HOME\".json";
    const { calls, code } = await run(NO_CHANGE, { inputs: { config } });
    expect(code).toBe(0);
    expect(calls).toContain(`generate --check --config=${config}`);
  });
});

describe("lint", () => {
  it("is not called where claimsmith has no such command, and that is said", async () => {
    const { calls, summary } = await run(NO_CHANGE);
    expect(calls.filter((call) => call.startsWith("lint"))).toEqual([]);
    expect(summary).toContain("| `lint` | not in this version |");
  });

  it.each<[string, StubAnswer, StubAnswer, number, string]>([
    ["nothing found", { stdout: "No finding.\n" }, {}, 0, "nothing found"],
    ["warnings only", { stdout: "W\n" }, { stdout: "::warning file=a.json,line=1::W\n" }, 0, "warnings only"],
    [
      "errors",
      { code: 1, stdout: "E\n" },
      { code: 1, stdout: "::error file=a.json,line=1::E\n" },
      1,
      "**rules are broken**",
    ],
    ["that it could not run", { code: 2, stderr: "Bad.\n" }, { code: 2, stderr: "Bad.\n" }, 2, "**could not run**"],
  ])("says %s", async (_, markdown, github, code, summary) => {
    const end = await run({ ...LINT_HELP, ...NO_CHANGE, "lint-markdown": markdown, "lint-github": github });
    expect(end.code).toBe(code);
    expect(end.summary).toContain(`| \`lint\` | ${summary} |`);
    if (code === 1) {
      expect(end.summary).toContain("<details><summary><code>lint</code></summary>\n\nE\n\n</details>");
      expect(end.annotations).toEqual([{ severity: "error", file: "a.json", line: "1", message: "E" }]);
    }
  });
});

describe("the verdict", () => {
  it("is that nothing could run, where the steps lose what they found, and the summary says so", async () => {
    const stub = stubClaimsmith(NO_CHANGE);
    const command = `rm -rf "$RUNNER_TEMP"/claimsmith-*; ${stub.command}`;
    const end = await runOnPullRequest(pull, api, { inputs: { command } });
    stub.remove();
    expect(end.code).not.toBe(0);
    expect(end.summary).toContain("| `diff` | **could not run** |");
    expect(end.summary).toContain("The step ended before it had a result; its log says more.");
  });

  it.each([
    [0, 0, 0],
    [1, 0, 1],
    [0, 1, 1],
    [1, 2, 2],
    [2, 1, 2],
  ])("is the worst: generate %i and diff %i give %i", async (generate, diff, want) => {
    const of = (code: number): StubAnswer => ({ code, stdout: '{"tokens":[]}', stderr: "Words." });
    const end = await run({
      generate: of(generate),
      "diff-json": of(diff),
      "diff-github": of(diff),
      "diff-markdown": of(diff),
    });
    expect(end.code).toBe(want);
  });
});
