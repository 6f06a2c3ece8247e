import { execFileSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type ActionEnd, runAction } from "./action-runner.js";
import { REPOSITORY } from "./project.js";
import { type ScratchRepository, scratchRepository } from "./scratch-repository.js";
import type { StandInApi } from "./stand-in-api.js";

/** The token that the action is given; it may show nowhere. */
export const TOKEN = "ghs_0123456789abcdefABCDEF";

type Files = Readonly<Record<string, unknown>>;

/** A pull request against a repository that stands for the one on the server. */
export interface PullRequest {
  readonly origin: ScratchRepository;
  /** Commits of the base branch, of the head of the pull request, and of the merge of both. */
  readonly base: string;
  readonly head: string;
  readonly merge: string;
  /** Commits more to the head of the pull request, and merges anew. */
  push(files: Files): PullRequest;
}

/** How claimsmith is called, as it is built. */
const CLAIMSMITH = `node "${path.join(REPOSITORY, "dist/cli/main.js")}"`;

/** A config with one token, whose claim set is in `schema`. */
export function configFile(schema: string, more: object = {}): object {
  return {
    package: { name: "@acme/claims", version: "1.0.0" },
    tokens: { accessToken: { schema, algorithms: ["ES256"], lifetime: "15m" } },
    ...more,
  };
}

/**
 * Returns a pull request that changes some files.
 *
 * @param later - what others changed on the base branch meanwhile
 */
export function openPullRequest(base: Files, change: Files, later: Files = {}): PullRequest {
  const origin = scratchRepository();
  origin.commit(base);
  origin.git("checkout", "-q", "-b", "topic");
  origin.commit(change);
  origin.git("checkout", "-q", "main");
  if (Object.keys(later).length > 0) origin.commit(later);
  return mergeAnew(origin);
}

function mergeAnew(origin: ScratchRepository): PullRequest {
  const commit = (name: string): string => origin.git("rev-parse", name).trim();
  origin.git("checkout", "-q", "--detach", "main");
  origin.git("merge", "-q", "--no-ff", "-m", "Merge.", "topic");
  origin.git("update-ref", "refs/pull/7/merge", "HEAD");
  return {
    origin,
    base: commit("main"),
    head: commit("topic"),
    merge: commit("HEAD"),
    push(files) {
      origin.git("checkout", "-q", "topic");
      origin.commit(files);
      return mergeAnew(origin);
    },
  };
}

/** How a run differs from the usual. */
export interface RunOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly isFork?: boolean;
  readonly token?: string;
  /** What is checked out, and with how much of its history; by default the merge alone, as `actions/checkout` does. */
  readonly checkout?: { readonly ref: string; readonly depth?: number };
  readonly event?: { readonly name: string; readonly payload: unknown };
  readonly env?: Readonly<Record<string, string>>;
  /** Changes the work tree before the action runs. */
  readonly prepare?: (workspace: string) => void;
}

/** Checks out a pull request as a workflow does, and runs the action on it, with claimsmith as it is built. */
export async function runOnPullRequest(
  pull: PullRequest,
  api: Pick<StandInApi, "url">,
  options: RunOptions = {},
): Promise<ActionEnd> {
  const { inputs = {}, isFork = false, token = TOKEN, checkout = { ref: "refs/pull/7/merge", depth: 1 } } = options;
  const workspace = realpathSync(mkdtempSync(path.join(os.tmpdir(), "claimsmith-workspace-")));
  try {
    const git = (...words: string[]) =>
      execFileSync("git", words, { cwd: workspace, stdio: ["ignore", "pipe", "pipe"] });
    git("init", "-q");
    git("remote", "add", "origin", pathToFileURL(pull.origin.folder).href);
    const depth = checkout.depth === undefined ? [] : [`--depth=${checkout.depth}`];
    git("fetch", "-q", "--no-tags", ...depth, "origin", `+${checkout.ref}:refs/remotes/pull`);
    git("checkout", "-q", "--detach", "refs/remotes/pull");
    options.prepare?.(workspace);
    return await runAction({
      workspace,
      inputs: { command: CLAIMSMITH, ...inputs },
      token,
      event: options.event ?? { name: "pull_request", payload: payloadOf(pull, isFork) },
      env: {
        GITHUB_API_URL: api.url,
        GITHUB_SERVER_URL: "https://github.example",
        GITHUB_REPOSITORY: "acme/claims",
        GITHUB_RUN_ID: "4711",
        GITHUB_REF: "refs/pull/7/merge",
        GITHUB_SHA: pull.merge,
        ...options.env,
      },
    });
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}

function payloadOf({ base, head }: PullRequest, isFork: boolean): unknown {
  return {
    pull_request: {
      number: 7,
      base: { sha: base, repo: { full_name: "acme/claims" } },
      head: { sha: head, repo: { full_name: isFork ? "stranger/claims" : "acme/claims" } },
    },
  };
}

/** Generates the package of a work tree, as whoever opened the pull request should have. */
export function generateIn(workspace: string, folder = "."): void {
  execFileSync("bash", ["-c", `${CLAIMSMITH} generate`], { cwd: path.join(workspace, folder), stdio: "pipe" });
}
