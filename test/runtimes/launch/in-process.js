import path from "node:path";
import process from "node:process";
import { RuntimeFailure, runProgram } from "./run-program.js";

/** Runs the suite in a process of a runtime such as Node's: `words` stand between the program and the script. */
export async function runInProcess(file, words, folder) {
  const script = path.join(folder, "suite/entry-process.js");
  const output = await runProgram(file, [...words, script], { cwd: folder, env: plainEnvironment() });
  const lines = output.trim().split("\n");
  try {
    return JSON.parse(lines.at(-1));
  } catch (cause) {
    throw new RuntimeFailure(`printed no result: ${output.slice(-500)}`, { cause });
  }
}

/** The environment without what would steer a runtime: NODE_OPTIONS, proxies, caches of the machine's. */
function plainEnvironment() {
  const { PATH, HOME, TMPDIR } = process.env;
  return Object.fromEntries(Object.entries({ PATH, HOME, TMPDIR }).filter(([, value]) => value !== undefined));
}
