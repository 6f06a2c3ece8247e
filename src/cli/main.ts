#!/usr/bin/env node
import process from "node:process";
import { plainGenerate, runGenerate } from "./commands/generate.js";
import { keepCompiledCode } from "./keep-compiled-code.js";
import { noticeLostOutput } from "./notice-lost-output.js";
import { terminal } from "./terminal.js";

noticeLostOutput(terminal, () => {
  // At the end, whatever the command itself made of it.
  process.once("exit", () => {
    process.exitCode = 2;
  });
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
