// @ts-check
import { spawn } from "node:child_process";
import process from "node:process";

/**
 * How a program ended, and what it printed.
 *
 * @typedef {object} Ended
 * @property {number | null} code - null where a signal ended it
 * @property {string | null} signal
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * Runs a program to its end without a shell, without a terminal and without an answer to its questions.
 *
 * @param {string} program
 * @param {readonly string[]} words
 * @param {{ cwd: string, env?: Readonly<Record<string, string>>, timeoutMs?: number }} options
 * @returns {Promise<Ended>} code 127 where there is no such program
 */
export function runProgram(program, words, { cwd, env = {}, timeoutMs = 0 }) {
  return new Promise((resolve) => {
    const { FORCE_COLOR: _, CLAIMSMITH_TOKEN: __, ...inherited } = process.env;
    const child = spawn(program, words, {
      cwd,
      env: { ...inherited, NO_COLOR: "1", ...env },
      stdio: ["ignore", "pipe", "pipe"],
      timeout: timeoutMs,
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout += text;
    });
    child.stderr.setEncoding("utf8").on("data", (text) => {
      stderr += text;
    });
    child.on("error", (error) => resolve({ code: 127, signal: null, stdout, stderr: error.message }));
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
}
