// All that CI asks: node scripts/check.js. What does not wait for another runs beside it. The package scripts say what each is.
import process from "node:process";
import { runLanes } from "./run-lanes.js";

/** One after the other; within each, lanes that run at the same time. */
const STAGES = [
  [["npm run --silent build"], ["npm run --silent lint"]],
  // Takes all cores. It has the compiler check everything too: the tests of types are a part of the same program.
  [["npm run --silent test:unit"]],
  [
    ["npm run --silent check:package"],
    ["npm run --silent check:unused", "npm run --silent check:claims", "npm run --silent check:generated"],
  ],
];

for (const lanes of STAGES) {
  if (await runLanes(lanes)) continue;
  process.exitCode = 1;
  break;
}
