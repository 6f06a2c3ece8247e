import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { markerOf } from "../../action/core/marker.js";
import { openPullRequest, type PullRequest, type RunOptions, runOnPullRequest } from "../support/pull-request.js";
import { respond, type StandInApi, standInApi } from "../support/stand-in-api.js";
import { NO_CHANGE, type StubAnswer, type StubClaimsmith, stubClaimsmith } from "../support/stub-claimsmith.js";

// Each run starts some twenty programs, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 240_000 });

const MARKER = markerOf("claims.config.json");

let api: StandInApi;
let pull: PullRequest;
const stubs: StubClaimsmith[] = [];
beforeAll(() => {
  pull = openPullRequest({ "a.json": "{}" }, { "b.json": "{}" });
});
afterAll(() => {
  pull.origin.remove();
  for (const stub of stubs) stub.remove();
});
beforeEach(async () => {
  api = await standInApi();
});
afterEach(() => api.close());

/** Runs the action with a stand-in for claimsmith, by which a token breaks. */
function run(options: RunOptions = {}, answers: Readonly<Record<string, StubAnswer>> = {}) {
  const stub = stubClaimsmith(answers);
  stubs.push(stub);
  return runOnPullRequest(pull, api, { ...options, inputs: { command: stub.command, ...options.inputs } });
}

const bodies = () => api.comments.map(({ body }) => body);
const methods = () => api.asked.map(({ method }) => method);

describe("a comment that cannot be written", () => {
  it.each<[string, StandInApi["intercept"], string]>([
    [
      "the API fails",
      (_, response) => {
        respond(response, 500, { message: "Server Error" });
        return true;
      },
      "The API answered GET with the status 500.",
    ],
    [
      "the token may not write",
      ({ method }, response) => {
        if (method === "GET") return false;
        respond(response, 403, { message: "Resource not accessible by integration" });
        return true;
      },
      "The token may not comment; the job needs `permissions: pull-requests: write`.",
    ],
    [
      "the API answers with a page",
      (_, response) => {
        response.end("<html>");
        return true;
      },
      "The answer of the API to GET is no JSON.",
    ],
    [
      "the API answers with something else",
      (_, response) => {
        respond(response, 200, { comments: [] });
        return true;
      },
      "The answer of the API is no list of comments.",
    ],
    [
      "the API breaks off",
      (_, response) => {
        response.writeHead(200, { "content-length": "100" }).write("[");
        response.destroy();
        return true;
      },
      "The API cannot be reached.",
    ],
    ["the API never answers", () => true, "The API did not answer in time."],
  ])("changes nothing about the verdict where %s", async (_, intercept, reason) => {
    api.intercept = intercept;
    const end = await run();
    expect(end).toMatchObject({ code: 1, outputs: { level: "breaking", "comment-url": "" } });
    expect(end.summary).toBe(end.report);
    expect(end.summary).toContain("1 token of 1 breaks.");
    expect(end.annotations.at(-1)).toEqual({
      severity: "notice",
      title: "claimsmith did not comment",
      message: `${reason} The whole report is in the job summary.`,
    });
    expect(bodies()).toEqual([]);
  });

  it("changes nothing about the verdict where nobody listens", async () => {
    const { url } = api;
    await api.close();
    const end = await run({ env: { GITHUB_API_URL: url } });
    expect(end.code).toBe(1);
    expect(end.annotations.at(-1)?.message).toContain("The API cannot be reached.");
    api = await standInApi();
  });

  it.each(["", "two\nlines", "schlüssel"])("does not print %j, which is no token", async (token) => {
    const end = await run({ token });
    expect(end.code).toBe(1);
    expect(end.annotations.at(-1)?.message).toContain("The input `token` is no token.");
    if (token !== "") expect(end.printed).not.toContain(token.slice(0, 3));
    expect(methods()).toEqual([]);
  });
});

