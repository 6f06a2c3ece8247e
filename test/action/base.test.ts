import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openPullRequest, type PullRequest, type RunOptions, runOnPullRequest } from "../support/pull-request.js";
import { type StandInApi, standInApi } from "../support/stand-in-api.js";
import { NO_CHANGE, type StubClaimsmith, stubClaimsmith } from "../support/stub-claimsmith.js";

// Each run starts some twenty programs, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 240_000 });

let api: StandInApi;
let pull: PullRequest;
/** Where the topic left the base branch, which has moved on since. */
let fork: string;
beforeAll(async () => {
  api = await standInApi();
  pull = openPullRequest({ "a.json": "{}" }, { "b.json": "{}" }, { "c.json": "{}" });
  fork = pull.origin.git("merge-base", "main", "topic").trim();
  pull.origin.git("tag", "v1", fork);
});
afterAll(async () => {
  pull.origin.remove();
  await api.close();
});

/** Runs the action with a stand-in for claimsmith; returns with which revision it compared, and how it ended. */
async function run(options: RunOptions) {
  const stub: StubClaimsmith = stubClaimsmith(NO_CHANGE);
  const end = await runOnPullRequest(pull, api, { ...options, inputs: { command: stub.command, ...options.inputs } });
  const [, compared] = /^diff (\S+) --format=json/m.exec(stub.calls().join("\n")) ?? [];
  stub.remove();
  return { ...end, compared };
}

const event = (name: string, payload: unknown = {}) => ({ event: { name, payload } });

describe("the base", () => {
  it("is the first parent of the merge that is checked out, though the clone does not have it", async () => {
    const { compared, code, summary } = await run({});
    expect([compared, code]).toEqual([pull.base, 0]);
    expect(summary).toContain(
      `<code>${pull.base.slice(0, 12)}</code>, the base branch that the pull request was merged with.`,
    );
  });

  it("is the first parent also where the event is older than the merge", async () => {
    const stale = { pull_request: { number: 7, base: { sha: fork }, head: { sha: fork } } };
    expect((await run(event("pull_request", stale))).compared).toBe(pull.base);
  });

  it("is where the pull request starts, if its own head is checked out with its history", async () => {
    const { compared, annotations } = await run({ checkout: { ref: "refs/heads/topic" } });
    expect([compared, annotations]).toEqual([fork, []]);
  });

  it("is the base branch, with a warning, if its own head is checked out alone", async () => {
    const { compared, annotations, summary } = await run({ checkout: { ref: "refs/heads/topic", depth: 1 } });
    expect(compared).toBe(pull.base);
    expect(annotations.map(({ severity }) => severity)).toEqual(["warning"]);
    expect(summary).toContain("The clone is too shallow to find where the pull request starts");
  });

  it.each([
    ["a tag that only the server has", "v1", () => fork],
    ["a branch that only the server has", "main", () => pull.base],
    ["a branch of the server", "origin/main", () => pull.base],
    ["what the clone has", "HEAD", () => pull.merge],
  ])("is what the input says: %s", async (_, base, want) => {
    expect((await run({ inputs: { base } })).compared).toBe(want());
  });

  it.each([
    ["a branch before a push", "push", () => ({ before: fork }), () => fork],
    ["the target of a merge queue", "merge_group", () => ({ merge_group: { base_sha: fork } }), () => fork],
  ])("is %s", async (_, name, payload, want) => {
    expect((await run(event(name, payload()))).compared).toBe(want());
  });

  it.each([
    ["a run by hand", "workflow_dispatch", {}],
    ["the first push of a branch", "push", { before: "0".repeat(40) }],
    ["an event that is no object", "schedule", null],
  ])("is nothing for %s, and that is said", async (_, name, payload) => {
    const { compared, code, summary, annotations } = await run(event(name, payload));
    expect([compared, code]).toEqual([undefined, 0]);
    expect(summary).toContain(
      "Nothing was compared: this run belongs to no pull request, and the input `base` is empty.",
    );
    expect(annotations.map(({ severity }) => severity)).toEqual(["notice"]);
  });

  it.each([
    ["nobody has", "no-such-branch", "fetched: fatal: couldn't find remote ref no-such-branch."],
    ["is no name", "HEAD~9", "fetched: only a branch, a tag or a commit can be fetched."],
    ["would be an option of git", "--upload-pack=touch${IFS}x", "The input `base` begins with `-`; no revision does."],
    ["would write to the clone", "main:refs/heads/main", "fetched: only a branch, a tag or a commit can be fetched."],
  ])("cannot be a revision that %s", async (_, base, message) => {
    const { compared, code, summary } = await run({ inputs: { base } });
    expect([compared, code]).toEqual([undefined, 2]);
    expect(summary).toContain(message);
  });

  it("is refused where the server does not give it", async () => {
    const { code, summary, annotations } = await run({
      event: {
        name: "pull_request",
        payload: { pull_request: { number: 7, base: { sha: "1".repeat(40) }, head: { sha: pull.head } } },
      },
      checkout: { ref: "refs/heads/topic", depth: 1 },
    });
    expect(code).toBe(2);
    expect(summary).toContain(`The base "${"1".repeat(40)}" is not in this clone and cannot be fetched`);
    expect(annotations.map(({ title }) => title)).toEqual(["claimsmith diff could not run"]);
  });

  it("is none on pull_request_target, which would run a stranger's code beside secrets", async () => {
    const payload = { pull_request: { number: 7, base: { sha: pull.base }, head: { sha: pull.head } } };
    const { compared, code, summary } = await run(event("pull_request_target", payload));
    expect([compared, code]).toEqual([undefined, 2]);
    expect(summary).toContain("Use `pull_request`.");
  });
});
