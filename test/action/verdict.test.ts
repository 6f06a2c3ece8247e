import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { readAction } from "../support/action-runner.js";
import { REPOSITORY } from "../support/project.js";
import {
  configFile,
  generateIn,
  openPullRequest,
  type PullRequest,
  type RunOptions,
  runOnPullRequest,
  TOKEN,
} from "../support/pull-request.js";
import { type StandInApi, standInApi } from "../support/stand-in-api.js";
import { diffAnnotations } from "../support/workflow-log.js";

// Each run starts some twenty programs, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 240_000 });

const schema = (role: object, more: object = {}) => ({ type: "object", properties: { role, ...more } });
const BASE = { "claims.config.json": configFile("a.json"), "a.json": schema({ enum: ["admin", "member"] }) };
const BREAKING = { "a.json": schema({ enum: ["admin"] }) };

let api: StandInApi;
let pull: PullRequest | null = null;
beforeEach(async () => {
  api = await standInApi();
});
afterEach(async () => {
  await api.close();
  pull?.origin.remove();
});

/** Runs on a pull request in which the package was generated. */
const run = (one: PullRequest, options: RunOptions = {}) =>
  runOnPullRequest(one, api, { prepare: (workspace) => generateIn(workspace), ...options });

describe("the action, with claimsmith as it is built", () => {
  it("says nothing on a pull request that changes no claim", async () => {
    pull = openPullRequest(BASE, { "README.md": "Words.\n" });
    const end = await run(pull);
    expect(end).toMatchObject({ code: 0, outputs: { level: "none", "comment-url": "" } });
    expect(diffAnnotations(end)).toEqual([]);
    expect(end.summary).toContain("| `generate --check` | up to date |");
    expect(end.summary).toContain("| `diff` | no change |");
    expect(api.comments).toEqual([]);
  });

  it("comments on a compatible change, and passes", async () => {
    pull = openPullRequest(BASE, { "a.json": schema({ enum: ["admin", "member"], description: "What one may do." }) });
    const end = await run(pull);
    expect(end.code).toBe(0);
    expect(end.outputs["level"]).toBe("compatible");
    expect(diffAnnotations(end).map(({ severity, file }) => [severity, file])).toEqual([["notice", "a.json"]]);
    expect(api.comments.map(({ body }) => body)).toEqual([end.report]);
  });

  it("fails on a break, comments once, and keeps its comment up to date", async () => {
    pull = openPullRequest(BASE, BREAKING);
    const first = await run(pull);
    expect(first).toMatchObject({ code: 1, outputs: { level: "breaking" }, otherCommands: [] });
    expect(first.outputs["comment-url"]).toBe(api.comments[0]?.html_url);
    expect(first.summary).toBe(first.report);
    expect(first.report).toContain('Claim "role" admits fewer values: enum without "member".');
    expect(first.report).toContain("| `diff` | **breaking** |");

    expect(api.asked.map(({ authorization }) => authorization)).toEqual([`Bearer ${TOKEN}`, `Bearer ${TOKEN}`]);
    expect(JSON.stringify(first)).not.toContain(TOKEN);

    const again = await run(pull);
    expect(again.code).toBe(1);
    expect(api.asked.map(({ method }) => method)).toEqual(["GET", "POST", "GET"]);

    const mended = await run(pull.push({ "a.json": BASE["a.json"] }));
    expect(mended.code).toBe(0);
    expect(api.comments.map(({ body }) => body)).toEqual([mended.report]);
    expect(mended.report).toContain("| `diff` | no change |");
    expect(mended.outputs["comment-url"]).toBe(api.comments[0]?.html_url);
  });

  it("calls the claimsmith that the project has installed", async () => {
    pull = openPullRequest(BASE, BREAKING);
    const end = await run(pull, {
      inputs: { command: readAction().inputs["command"]?.default ?? "" },
      prepare(workspace) {
        generateIn(workspace);
        const bin = path.join(workspace, "node_modules/.bin/claimsmith");
        mkdirSync(path.dirname(bin), { recursive: true });
        writeFileSync(bin, `#!/bin/sh\nexec node "${REPOSITORY}dist/cli/main.js" "$@"\n`, { mode: 0o755 });
      },
    });
    expect(end).toMatchObject({ code: 1, outputs: { level: "breaking" } });
  });

  it("takes fail-on as the command line does", async () => {
    pull = openPullRequest(BASE, BREAKING);
    const never = await run(pull, { inputs: { "fail-on": "never" } });
    expect(never).toMatchObject({ code: 0, outputs: { level: "breaking" } });
    expect(never.summary).toContain("| `diff` | breaking, and allowed |");
    const nonsense = await run(pull, { inputs: { "fail-on": "sometimes" } });
    expect(nonsense).toMatchObject({ code: 2, outputs: { level: "" } });
    expect(nonsense.summary).toContain('The option --fail-on cannot be "sometimes".');
  });

  it("gives the same verdict and the whole report on a fork, where it may not comment", async () => {
    api.intercept = (_, response) => {
      response.writeHead(403).end('{"message":"Resource not accessible by integration"}');
      return true;
    };
    pull = openPullRequest(BASE, BREAKING);
    const end = await run(pull, { isFork: true });
    expect(end).toMatchObject({ code: 1, outputs: { level: "breaking", "comment-url": "" } });
    expect(end.summary).toBe(end.report);
    expect(end.summary).toContain('Claim "role" admits fewer values');
    expect(end.annotations.at(-1)).toEqual({
      severity: "notice",
      title: "claimsmith did not comment",
      message: "A pull request from a fork gets no token that may comment. The whole report is in the job summary.",
    });
  });

  it("fails on a package that was not generated anew", async () => {
    pull = openPullRequest(BASE, { "a.json": schema({ enum: ["admin", "member"], description: "Role." }) });
    const end = await run(pull, {
      prepare(workspace) {
        // The package is that of the base.
        const now = path.join(workspace, "a.json");
        renameSync(now, `${now}.now`);
        writeFileSync(now, JSON.stringify(BASE["a.json"]));
        generateIn(workspace);
        renameSync(`${now}.now`, now);
      },
    });
    expect(end).toMatchObject({ code: 1, outputs: { level: "compatible" } });
    expect(end.summary).toContain("| `generate --check` | **not what its schemas say** |");
    expect(end.summary).toMatch(/^ {2}stale {2}tokens\/access-token\.d\.ts$/m);
    expect(end.annotations[0]).toMatchObject({ severity: "error", title: "claimsmith generate --check" });
    expect(end.annotations[0]?.message).toContain("Run `npx claimsmith generate` and commit the result.");
  });

  it("says where a schema is broken, in the summary, the comment and at the line", async () => {
    pull = openPullRequest(BASE, {
      "a.json": '{\n  "type": "object",\n  "properties": {\n    "role": { "type": "strin" }\n  }\n}\n',
    });
    const end = await run(pull, { prepare: () => {} });
    expect(end).toMatchObject({ code: 2, outputs: { level: "" } });
    for (const text of [end.summary, api.comments[0]?.body ?? ""]) {
      expect(text).toContain("**`diff` could not run:**");
      expect(text).toContain("at a.json:4:");
    }
    const places = end.annotations.map(({ severity, file, line }) => `${severity} ${file} ${line}`);
    expect(new Set(places)).toEqual(new Set(["error a.json 4"]));
    const titles = end.annotations.map(({ title }) => title);
    expect(titles).toContain("claimsmith generate could not run");
    expect(titles.at(-1)).toBe("claimsmith diff could not run");
  });

  it("says that it is the base whose schema is broken", async () => {
    pull = openPullRequest({ ...BASE, "a.json": "{" }, { "a.json": BASE["a.json"] });
    const end = await run(pull);
    expect(end.code).toBe(2);
    expect(end.summary).toContain(`at ${pull.base}:a.json:1:`);
    expect(end.annotations.at(-1)).toMatchObject({ severity: "error", title: "claimsmith diff could not run" });
    expect(end.annotations.at(-1)?.file).toBeUndefined();
  });

  it("compares nothing, and says so, where the pull request brings the first config", async () => {
    pull = openPullRequest({ "README.md": "Words.\n" }, BASE);
    const end = await run(pull);
    expect(end).toMatchObject({ code: 0, outputs: { level: "" } });
    expect(end.summary).toContain("| `diff` | not compared |");
    expect(end.summary).toContain("Nothing was compared: the base has no config yet.");
  });

  it("does not pass a config that moved for the first one", async () => {
    const { "claims.config.json": config, ...rest } = BASE;
    pull = openPullRequest({ ...rest, "old/claims.config.json": config, "old/a.json": BASE["a.json"] }, BREAKING);
    pull.origin.git("checkout", "-q", "topic");
    pull.origin.git("mv", "old/claims.config.json", "claims.config.json");
    const moved = pull.push({});
    const end = await run(moved);
    expect(end.code).toBe(2);
    expect(end.summary).toContain('has no "claims.config.json".');
  });

  it("tells two configs of one repository apart", async () => {
    const both = {
      "billing/claims.config.json": configFile("a.json"),
      "billing/a.json": BASE["a.json"],
      "shop/claims.config.json": configFile("a.json"),
      "shop/a.json": BASE["a.json"],
    };
    pull = openPullRequest(both, { "billing/a.json": BREAKING["a.json"], "shop/a.json": BREAKING["a.json"] });
    const billing = await run(pull, {
      inputs: { "working-directory": "billing" },
      prepare: (w) => generateIn(w, "billing"),
    });
    const shop = await run(pull, {
      inputs: { config: "shop/claims.config.json" },
      prepare: (w) => generateIn(w, "shop"),
    });
    expect([billing.code, shop.code]).toEqual([1, 1]);
    expect(api.comments.map(({ body }) => body)).toEqual([billing.report, shop.report]);
    expect(diffAnnotations(billing).map(({ file }) => file)).toEqual(["billing/a.json"]);
    expect(diffAnnotations(shop).map(({ file }) => file)).toEqual(["shop/a.json"]);
  });
});

const isBuilt = existsSync(path.join(REPOSITORY, "dist/cli/main.js"));

describe.skipIf(!isBuilt)("the action, with the command lint (not run where it is not built)", () => {
  it("fails on a rule that is broken, at its line, and folds the table away", async () => {
    const config = configFile("a.json", { lint: { rules: { "missing-description": "error" } } });
    pull = openPullRequest({ ...BASE, "claims.config.json": config }, { "README.md": "Words.\n" });
    const end = await run(pull);
    expect(end).toMatchObject({ code: 1, outputs: { level: "none" }, otherCommands: [] });
    expect(end.summary).toContain("| `lint` | **rules are broken** |");
    expect(end.summary).toContain("<details><summary><code>lint</code></summary>\n\n**claimsmith lint: ");
    const errors = end.annotations.filter(({ severity }) => severity === "error");
    expect(errors.map(({ file, line, title }) => [file, line, title])).toEqual([
      ["a.json", "4", "claimsmith: missing-description"],
    ]);
    expect(api.comments.map(({ body }) => body)).toEqual([end.report]);
  });
});
