// @ts-check
// Is the generated package what its schemas and config say?
import process from "node:process";
import { complaintOf, meaningOf } from "../core/check.js";
import { fence } from "../core/markdown.js";
import { couldNotRun } from "../edge/could-not-run.js";
import { annotate, print } from "../edge/log.js";
import { configOption, runClaimsmith } from "../edge/run-claimsmith.js";
import { readRun, writeCheck } from "../edge/run-folder.js";

const folder = process.env["CLAIMSMITH_FOLDER"] ?? "";
const run = readRun(folder);
if (run !== null && run.problem === null) writeCheck(folder, "generate", await check(run));

/**
 * @param {import("../edge/run-folder.js").Run} run
 * @returns {Promise<import("../core/check.js").Check>}
 */
async function check(run) {
  const ended = await runClaimsmith(run, ["generate", "--check", ...configOption(run.inputs)]);
  const code = meaningOf(ended);
  if (code === 2) return couldNotRun("generate", complaintOf(ended), run);
  print(ended.stdout);
  if (code === 0) return { name: "generate", code, summary: "up to date", details: "" };
  annotate("error", ended.stdout.trim(), { title: "claimsmith generate --check" });
  return { name: "generate", code, summary: "**not what its schemas say**", details: fence(ended.stdout) };
}
