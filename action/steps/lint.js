// @ts-check
// Does the claim set break a rule? Only where the claimsmith that is installed has rules.
import process from "node:process";
import { splitAnnotations } from "../core/annotations.js";
import { complaintOf, meaningOf, worstOf } from "../core/check.js";
import { withoutMarker } from "../core/marker.js";
import { couldNotRun } from "../edge/could-not-run.js";
import { print, printAnnotations } from "../edge/log.js";
import { configOption, runClaimsmith } from "../edge/run-claimsmith.js";
import { readRun, writeCheck } from "../edge/run-folder.js";

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
  const [github, markdown] = await Promise.all(
    ["github", "markdown"].map((format) =>
      runClaimsmith(run, ["lint", `--format=${format}`, ...configOption(run.inputs)]),
    ),
  );
  const ended = [github, markdown].filter((one) => one !== undefined);
  const failed = ended.find((one) => meaningOf(one) === 2);
  if (failed !== undefined) return couldNotRun("lint", complaintOf(failed), run);
  const { annotations, rest } = splitAnnotations(github?.stdout ?? "", run.folder);
  printAnnotations(annotations);
  print(rest);
  const code = worstOf(ended.map(meaningOf));
  const summary = code === 1 ? "**rules are broken**" : annotations === "" ? "nothing found" : "warnings only";
  return { name: "lint", code, summary, details: annotations === "" ? "" : withoutMarker(markdown?.stdout ?? "") };
}
