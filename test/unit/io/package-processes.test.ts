import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withManifest } from "../../../src/io/package/package-manifest.js";
import { writePackage } from "../../../src/io/package/write-package.js";
import { compileIo } from "./compiled-io.js";
import { readTree, temporaryFolder, writeTree } from "./temporary-folder.js";

// What a package looks like to others while processes write it, or die doing so.

function packageOf(letter: "A" | "B"): Map<string, string> {
  const files = new Map([
    ["package.json", "{}\n"],
    [`only-${letter}/file.js`, letter],
  ]);
  for (let index = 0; index < 4; index++) files.set(`tokens/t${index}.js`, `export const from = "${letter}";\n`);
  return files;
}

const PACKAGES = { A: packageOf("A"), B: packageOf("B") };
const FOREIGN = { "CHANGELOG.md": "mine", "node_modules/jose/index.js": "// jose" };
const WHOLE = {
  A: { ...Object.fromEntries(withManifest(PACKAGES.A, "A")), ...FOREIGN },
  B: { ...Object.fromEntries(withManifest(PACKAGES.B, "B")), ...FOREIGN },
};

/**
 * Arguments: folder, how many runs, first letter, and when to die: before the file-system call of that number (0:
 * never), or "removing", in the midst of removing a folder, when its manifest is gone and its other files are not.
 */
const CHILD = `
import fs from "node:fs";
import path from "node:path";
import { writePackage } from "./package/write-package.js";
const [folder, runs, first, dieAt] = process.argv.slice(2);
const packages = ${JSON.stringify({ A: [...PACKAGES.A], B: [...PACKAGES.B] })};
let count = 0;
if (dieAt === "removing") {
  fs.rmSync = (target) => {
    if (!fs.existsSync(target)) return;
    fs.unlinkSync(path.join(target, ".claimsmith.json"));
    process.kill(process.pid, "SIGKILL");
  };
} else if (dieAt !== "0") {
  for (const name of ["mkdirSync", "openSync", "writeFileSync", "linkSync", "symlinkSync", "chmodSync", "utimesSync", "renameSync", "rmSync"]) {
    const original = fs[name];
    fs[name] = (...values) => {
      if (++count === Number(dieAt)) process.kill(process.pid, "SIGKILL");
      return original.apply(fs, values);
    };
  }
}
let letter = first;
for (let run = 0; run < Number(runs); run++) {
  writePackage(path.join(folder, "generated"), new Map(packages[letter]), { inputs: letter, within: folder });
  if (run === 0) process.stdout.write("ready\\n");
  letter = letter === "A" ? "B" : "A";
}
process.stdout.write("done " + count + "\\n");
`;

let compiled: string;
let script: string;

beforeAll(() => {
  compiled = fs.mkdtempSync(path.join(os.tmpdir(), "claimsmith-compiled-"));
  script = path.join(compileIo(compiled), "child.js");
  fs.writeFileSync(script, CHILD);
  // Loaded once here, so that a mistake in it is not taken for a kill below.
  expect(pathToFileURL(script).protocol).toBe("file:");
});
afterAll(() => fs.rmSync(compiled, { recursive: true, force: true }));

function start(folder: string, runs: number, first: "A" | "B"): ChildProcess {
  return spawn(process.execPath, [script, folder, String(runs), first, "0"], { stdio: ["ignore", "pipe", "inherit"] });
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.once("data", () => resolve());
    child.once("exit", (code, signal) => reject(new TypeError(`ended before it was ready: ${code ?? signal}`)));
  });
}

function untilExit(child: ChildProcess): Promise<number | NodeJS.Signals | null> {
  return new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
}

function startingFolder(): string {
  const folder = temporaryFolder();
  writePackage(path.join(folder, "generated"), PACKAGES.A, { inputs: "A", within: folder });
  writeTree(path.join(folder, "generated"), FOREIGN);
  return folder;
}

/** Which package the output is; `gone` where there is none, and the tree itself where it is neither. */
function whatStands(folder: string): unknown {
  const output = path.join(folder, "generated");
  if (!fs.existsSync(output)) return "gone";
  const tree = readTree(output);
  for (const [letter, whole] of Object.entries(WHOLE)) {
    if (JSON.stringify(tree, Object.keys(tree).sort()) === JSON.stringify(whole, Object.keys(whole).sort()))
      return letter;
  }
  return tree;
}

function expectHealedBy(folder: string, letter: "A" | "B"): void {
  writePackage(path.join(folder, "generated"), PACKAGES[letter], { inputs: letter, within: folder });
  expect(whatStands(folder)).toBe(letter);
  expect(fs.readdirSync(folder)).toEqual(["generated"]);
}

describe("a process that is killed", () => {
  it("before any one of its file-system calls leaves a whole package or, between the renames, none; the next run heals", () => {
    const seen = new Set<unknown>();
    for (let call = 1; ; call++) {
      const folder = startingFolder();
      const child = spawnSync(process.execPath, [script, folder, "1", "B", String(call)], { encoding: "utf8" });
      if (child.signal === null) {
        expect(child.stdout).toBe(`ready\ndone ${call - 1}\n`);
        break;
      }
      expect(child.signal).toBe("SIGKILL");
      const stands = whatStands(folder);
      expect(["A", "B", "gone"], `call ${call}`).toContainEqual(stands);
      seen.add(stands);
      // Healing alone brings back what was there: the same package, so nothing is written besides.
      expectHealedBy(folder, stands === "B" ? "B" : "A");
    }
    expect(seen).toEqual(new Set(["A", "gone", "B"]));
  });

  it("while it removes the old package leaves the new one; the next run mixes nothing into it", () => {
    const folder = startingFolder();
    const child = spawnSync(process.execPath, [script, folder, "1", "B", "removing"]);
    expect(child.signal).toBe("SIGKILL");
    expect(whatStands(folder)).toBe("B");
    expect(fs.readdirSync(folder)).toHaveLength(2);
    expectHealedBy(folder, "B");
  });

  it("at random moments leaves a whole package or none; the next run heals", async () => {
    for (let kill = 0; kill < 40; kill++) {
      const folder = startingFolder();
      const child = start(folder, 100_000, "B");
      await untilReady(child);
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
      child.kill("SIGKILL");
      expect(await untilExit(child)).toBe("SIGKILL");
      expect(["A", "B", "gone"], `kill ${kill}`).toContainEqual(whatStands(folder));
      expectHealedBy(folder, kill % 2 === 0 ? "A" : "B");
    }
  });
});

describe("two processes at once", () => {
  it("end in one complete package with nothing beside it", async () => {
    const folder = startingFolder();
    const children = [start(folder, 30, "A"), start(folder, 30, "B")];
    expect(await Promise.all(children.map(untilExit))).toEqual([0, 0]);
    expect(["A", "B"]).toContainEqual(whatStands(folder));
    expect(fs.readdirSync(folder)).toEqual(["generated"]);
  });

  it("may both be the first", async () => {
    const folder = temporaryFolder();
    const children = [start(folder, 9, "A"), start(folder, 9, "B")];
    expect(await Promise.all(children.map(untilExit))).toEqual([0, 0]);
    writeTree(path.join(folder, "generated"), FOREIGN);
    expect(["A", "B"]).toContainEqual(whatStands(folder));
    expect(fs.readdirSync(folder)).toEqual(["generated"]);
  });
});
