import process from "node:process";

/**
 * The processor time that this process has used so far, in milliseconds. What a busy machine does beside it is not in it,
 * so a bound on it says something of the code.
 */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
