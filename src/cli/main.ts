#!/usr/bin/env node
import process from "node:process";
import { plainGenerate, runGenerate } from "./commands/generate.js";
import { keepCompiledCode } from "./keep-compiled-code.js";
import { terminal } from "./terminal.js";

// A reader that went away (`claimsmith … | head`) is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

keepCompiledCode();
const words = process.argv.slice(2);
// The call of every prebuild step needs no argument parser, and loads none.
const options = plainGenerate(words);
if (options === null) {
  const { run } = await import("./run.js");
  process.exitCode = await run(words, terminal());
} else {
  process.exitCode = await runGenerate(options, terminal());
}
