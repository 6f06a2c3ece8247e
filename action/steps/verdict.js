// @ts-check
// Ends with what claimsmith says: 0 nothing found, 1 something found, 2 could not run.
import process from "node:process";
import { worstOf } from "../core/check.js";
import { print } from "../edge/log.js";
import { CHECKS, readCheck, readRun } from "../edge/run-folder.js";

const folder = process.env["CLAIMSMITH_FOLDER"];
const problem = readRun(folder)?.problem ?? null;
const checks = problem === null ? CHECKS.map((name) => readCheck(folder, name)) : [problem];
print(checks.map(({ name, summary }) => `${name}: ${summary.replaceAll("*", "")}`).join("\n"));
process.exitCode = worstOf(checks.map(({ code }) => code));
