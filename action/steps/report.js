// @ts-check
// Writes the report, and the job summary from it.
import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { composeReport } from "../core/compose-report.js";
import { shorten } from "../core/shorten.js";
import { print, setOutput } from "../edge/log.js";
import { CHECKS, newRunFolder, readCheck, readRun } from "../edge/run-folder.js";

/** What GitHub takes for the summary of one step, in bytes; more is thrown away as a whole. */
const SUMMARY_LIMIT = 1024 * 1024;

const folder = process.env["CLAIMSMITH_FOLDER"] || newRunFolder();
const run = readRun(folder);
const checks = run?.problem ? [run.problem] : CHECKS.map((name) => readCheck(folder, name));
const report = composeReport({
  config: run?.config ?? "claims.config.json",
  head: run?.head ?? "",
  base: run?.base ?? { kind: "none", note: "" },
  checks,
});

const file = path.join(folder, "report.md");
// Whatever ended the steps before may have taken the folder along.
mkdirSync(folder, { recursive: true });
writeFileSync(file, report);
setOutput("report", file);
setOutput("level", checks.find(({ name }) => name === "diff")?.level ?? "");

const summary = process.env["GITHUB_STEP_SUMMARY"];
const shortened = shorten(report, {
  limit: SUMMARY_LIMIT,
  lengthOf: (text) => Buffer.byteLength(text),
  rest: "**This report is too long for a job summary.** The whole of it is the file that the output `report` of the action names.",
});
if (summary) appendFileSync(summary, shortened);
else print(report);
