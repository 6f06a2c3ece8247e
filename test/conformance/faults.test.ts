import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { describe, expect, it, onTestFinished } from "vitest";
import { configOf, REPOSITORY } from "../support/project.js";
import { scratchFolder, writeProject } from "../support/scratch-project.js";
import { readTree } from "../unit/io/temporary-folder.js";

// The real command under what machines do to it: kills, a second run, a full disk, folders that cannot be written.

const MAIN = path.join(REPOSITORY, "dist/cli/main.js");

/** How often the command is killed: a few times in each run of the tests, 200 times where that is asked for. */
const KILLS = Number(process.env["CLAIMSMITH_KILLS"] ?? 40);

/** Two states of a claim set whose packages differ in most files, one more file among them. */
const VERSIONS = {
  old: { type: "object", properties: { role: { type: "string" } } },
  new: {
    type: "object",
    properties: { role: { enum: ["admin", "member"] }, team: { type: "string" } },
    required: ["team"],
  },
} as const;
type Version = keyof typeof VERSIONS;

const token = { schema: "schema.json", algorithms: ["HS256"], lifetime: "15m" };
const CONFIGS = {
  old: configOf({}, { output: "generated", tokens: { session: token } }),
  new: configOf({}, { output: "generated", tokens: { session: token, another: token } }),
} as const;

/** A folder to work in that is removed when the test ends. */
function project(): string {
  const folder = scratchFolder();
  onTestFinished(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function writeVersion(folder: string, version: Version): void {
  writeProject(folder, { "claims.config.json": CONFIGS[version], "schema.json": VERSIONS[version] });
}

function start(folder: string): ChildProcess {
  return spawn(process.execPath, [MAIN, "generate"], { cwd: folder, stdio: "ignore" });
}

function ended(child: ChildProcess): Promise<number | NodeJS.Signals | null> {
  return new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));
}

function generate(folder: string): { readonly code: number | null; readonly stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, [MAIN, "generate"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { code: status, stderr };
}

const treeOf = (folder: string): string => JSON.stringify(readTree(path.join(folder, "generated")));

/** The package of each version, as text, made by runs that nothing disturbs. */
function packagesOf(folder: string): ReadonlyMap<string, Version> {
  const packages = new Map<string, Version>();
  for (const version of ["new", "old"] as const) {
    writeVersion(folder, version);
    expect(generate(folder)).toEqual({ code: 0, stderr: "" });
    packages.set(treeOf(folder), version);
  }
  return packages;
}

/** The entries of a project's folder that no user and no finished run has put there. */
function leftovers(folder: string): readonly string[] {
  const known = ["claims.config.json", "generated", "node_modules", "package.json", "schema.json"];
  return fs.readdirSync(folder).filter((entry) => !known.includes(entry));
}

describe("claimsmith generate", () => {
  it(`killed ${KILLS} times leaves the package of before or of after, and the next run heals the rest`, async () => {
    const folder = project();
    const packages = packagesOf(folder);
    const began = performance.now();
    writeVersion(folder, "new");
    expect(generate(folder).code).toBe(0);
    const usual = performance.now() - began;

    const standing = () =>
      fs.existsSync(path.join(folder, "generated")) ? (packages.get(treeOf(folder)) ?? "a mix") : "gone";
    const count = { before: 0, after: 0, gone: 0, finished: 0, leftover: 0 };
    let before: ReturnType<typeof standing> = "new";
    let next: Version = "old";
    for (let kill = 0; kill < KILLS; kill++) {
      // The version that does not stand, so that every run has all to write.
      if (before !== "gone") next = before === "old" ? "new" : "old";
      writeVersion(folder, next);
      const child = start(folder);
      const end = ended(child);
      // A third of the kills at any moment, the others where the files are written, near the end of a usual run.
      const moment = kill % 3 === 0 ? Math.random() : 0.6 + 0.35 * Math.random();
      const timer = setTimeout(() => child.kill("SIGKILL"), usual * moment);
      const how = await end;
      clearTimeout(timer);
      expect([0, "SIGKILL"]).toContain(how);

      const stands = standing();
      // Between the two renames of the swap nothing stands; after that, the run that follows brings back what stood.
      expect([before, next, "gone", ...(before === "gone" ? ["old", "new"] : [])], `kill ${kill}`).toContain(stands);
      if (how === 0) {
        count.finished++;
        expect(stands).toBe(next);
      }
      if (stands === "gone") count.gone++;
      else if (stands === next) count.after++;
      else count.before++;
      if (leftovers(folder).length > 0) count.leftover++;
      before = stands;
    }
    console.log(
      `${KILLS} kills, ${count.finished} of them too late: the package of before stood ${count.before} times, that of ` +
        `after ${count.after} times, none ${count.gone} times; ${count.leftover} left something for the next run`,
    );
    writeVersion(folder, next);
    expect(generate(folder).code).toBe(0);
    expect(packages.get(treeOf(folder))).toBe(next);
    expect(leftovers(folder)).toEqual([]);
  }, 600_000);

  it("run twice at once gives one whole package, ten times", async () => {
    const folder = project();
    const packages = packagesOf(folder);
    for (let round = 0; round < 10; round++) {
      const version: Version = round % 2 === 0 ? "new" : "old";
      writeVersion(folder, version);
      const children = [start(folder), start(folder)];
      expect(await Promise.all(children.map(ended))).toEqual([0, 0]);
      expect(packages.get(treeOf(folder)), `round ${round}`).toBe(version);
      expect(leftovers(folder)).toEqual([]);
    }
  }, 120_000);

  it.each<[what: string, prepare: (folder: string) => void, code: string]>([
    ["a file", (folder) => fs.writeFileSync(path.join(folder, "generated"), "mine"), "not_a_folder"],
    [
      "a link to a folder outside",
      (folder) => fs.symlinkSync("/tmp", path.join(folder, "generated")),
      "output_outside",
    ],
    ["a link to nothing", (folder) => fs.symlinkSync("nowhere", path.join(folder, "generated")), "output_outside"],
    ["a link to itself", (folder) => fs.symlinkSync("generated", path.join(folder, "generated")), "output_outside"],
    [
      "a link to a folder beside it",
      (folder) => {
        fs.mkdirSync(path.join(folder, "beside"));
        fs.symlinkSync("beside", path.join(folder, "generated"));
      },
      "output_outside",
    ],
  ])("refuses an output that is %s", (_what, prepare, code) => {
    const folder = project();
    prepare(folder);
    writeVersion(folder, "old");
    const before = fs.lstatSync(path.join(folder, "generated")).mtimeMs;
    const { code: exit, stderr } = generate(folder);
    expect(exit).toBe(2);
    expect(stderr).toContain(`error [${code}]`);
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(fs.lstatSync(path.join(folder, "generated")).mtimeMs).toBe(before);
  });
});

/** Mounts a small file system over a folder for one test; false where that is not allowed. */
function mountOver(folder: string, options: string): boolean {
  fs.mkdirSync(folder, { recursive: true });
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], { stdio: "ignore" });
  if (status !== 0) return false;
  onTestFinished(() => {
    spawnSync("umount", [folder], { stdio: "ignore" });
  });
  return true;
}

