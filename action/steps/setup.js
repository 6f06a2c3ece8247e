// @ts-check
// Finds claimsmith and the base, and leaves what it found for the steps after it.
import { readFileSync, realpathSync, statSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { findBase } from "../core/base.js";
import { complaintOf } from "../core/check.js";
import { readEvent } from "../core/event.js";
import { readInputs } from "../core/inputs.js";
import { fence } from "../core/markdown.js";
import { openGit } from "../edge/git.js";
import { annotate, print, setOutput } from "../edge/log.js";
import { runClaimsmith } from "../edge/run-claimsmith.js";
import { newRunFolder, writeRun } from "../edge/run-folder.js";

const { env } = process;
const { inputs, problems } = readInputs(env);
const root = realpathSync(env["GITHUB_WORKSPACE"] || ".");
const cwd = path.resolve(root, inputs.workingDirectory);
const event = readEvent(env["GITHUB_EVENT_NAME"] ?? "", readPayload(env["GITHUB_EVENT_PATH"]));
if (!isFolder(cwd))
  problems.push(`The input \`working-directory\` names no folder: ${JSON.stringify(inputs.workingDirectory)}.`);

/** @type {string[]} */
let help = [];
/** @type {import("../core/base.js").Base} */
let base = { kind: "none", note: "Nothing was compared." };
let head = "";
if (problems.length === 0) {
  const version = await runClaimsmith({ inputs, cwd }, ["--version"]);
  if (version.code === 0 && /^\d+\.\d+\.\d+/m.test(version.stdout)) {
    print(`claimsmith ${version.stdout.trim()}`);
    help = (await runClaimsmith({ inputs, cwd }, ["--help"])).stdout.split("\n");
  } else {
    problems.push(
      "claimsmith cannot be called. Install it before this step, such as by `npm ci`, or say with the input `command` how it is called.",
      fence(complaintOf(version)),
    );
  }
  const git = openGit(cwd);
  head = (await git.resolve("HEAD")) ?? "";
  const merge = { ref: env["GITHUB_REF"] ?? "", commit: env["GITHUB_SHA"] ?? "" };
  base = await findBase({ named: inputs.base, event, head, merge }, git);
}

const folder = path.relative(root, realpathOf(cwd)).split(path.sep).join("/");
const runFolder = newRunFolder();
writeRun(runFolder, {
  inputs,
  event,
  cwd,
  folder,
  config: path.posix.join(folder, inputs.config.split(path.sep).join("/") || "claims.config.json"),
  head,
  hasLint: help.some((line) => /^\s+claimsmith lint\b/.test(line)),
  base,
  problem:
    problems.length === 0
      ? null
      : { name: "setup", code: 2, summary: "**could not run**", details: problems.join("\n\n") },
});
setOutput("folder", runFolder);
if (problems.length > 0) annotate("error", problems.join("\n"), { title: "claimsmith could not run" });
if (base.kind === "commit") print(`Base: ${base.commit}, ${base.what}.`);
if (base.kind === "none" && problems.length === 0) annotate("notice", base.note, { title: "claimsmith diff" });

/**
 * @param {string | undefined} file
 * @returns {unknown}
 */
function readPayload(file) {
  if (!file) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null; // Then the event names no base, which is said.
  }
}

/** @param {string} file */
function isFolder(file) {
  return statSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** @param {string} file */
function realpathOf(file) {
  return isFolder(file) ? realpathSync(file) : file;
}
