// @ts-check
// Writes or updates the comment. Whatever goes wrong here is said, and changes nothing about the verdict.
import { readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { isWorthComment } from "../core/compose-report.js";
import { markerOf } from "../core/marker.js";
import { shorten } from "../core/shorten.js";
import { ApiError, openApi } from "../edge/github-api.js";
import { annotate, print, setOutput } from "../edge/log.js";
import { CHECKS, readCheck, readRun } from "../edge/run-folder.js";
import { upsertComment } from "../edge/upsert-comment.js";

/** GitHub takes 65 536 characters for a comment. Here UTF-16 units are counted, which are never fewer than characters. */
const COMMENT_LIMIT = 65_000;
/** How long one request may take, and all of them together, in milliseconds. */
const REQUEST_TIMEOUT_MS = 10_000;
const TIMEOUT_MS = 30_000;

const { env } = process;
const folder = env["CLAIMSMITH_FOLDER"] ?? "";
const run = readRun(folder);
try {
  if (run === null) print("No comment: there is no report.");
  else if (!run.inputs.comment) print("No comment: the input `comment` is `false`.");
  else if (run.event.pullRequest === null) print("No comment: this run belongs to no pull request.");
  else await comment(run, run.event.pullRequest);
} catch (error) {
  annotate("notice", `${reason(error)} The whole report is in the job summary.`, {
    title: "claimsmith did not comment",
  });
}

/**
 * @param {import("../edge/run-folder.js").Run} run
 * @param {number} number
 */
async function comment(run, number) {
  const repository = env["GITHUB_REPOSITORY"] ?? "";
  const page = `${env["GITHUB_SERVER_URL"]}/${repository}/actions/runs/${env["GITHUB_RUN_ID"]}`;
  const body = shorten(readFileSync(path.join(folder, "report.md"), "utf8"), {
    limit: COMMENT_LIMIT,
    lengthOf: (text) => text.length,
    rest: `**This report is too long for a comment.** The rest is in the [job summary](${page}).`,
  });
  const ask = openApi({
    url: env["GITHUB_API_URL"] ?? "",
    token: env["CLAIMSMITH_TOKEN"] ?? "",
    timeoutMs: REQUEST_TIMEOUT_MS,
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const checks = run.problem ? [run.problem] : CHECKS.map((name) => readCheck(folder, name));
  const { url, did } = await upsertComment(ask, {
    repository,
    number,
    marker: markerOf(run.config),
    body,
    isWorthNew: isWorthComment(checks),
  });
  setOutput("comment-url", url);
  print(
    { wrote: `Wrote ${url}`, updated: `Updated ${url}`, kept: `Nothing new for ${url}`, nothing: "Nothing to say." }[
      did
    ],
  );
}

/** @param {unknown} error */
function reason(error) {
  const isForbidden =
    error instanceof ApiError && (error.status === 401 || error.status === 403 || error.status === 404);
  if (isForbidden && run?.event.isFork) return "A pull request from a fork gets no token that may comment.";
  if (isForbidden) return "The token may not comment; the job needs `permissions: pull-requests: write`.";
  // Only our own messages are known to hold no token.
  return error instanceof ApiError ? error.message : "Something unexpected went wrong.";
}
