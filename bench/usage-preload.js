// Loaded into a process that is measured (`node --import`): writes at its end what it used.
import { appendFileSync } from "node:fs";
import process from "node:process";

process.on("exit", () => {
  appendFileSync(process.env.CLAIMSMITH_BENCH_USAGE, `${JSON.stringify(process.resourceUsage())}\n`);
});
