// Runs commands beside each other, a lane for each core that they may take.
import { spawn } from "node:child_process";
import process from "node:process";

/**
 * Runs lanes at the same time, and the commands of one lane one after the other. What a command prints is kept until it
 * has ended, so that the texts of two do not mix; a single lane prints at once.
 *
 * @param {readonly (readonly string[])[]} lanes - commands as one would type them; none holds a blank within a word
 * @returns {Promise<boolean>} whether all ended with 0; a lane ends with its first failure, the others go on
 */
export async function runLanes(lanes) {
  const isAlone = lanes.length === 1;
  const ended = await Promise.all(
    lanes.map(async (commands) => {
      for (const command of commands) if (!(await runCommand(command, isAlone))) return false;
      return true;
    }),
  );
  return ended.every(Boolean);
}

/**
 * @param {string} command
 * @param {boolean} isAlone
 * @returns {Promise<boolean>}
 */
function runCommand(command, isAlone) {
  const [program = "", ...words] = command.split(" ");
  const start = performance.now();
  if (isAlone) process.stdout.write(`\n> ${command}\n`);
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: isAlone ? "inherit" : ["ignore", "pipe", "pipe"] });
    /** @type {Buffer[]} */
    const printed = [];
    child.stdout?.on("data", (bytes) => printed.push(bytes));
    child.stderr?.on("data", (bytes) => printed.push(bytes));
    child.on("error", (error) => printed.push(Buffer.from(`${error.message}\n`)));
    child.on("close", (code) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      const end = code === 0 ? `${seconds} s` : `failed after ${seconds} s`;
      if (isAlone) process.stdout.write(`> ${command}: ${end}\n`);
      else process.stdout.write(`\n> ${command}: ${end}\n${Buffer.concat(printed)}`);
      resolve(code === 0);
    });
  });
}
