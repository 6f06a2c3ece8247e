// @ts-check
// What does the change break for tokens, services and code?
import path from "node:path";
import process from "node:process";
import { splitAnnotations } from "../core/annotations.js";
import { complaintOf, meaningOf } from "../core/check.js";
import { isFirstConfig } from "../core/first-config.js";
import { levelOf, levelWords } from "../core/level.js";
import { withoutMarker } from "../core/marker.js";
import { couldNotRun } from "../edge/could-not-run.js";
import { openGit } from "../edge/git.js";
import { annotate, print, printAnnotations } from "../edge/log.js";
import { readReport } from "../edge/read-report.js";
import { configOption, runClaimsmith } from "../edge/run-claimsmith.js";
import { readRun, writeCheck } from "../edge/run-folder.js";

/** @typedef {import("../edge/run-folder.js").Run} Run */
/** @typedef {import("../core/check.js").Check} Check */

const NO_REPORT = "claimsmith compared, and left no report. Is it of the same version as the action?";

const folder = process.env["CLAIMSMITH_FOLDER"] ?? "";
const run = readRun(folder);
if (run !== null && run.problem === null) writeCheck(folder, "diff", await check(run));

/**
 * @param {Run} run
 * @returns {Promise<Check>}
 */
async function check(run) {
  const { base } = run;
  if (base.kind === "failed") return couldNotRun("diff", base.message, run);
  if (base.kind === "none") {
    print(base.note);
    return { name: "diff", code: 0, summary: "not compared", details: base.note };
  }
  if (base.note !== "") annotate("warning", base.note, { title: "claimsmith diff" });

  const out = path.join(folder, "diff-reports");
  const ended = await runClaimsmith(run, [
    "diff",
    base.commit,
    "--format=json",
    `--out=${out}`,
    `--fail-on=${run.inputs.failOn}`,
    ...configOption(run.inputs),
  ]);
  const code = meaningOf(ended);
  const level = levelOf(ended.stdout);
  if (code === 2 || level === null) return withoutResult(ended, base.commit, run);
  const [github, markdown] = ["diff.github", "diff.md"].map((name) => readReport(out, name));
  if (github == null || markdown == null) return couldNotRun("diff", NO_REPORT, run);

  const { annotations, rest } = splitAnnotations(github, run.folder);
  printAnnotations(annotations);
  print(rest === "" && annotations === "" ? "No change." : rest);
  const details = [base.note, withoutMarker(markdown)].filter((part) => part !== "").join("\n\n");
  return { name: "diff", code, summary: levelWords(level, code), details, level };
}

/**
 * @param {import("../edge/run-program.js").Ended} ended
 * @param {string} commit
 * @param {Run} run
 * @returns {Promise<Check>}
 */
async function withoutResult(ended, commit, run) {
  const complaint = complaintOf(ended);
  if (isFirstConfig(complaint, commit, await openGit(run.cwd).removedJsonFiles(commit))) {
    const note = "Nothing was compared: the base has no config yet.";
    annotate("notice", note, { title: "claimsmith diff" });
    return { name: "diff", code: 0, summary: "not compared", details: note };
  }
  return couldNotRun("diff", complaint, run);
}