describe("whose comment", () => {
  it("updates its own on the second page, among those of others", async () => {
    for (let count = 0; count < 130; count++) api.add("Words.", "reviewer", "User");
    const own = api.add(`${MARKER}\n\nOld.`, "github-actions[bot]", "Bot");
    const end = await run();
    expect(methods()).toEqual(["GET", "GET", "PATCH"]);
    expect(own.body).toBe(end.report);
    expect(end.outputs["comment-url"]).toBe(own.html_url);
    expect(api.comments).toHaveLength(131);
  });

  it("leaves a comment alone into which somebody else has put the marker", async () => {
    const foreign = api.add(`${MARKER}\n\nMine.`, "stranger", "User");
    api.add(`> ${MARKER}\n\nQuoted.`, "other[bot]", "Bot");
    const end = await run();
    expect(foreign.body).toBe(`${MARKER}\n\nMine.`);
    expect(bodies().at(-1)).toBe(end.report);
    expect(api.comments).toHaveLength(3);
  });

  it("knows the comment of the account that the token is for", async () => {
    api.intercept = ({ path }, response) => {
      if (path !== "/user") return false;
      respond(response, 200, { login: "release-account" });
      return true;
    };
    api.add(`${MARKER}\n\nMine.`, "stranger", "User");
    const own = api.add(`${MARKER}\n\nOld.`, "release-account", "User");
    const end = await run();
    expect(own.body).toBe(end.report);
    expect(api.comments).toHaveLength(2);
  });

  it("writes a new one where its own is deleted meanwhile", async () => {
    api.add(`${MARKER}\n\nOld.`, "github-actions[bot]", "Bot");
    api.intercept = ({ method }, response) => {
      if (method !== "PATCH") return false;
      respond(response, 404, { message: "Not Found" });
      return true;
    };
    expect((await run()).outputs["comment-url"]).toBe(api.comments[1]?.html_url);
    expect(methods()).toEqual(["GET", "PATCH", "POST"]);
  });

  it("survives comments that are none, and whose author is gone", async () => {
    api.intercept = ({ method }, response) => {
      if (method !== "GET") return false;
      respond(response, 200, [null, 5, {}, { id: "1", body: MARKER }, { id: 3, body: MARKER, user: null }]);
      return true;
    };
    const end = await run();
    expect(end.outputs["comment-url"]).toBe(api.comments[0]?.html_url);
  });

  it("names an address only where the API gives one", async () => {
    api.intercept = ({ method }, response) => {
      if (method !== "POST") return false;
      respond(response, 201, { id: 1, html_url: "https://x.example/\nlevel=none", user: null });
      return true;
    };
    expect((await run()).outputs).toMatchObject({ level: "breaking", "comment-url": "" });
  });
});

describe("when to comment", () => {
  it("asks nothing where the input says no", async () => {
    const end = await run({ inputs: { comment: "false" } });
    expect(end.code).toBe(1);
    expect(api.asked).toEqual([]);
  });

  it("does not run where the input says neither yes nor no", async () => {
    const end = await run({ inputs: { comment: "ture" } });
    expect(end.code).toBe(2);
    expect(end.summary).toContain('The input `comment` is "ture"; it can be `true` or `false`.');
  });

  it("asks nothing outside of a pull request", async () => {
    const end = await run({ event: { name: "push", payload: { before: pull.base } } });
    expect(end).toMatchObject({ code: 1, outputs: { "comment-url": "" } });
    expect(api.asked).toEqual([]);
  });

  it("does not begin a comment to say that all is well, but says it in the one that is there", async () => {
    expect((await run({}, NO_CHANGE)).code).toBe(0);
    expect(bodies()).toEqual([]);
    await run();
    const end = await run({}, NO_CHANGE);
    expect(bodies()).toEqual([end.report]);
  });
});

describe("a long report", () => {
  it("is cut for the comment at the end of a line, with what was open closed and a word on where the rest is", async () => {
    const lines = Array.from({ length: 4000 }, (_, at) => `- compatible: Claim ${at} is new.`).join("\n");
    const stdout = `**claimsmith diff**\n\n<details><summary>token</summary>\n\n${lines}\n\n</details>\n`;
    const end = await run({}, { "diff-markdown": { code: 1, stdout } });
    expect(end.code).toBe(1);
    expect(end.summary).toBe(end.report);
    const [body = ""] = bodies();
    expect(body.length).toBeLessThanOrEqual(65_000);
    expect(body.length).toBeGreaterThan(64_000);
    expect(body.startsWith(MARKER)).toBe(true);
    expect(body).toMatch(
      /\n- compatible: Claim \d+ is new\.\n\n<\/details>\n\n\*\*This report is too long for a comment\.\*\* The rest is in the \[job summary\]\(https:\/\/github\.example\/acme\/claims\/actions\/runs\/4711\)\.\n$/,
    );
  });

  it("is cut for the summary as well, and whole in the file", async () => {
    const stdout = `${"Ünïcode everywhere.\n".repeat(80_000)}The end.\n`;
    const end = await run({}, { "diff-markdown": { code: 1, stdout } });
    expect(Buffer.byteLength(end.summary)).toBeLessThanOrEqual(1024 * 1024);
    expect(Buffer.byteLength(end.summary)).toBeGreaterThan(1024 * 1000);
    expect(end.summary).toMatch(/The whole of it is the file that the output `report` of the action names\.\n$/);
    expect(end.report).toContain("The end.");
  });
});
