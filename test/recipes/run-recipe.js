import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { endProgram, startProgram, withinTime } from "../runtimes/launch/run-program.js";
import { callService } from "./call-service.js";
import { callWithAll } from "./call-with-all.js";
import { findPort } from "./find-port.js";
import { FRAMEWORKS } from "./prepare/install-frameworks.js";
import { waitUntil } from "./wait-until.js";

const HOST = "127.0.0.1";
const START_LIMIT_MS = 60_000;

/**
 * Builds a recipe, starts it, calls it with every case, and ends it.
 *
 * @param surroundings - `scratch`: the project; `compiled`: the compiler's complaints; `tokens` by name and
 * `issueFor`, which makes others; `server`: of the keys
 * @returns how many `calls` were made and `passed`, the `failures` in words, and the `seconds` that it took
 */
export async function runRecipe(recipe, { scratch, compiled, tokens, issueFor, server }) {
  const { id, folder, needs } = recipe;
  if (needs !== undefined && !existsSync(path.join(FRAMEWORKS, needs)))
    return { id, reason: `not run: there is no ${needs}` };
  const begun = performance.now();
  const failures = [...(compiled.get(folder) ?? [])];
  let counts = { calls: 0, passed: 0 };
  if (failures.length === 0) {
    process.stderr.write(`${id}…\n`);
    try {
      counts = await runService(recipe, { scratch, tokens: { ...tokens }, issueFor, url: server.urlFor(id) }, failures);
    } catch (error) {
      failures.push(`failed: ${error.message}`);
    }
  }
  return { id, ...counts, failures: [...new Set(failures)], seconds: (performance.now() - begun) / 1000 };
}

async function runService(recipe, { scratch, tokens, issueFor, url }, failures) {
  const port = await findPort(HOST);
  const own = { JWKS_URL: url, HOST, PORT: String(port), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const options = { cwd: scratch, env: { ...process.env, ...own }, stdio: ["ignore", "pipe", "pipe"] };
  if (recipe.build !== undefined) await build(recipe.build, options);
  const program = startProgram(process.execPath, recipe.start({ scratch, host: HOST, port }), options);
  const said = () => saidBy(program);
  try {
    await waitUntil(START_LIMIT_MS, () => isListening(port, program));
    return await callWithAll(recipe, { port, tokens, issueFor, said }, failures);
  } catch (error) {
    throw new ServiceFailure(`${error.message}\n${said().trim().slice(-2000)}`);
  } finally {
    endProgram(program.child);
    await program.ended;
  }
}

async function build(words, options) {
  const program = startProgram(process.execPath, words, options);
  try {
    const { code } = await withinTime(program.ended);
    if (code !== 0) throw new ServiceFailure(`${words[0]} ended with ${code}\n${saidBy(program).trim().slice(-2000)}`);
  } finally {
    endProgram(program.child);
  }
}

/** What a program has printed up to now. */
function saidBy({ output }) {
  return `${output.text}${output.errors}`;
}

/** Whether the service answers at all; throws where its program has ended. */
async function isListening(port, { child }) {
  if (child.exitCode !== null) throw new ServiceFailure(`ended with ${child.exitCode} before it listened`);
  return callService(port, "/health", []).then(
    () => true,
    () => false,
  );
}

/** The service did not start, or did not answer. */
class ServiceFailure extends Error {
  name = "ServiceFailure";
}
