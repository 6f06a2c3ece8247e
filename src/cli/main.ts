#!/usr/bin/env node
import process from "node:process";
import { terminal } from "./terminal.js";

// A reader that went away (`claimsmith … | head`) is no fault of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const words = process.argv.slice(2);
const { runGenerate, plainGenerate } = await import("./commands/generate.js");
// The call of every prebuild step needs no argument parser, and loads none.
const options = plainGenerate(words);
if (options === null) {
  const { run } = await import("./run.js");
  process.exitCode = await run(words, terminal());
} else {
  process.exitCode = await runGenerate(options, terminal());
}
