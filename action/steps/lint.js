// @ts-check
// Does the claim set break a rule? Only where the claimsmith that is installed has rules.
import path from "node:path";
import process from "node:process";
import { splitAnnotations } from "../core/annotations.js";
import { complaintOf, meaningOf } from "../core/check.js";
import { withoutMarker } from "../core/marker.js";
import { couldNotRun } from "../edge/could-not-run.js";
import { print, printAnnotations } from "../edge/log.js";
import { readReport } from "../edge/read-report.js";
import { configOption, runClaimsmith } from "../edge/run-claimsmith.js";
import { readRun, writeCheck } from "../edge/run-folder.js";

const NO_REPORT = "claimsmith looked, and left no report. Is it of the same version as the action?";

const folder = process.env["CLAIMSMITH_FOLDER"] ?? "";
const run = readRun(folder);
if (run !== null && run.problem === null) writeCheck(folder, "lint", await check(run));

/**
 * @param {import("../edge/run-folder.js").Run} run
 * @returns {Promise<import("../core/check.js").Check>}
 */
async function check(run) {
  if (!run.hasLint) {
    print("This version of claimsmith has no command `lint`.");
    return { name: "lint", code: 0, summary: "not in this version", details: "" };
  }
  const out = path.join(folder, "lint-reports");
  const ended = await runClaimsmith(run, ["lint", "--format=github", `--out=${out}`, ...configOption(run.inputs)]);
  const code = meaningOf(ended);
  if (code === 2) return couldNotRun("lint", complaintOf(ended), run);
  const markdown = readReport(out, "lint.md");
  if (markdown === null) return couldNotRun("lint", NO_REPORT, run);
  const { annotations, rest } = splitAnnotations(ended.stdout, run.folder);
  printAnnotations(annotations);
  print(rest);
  const summary = code === 1 ? "**rules are broken**" : annotations === "" ? "nothing found" : "warnings only";
  return { name: "lint", code, summary, details: annotations === "" ? "" : withoutMarker(markdown) };
}
