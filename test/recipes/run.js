// Tries docs/recipes/: node test/recipes/run.js [--only IDS] [--require IDS] [--keep]
// Type-checks each recipe, starts it as its framework is started, and calls it. docs/recipes/README.md says more.
import { rmSync } from "node:fs";
import { mkdtemp, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { endPrograms } from "../runtimes/launch/run-program.js";
import { compileRecipes } from "./prepare/compile-recipes.js";
import { installFrameworks } from "./prepare/install-frameworks.js";
import { makeTokens } from "./prepare/make-tokens.js";
import { prepareScratch } from "./prepare/prepare-scratch.js";
import { serveKeys } from "./prepare/serve-keys.js";
import { readArguments } from "./read-arguments.js";
import { RECIPES } from "./recipes.js";
import { reportFailures, reportTable } from "./report-table.js";
import { runInTurns } from "./run-in-turns.js";
import { runRecipe } from "./run-recipe.js";

const NOT_INSTALLED = "not run: the packages of the frameworks could not be installed";

const { recipes, required, keep } = readArguments(process.argv.slice(2), RECIPES);

const results = installFrameworks() ? await tryRecipes() : recipes.map(({ id }) => ({ id, reason: NOT_INSTALLED }));
process.stdout.write(`${reportTable(results)}\n`);
const failures = reportFailures(results);
if (failures !== "") process.stdout.write(`\n${failures}\n`);
const wanted = process.env.CLAIMSMITH_REQUIRE_PROGRAMS === "1" ? recipes.map(({ id }) => id) : required;
const missed = wanted.filter((id) => !results.some((result) => result.id === id && result.reason === undefined));
if (missed.length > 0) process.stdout.write(`\nRequired, and not run: ${missed.join(", ")}\n`);
if (failures !== "" || missed.length > 0) process.exitCode = 1;

async function tryRecipes() {
  const scratch = await realpath(await mkdtemp(path.join(tmpdir(), "claimsmith-recipes-")));
  const clear = () => {
    if (!keep) rmSync(scratch, { recursive: true, force: true });
  };
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => {
      // What was started is in process groups of its own, which a signal to this one does not reach.
      endPrograms();
      clear();
      process.exit(1);
    });
  }
  let server = null;
  try {
    prepareScratch(scratch);
    const { tokens, issueFor, jwks } = await makeTokens(scratch);
    server = await serveKeys(jwks);
    const compiled = compileRecipes(scratch);
    // Two at a time: what takes long builds first, and the others run beside it.
    return await runInTurns(2, recipes, (recipe) => runRecipe(recipe, { scratch, compiled, tokens, issueFor, server }));
  } finally {
    await server?.close();
    clear();
  }
}
