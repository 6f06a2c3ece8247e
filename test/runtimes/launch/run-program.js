import { spawn } from "node:child_process";
import process from "node:process";

/** A runtime that has not answered by then is ended. */
const TIME_LIMIT_MS = 180_000;

/** The programs that were started and have not ended. */
const running = new Set();

/**
 * Runs a program to its end, or to the time limit.
 *
 * @returns what it has printed
 */
export async function runProgram(file, words, options = {}) {
  const { child, output, ended } = startProgram(file, words, options);
  const limit = setTimeout(() => endProgram(child), TIME_LIMIT_MS);
  try {
    const { code, signal } = await ended;
    if (code === 0) return output.text;
    throw new RuntimeFailure(`ended with ${signal ?? code}: ${(output.errors || output.text).trim().slice(-2000)}`);
  } finally {
    clearTimeout(limit);
  }
}

/** Starts a program in a process group of its own, so that what it starts can be ended with it. */
export function startProgram(file, words, options = {}) {
  const child = spawn(file, words, { stdio: ["ignore", "pipe", "pipe", "pipe"], detached: true, ...options });
  running.add(child);
  const output = { text: "", errors: "" };
  child.stdout.setEncoding("utf8").on("data", (text) => {
    output.text += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    output.errors += text;
  });
  const ended = new Promise((resolve, reject) => {
    child.once("error", (error) => {
      running.delete(child);
      reject(new RuntimeFailure(`could not be started: ${error.message}`));
    });
    child.once("close", (code, signal) => {
      running.delete(child);
      resolve({ code, signal });
    });
  });
  return { child, output, ended };
}

/** Ends a program and what it has started. */
export function endProgram({ pid, exitCode, signalCode }) {
  if (pid === undefined || exitCode !== null || signalCode !== null) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    // It has ended by itself in the meantime.
    if (error.code !== "ESRCH") throw error;
  }
}

/** Ends all that was started. */
export function endPrograms() {
  for (const child of running) endProgram(child);
}

/** The suite could not be run to its end in a runtime that is there: a failure, not an absence. */
export class RuntimeFailure extends Error {
  name = "RuntimeFailure";
}

/** Rejects when the time limit is over. */
export async function withinTime(work) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new RuntimeFailure(`took more than ${TIME_LIMIT_MS / 1000} s`)), TIME_LIMIT_MS);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
