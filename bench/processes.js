// Whole processes: how long they take, what CPU and what memory they use.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { millisecondsSince } from "./batch.js";

const PRELOAD = new URL("./usage-preload.js", import.meta.url).href;

/** Milliseconds from the start of `node` with these words to its end; it has to end well. */
export function processMs(words, options = {}) {
  const start = process.hrtime.bigint();
  const ended = spawnSync(process.execPath, words, { encoding: "utf8", ...options });
  const elapsed = millisecondsSince(start);
  if (ended.status !== 0) throw new TypeError(`node ${words.join(" ")} failed: ${ended.stderr}`);
  return elapsed;
}

/** What `node` with these words used: CPU in milliseconds (user and system, all threads), and its peak of memory in MB. */
export function processUsage(words, options = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "claimsmith-bench-usage-"));
  const file = path.join(folder, "usage.jsonl");
  const env = { ...process.env, NODE_OPTIONS: `--import=${PRELOAD}`, CLAIMSMITH_BENCH_USAGE: file };
  try {
    processMs(words, { ...options, env });
    const usages = readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    return {
      cpuMs: usages.reduce((sum, usage) => sum + (usage.userCPUTime + usage.systemCPUTime) / 1000, 0),
      // In kilobytes of 1024 bytes on every system.
      peakMb: Math.max(...usages.map((usage) => (usage.maxRSS * 1024) / 1e6)),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
