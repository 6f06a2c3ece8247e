import path from "node:path";
import { fileURLToPath } from "node:url";
import { runInProcess } from "./in-process.js";
import { runInWorkerd } from "./in-workerd.js";
import { runProgram } from "./run-program.js";

const MODULES = fileURLToPath(new URL("../node_modules", import.meta.url));

/** They sign with the private half, whatever the public half beside it is: verify refuses the token. */
const UNMATCHED = { "keys: a private key whose parts do not belong together": "accepted" };

const NODES = [20, 22, 24, 26].map((major) => ({
  id: `node-${major}`,
  file: path.join(MODULES, `node-${major}/bin/node`),
  engine: "node:crypto",
  hasNodeKeys: true,
  known: major < 26 ? UNMATCHED : {},
  run: (file, { folder }) => runInProcess(file, [], folder),
}));

const DENO_WORDS = [
  "run",
  "--quiet",
  "--no-prompt",
  "--cached-only",
  "--no-config",
  "--no-lock",
  "--node-modules-dir=manual",
];

/**
 * The runtimes that the suite is run in: an id, the program, the engine that the package takes there, whether
 * it has Node's KeyObject, and how to run the suite in it. `known` holds the cases that end otherwise there, each with how; one
 * that does not any more is a failure.
 */
export const RUNTIMES = [
  ...NODES,
  {
    id: "deno",
    file: path.join(MODULES, "@deno/linux-x64-glibc/deno"),
    engine: "Web Crypto",
    hasNodeKeys: true,
    // It notices a point beside the curve only when a signature is verified.
    known: { ...UNMATCHED, "keys: a point beside the curve": "invalid_signature" },
    run: (file, { folder }) =>
      runInProcess(file, [...DENO_WORDS, "--allow-net=127.0.0.1", `--allow-read=${folder}`], folder),
  },
  {
    id: "bun",
    file: path.join(MODULES, "@oven/bun-linux-x64/bin/bun"),
    engine: "Web Crypto",
    hasNodeKeys: true,
    known: {},
    run: (file, { folder }) => runInProcess(file, ["--no-install"], folder),
  },
  ...[
    { id: "workerd", hasNodeKeys: false, entry: "entry-worker.js", flags: [] },
    { id: "workerd-node", hasNodeKeys: true, entry: "entry-worker-node.js", flags: ["nodejs_compat"] },
  ].map(({ id, hasNodeKeys, ...worker }) => ({
    id,
    hasNodeKeys,
    file: path.join(MODULES, "@cloudflare/workerd-linux-64/bin/workerd"),
    engine: "Web Crypto",
    known: {},
    run: (file, { folder }) => runInWorkerd(file, worker, folder),
  })),
  {
    id: "chromium",
    file: "/usr/bin/chromium",
    engine: "Web Crypto",
    hasNodeKeys: false,
    known: {},
    run: async (file, { folder, origin }) => {
      // Loaded only here: it is one of the packages that may not be installed.
      const { runInChromium } = await import("./in-chromium.js");
      return runInChromium(file, origin, folder);
    },
  },
];

/** The version that a program states. */
export async function versionOf(file) {
  const text = await runProgram(file, ["--version"]);
  return /\d[\d.-]*\d/.exec(text)?.[0] ?? text.trim();
}
