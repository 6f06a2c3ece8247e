// Runs the suites that bring programs of their own, beside each other: node scripts/check-suites.js. dist/ has to be built.
import process from "node:process";
import { runLanes } from "./run-lanes.js";

const RUNTIMES = "node-20,node-22,node-24,node-26,deno,bun,workerd,workerd-node,chromium";

const isFine = await runLanes([
  [`node test/runtimes/run.js --require ${RUNTIMES}`],
  ["node test/recipes/run.js", "node test/jest/run.js"],
]);
if (!isFine) process.exitCode = 1;
