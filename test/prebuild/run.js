// Tries docs/prebuild.md: node test/prebuild/run.js [--claimsmith FOLDER] [SECTION...]
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { CASES } from "./cases.js";
import { readSection } from "./read-page.js";
import { Scratch } from "./scratch.js";

const HERE = path.dirname(fileURLToPath(import.meta.url));
const words = process.argv.slice(2);
const at = words.indexOf("--claimsmith");
const [, claimsmith = path.join(HERE, "../..")] = at < 0 ? [] : words.splice(at, 2);

const tools = path.join(HERE, "node_modules");
// Not `npm ci`: it wants the tools' binaries for every other platform in the lock file, and not every registry has them all.
if (!existsSync(tools)) npm(["install", "--no-save", "--ignore-scripts"], HERE);
const bin = path.join(tools, ".bin");

const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), "claimsmith-prebuild-")));
let failed = 0;
try {
  const surroundings = { bin, ...prepare() };
  for (const { section, needs, run } of CASES) {
    if (words.length > 0 && !words.includes(section)) continue;
    const state = needs !== null && isThere(needs) ? attempt(section, run, surroundings) : "not run";
    process.stdout.write(`${state.padEnd(8)} ${section}\n`);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;

function attempt(section, run, surroundings) {
  try {
    run(new Scratch(path.join(scratch, section.replaceAll(" ", "-")), surroundings));
    return "passed";
  } catch (error) {
    failed += 1;
    process.stderr.write(`${section}: ${error instanceof Error ? error.message : error}\n`);
    return "FAILED";
  }
}

/** Packs claimsmith, installs it in an empty project, and generates there what the page takes as committed. */
function prepare() {
  const packed = npm(["pack", "--ignore-scripts", "--pack-destination", scratch], claimsmith);
  const tarball = path.join(scratch, packed.trim().split("\n").at(-1) ?? "");
  const generated = path.join(scratch, "first/packages/contract/generated");
  const first = new Scratch(path.join(scratch, "first"), { bin, tarball, generated: null });
  first.write(
    new Map([
      [
        "package.json",
        readSection("npm")
          .files.get("package.json")
          .replace(/^ {2}"workspaces".*\n/m, ""),
      ],
    ]),
  );
  first.run(["npm", "install"]);
  first.run(["npx", "--no", "claimsmith", "generate", "packages/contract"]);
  return { tarball, generated };
}

function npm(rest, cwd) {
  const ended = spawnSync("npm", [...rest, "--no-audit", "--no-fund"], { cwd, encoding: "utf8" });
  if (ended.status !== 0) process.stderr.write(ended.stderr);
  return ended.stdout;
}

function isThere(program) {
  const env = { ...process.env, PATH: [bin, process.env.PATH].join(path.delimiter) };
  return spawnSync(program, ["--version"], { env, cwd: tmpdir() }).status === 0;
}