function mayMount(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  const folder = scratchFolder();
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], { stdio: "ignore" });
  if (status === 0) spawnSync("umount", [folder], { stdio: "ignore" });
  fs.rmSync(folder, { recursive: true, force: true });
  return status === 0;
}

describe.skipIf(!mayMount())("a disk (not run: no right to mount, where skipped)", () => {
  it("that is full keeps the package of before, and one that has room again takes the new one", () => {
    const disk = path.join(project(), "disk");
    expect(mountOver(disk, "size=4m")).toBe(true);
    writeVersion(disk, "old");
    expect(generate(disk)).toEqual({ code: 0, stderr: "" });
    const before = treeOf(disk);

    writeVersion(disk, "new");
    const filler = path.join(disk, "filler");
    const descriptor = fs.openSync(filler, "w");
    expect(() => {
      for (;;) fs.writeSync(descriptor, Buffer.alloc(4096, 1));
    }).toThrow("ENOSPC");
    fs.closeSync(descriptor);

    const { code, stderr } = generate(disk);
    expect(code).toBe(2);
    expect(stderr).toContain("error [cannot_write]");
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(treeOf(disk)).toBe(before);

    fs.rmSync(filler);
    expect(generate(disk).code).toBe(0);
    expect(treeOf(disk)).not.toBe(before);
    expect(leftovers(disk)).toEqual([]);
  });

  it("that fills up while the package is written keeps the one of before", () => {
    const disk = path.join(project(), "disk");
    expect(mountOver(disk, "size=4m")).toBe(true);
    writeVersion(disk, "old");
    expect(generate(disk).code).toBe(0);
    const before = treeOf(disk);
    writeVersion(disk, "new");
    // What is left is room for some of the new files: how many depends on where the writing stops.
    for (const left of [4, 12, 20, 28, 36]) {
      const filler = path.join(disk, "filler");
      fs.rmSync(filler, { force: true });
      const { bavail, bsize } = fs.statfsSync(disk);
      fs.writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - left * 1024), 1));
      const { code } = generate(disk);
      expect(code, `with ${left} KB left`).toBe(2);
      expect(treeOf(disk)).toBe(before);
      expect(leftovers(disk)).toEqual(["filler"]);
    }
  });

  it("that is read-only keeps the package of before", () => {
    const disk = path.join(project(), "disk");
    expect(mountOver(disk, "size=4m")).toBe(true);
    writeVersion(disk, "old");
    expect(generate(disk).code).toBe(0);
    const before = treeOf(disk);
    writeVersion(disk, "new");
    expect(spawnSync("mount", ["-o", "remount,ro", disk]).status).toBe(0);
    const { code, stderr } = generate(disk);
    expect(code).toBe(2);
    expect(stderr).toContain("error [cannot_write]");
    expect(stderr).not.toMatch(/\n {4}at /);
    expect(treeOf(disk)).toBe(before);
  });

  it("mounted as the output itself is refused, and stays as it is", () => {
    const folder = project();
    writeVersion(folder, "old");
    expect(mountOver(path.join(folder, "generated"), "size=1m")).toBe(true);
    const { code, stderr } = generate(folder);
    expect(code).toBe(2);
    expect(stderr).toContain("error [cannot_write]");
    expect(leftovers(folder)).toEqual([]);
  });
});
