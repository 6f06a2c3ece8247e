// Which bundled file a module goes to: a file for each stage of `generate`, and one for each other command.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const source = (name) => fileURLToPath(new URL(`../src/${name}`, import.meta.url));

const COMMANDS = ["diff", "docs", "infer", "init", "inspect", "keys", "lint", "watch"];

/** Returns a function that names the file for a module, or gives null where the bundler is to decide. */
export function chunkNames() {
  let plan;
  return (id, graph) => {
    plan ??= planChunks(graph);
    return plan.get(id) ?? null;
  };
}

function planChunks(graph) {
  const closure = (...files) => closureOf(files.map(source), graph);
  const stages = {
    // Says "unchanged" and words it: all that most runs load.
    unchanged: closure("cli/main.ts"),
    // What the argument parser's side of the commands shares with the API, which parses no arguments.
    common: inBoth(closure("cli/run.ts"), closure("index.ts")),
    project: closure("io/project/load-project.ts"),
    package: closure("api/build-package.ts", "io/package/read-package.ts", "io/package/write-package.ts"),
  };
  const planned = new Map();
  // What prints declarations is imported by a package's stage, but later.
  stages.declarations = closureOf([createRequire(import.meta.url).resolve("json-schema-to-typescript")], graph);
  // In the order in which a run loads them; a module is in the first that needs it.
  for (const [stage, ids] of Object.entries(stages)) {
    for (const id of ids) if (!planned.has(id)) planned.set(id, stage);
  }
  for (const command of COMMANDS) {
    for (const id of closure(`api/${command}.ts`)) {
      const chunk = planned.get(id);
      // What several commands need stands in a file of its own.
      planned.set(id, chunk === undefined ? command : COMMANDS.includes(chunk) ? "shared" : chunk);
    }
  }
  planned.delete(source("cli/main.ts"));
  return planned;
}

/** The modules that are loaded with some, themselves included; what they import later is not. */
function closureOf(roots, graph) {
  const found = new Set();
  const visit = (id) => {
    const module = found.has(id) ? null : graph.getModuleInfo(id);
    if (module === null || module.isExternal) return;
    found.add(id);
    for (const imported of module.importedIds) visit(imported);
  };
  for (const root of roots) visit(root);
  return found;
}

function inBoth(first, second) {
  return new Set([...first].filter((id) => second.has(id)));
}
