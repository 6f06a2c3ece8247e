// Runs the test kit of the generated package under jest: node test/jest/run.js [PACKAGE]
// As most have it set up: ES modules, ES modules without globals, and CommonJS by Babel. PACKAGE is generated/ where it is left out.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { installJest, JEST } from "./install-jest.js";
import { PROJECTS } from "./projects.js";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));

if (installJest()) await tryProjects(path.resolve(process.argv[2] ?? path.join(REPOSITORY, "generated")));
else {
  process.stdout.write("jest: not run: it could not be installed\n");
  if (process.env.CLAIMSMITH_REQUIRE_PROGRAMS === "1") process.exitCode = 1;
}

async function tryProjects(claims) {
  const scratch = realpathSync(mkdtempSync(path.join(tmpdir(), "claimsmith-jest-")));
  try {
    await fillScratch(scratch, claims);
    for (const project of PROJECTS) {
      const fault = faultOf(project, runJest(scratch, project));
      process.stdout.write(`jest, ${project.what}: ${fault ?? "passed"}\n`);
      if (fault !== null) process.exitCode = 1;
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The projects, with the package and what it needs as an install would put them there: jest takes links for what they lead to. */
async function fillScratch(scratch, claims) {
  const modules = path.join(scratch, "node_modules");
  await mkdir(path.join(modules, "@acme"), { recursive: true });
  cpSync(path.join(JEST, "projects"), scratch, { recursive: true });
  cpSync(claims, path.join(modules, "@acme/claims"), { recursive: true });
  cpSync(path.join(REPOSITORY, "node_modules/jose"), path.join(modules, "jose"), { recursive: true });
  for (const name of ["@babel", "babel-jest"]) {
    symlinkSync(path.join(JEST, "node_modules", name), path.join(modules, name));
  }
}

function runJest(scratch, { folder, isModule }) {
  const root = path.join(scratch, folder);
  const words = [path.join(JEST, "node_modules/jest/bin/jest.js"), "--ci", "--json", "--runInBand", "--rootDir", root];
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [...(isModule ? ["--experimental-vm-modules"] : []), ...words, "--config", path.join(root, "jest.config.json")],
    { cwd: root, encoding: "utf8", env: { ...process.env, NODE_ENV: "test", NODE_OPTIONS: "" }, maxBuffer: 1e8 },
  );
  return { stdout, stderr };
}

/** What is wrong with a run; null where just those tests failed that have to. */
function faultOf({ failures }, { stdout, stderr }) {
  let report;
  try {
    report = JSON.parse(stdout);
  } catch {
    return `failed\n${stderr.trim().slice(-2000)}`;
  }
  const failed = report.testResults.flatMap(({ message, assertionResults }) =>
    assertionResults.length === 0 ? [message] : assertionResults.filter(({ status }) => status === "failed"),
  );
  const messages = failed.map((one) => (typeof one === "string" ? one : one.failureMessages.join("\n")));
  const isAsWanted =
    messages.length === failures.length && failures.every((words, at) => messages[at]?.includes(words) === true);
  if (isAsWanted && report.numPassedTests > 20) return null;
  return `failed: ${report.numPassedTests} tests passed, and of the others\n${messages.join("\n").slice(0, 2000)}`;
}
