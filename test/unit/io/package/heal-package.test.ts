import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { digestOf } from "../../../../src/io/files/file-digest.js";
import { healPackage } from "../../../../src/io/package/heal-package.js";
import { withManifest } from "../../../../src/io/package/package-manifest.js";
import { newSibling } from "../../../../src/io/package/package-siblings.js";
import { readTree, temporaryFolder, writeTree } from "../temporary-folder.js";

const HOST = digestOf(os.hostname()).slice(0, 8);
const DEAD = spawnSync(process.execPath, ["-e", ""]).pid;
const MINUTE = 60_000;

function sibling(
  folder: string,
  kind: "stage" | "backup",
  owner: { host?: string; processId?: number; age?: number } = {},
): string {
  const created = (Date.now() - (owner.age ?? 0)).toString(36);
  return path.join(
    folder,
    `.generated.claimsmith-${kind}-${owner.host ?? HOST}-${owner.processId ?? DEAD}-${created}-0123456789ab`,
  );
}

function packageOf(letter: string): Record<string, string> {
  return Object.fromEntries(withManifest(new Map([[`only-${letter}.js`, letter]]), letter));
}

describe("healPackage", () => {
  it("does nothing where nothing was left, or where there is no folder at all", () => {
    const folder = temporaryFolder();
    writeTree(folder, { "generated/index.js": "" });
    healPackage(path.join(folder, "generated"));
    healPackage(path.join(folder, "not/there"));
    expect(readTree(folder)).toEqual({ "generated/index.js": "" });
  });

  it("brings back the package that was taken away and not replaced, the newest if there are several", () => {
    const folder = temporaryFolder();
    writeTree(sibling(folder, "backup", { age: MINUTE }), { ...packageOf("A"), "older.txt": "older" });
    writeTree(sibling(folder, "backup"), { ...packageOf("B"), "mine.txt": "mine" });
    writeTree(sibling(folder, "stage"), packageOf("C"));
    healPackage(path.join(folder, "generated"));
    expect(fs.readdirSync(folder)).toEqual(["generated"]);
    expect(readTree(path.join(folder, "generated"))).toEqual({
      ...packageOf("B"),
      "mine.txt": "mine",
      "older.txt": "older",
    });
  });

  it("carries over from a replaced package what claimsmith did not write, and only that", () => {
    const folder = temporaryFolder();
    const output = path.join(folder, "generated");
    const backup = sibling(folder, "backup");
    writeTree(output, { ...packageOf("B"), "both.txt": "new", "saved-again.txt": "before", blocked: "a file by now" });
    writeTree(backup, {
      ...packageOf("A"),
      "late.txt": "late",
      "deep/er/late.txt": "late",
      "both.txt": "old",
      "saved-again.txt": "after",
      "blocked/late.txt": "late",
      "astray/late.txt": "late",
    });
    fs.mkdirSync(path.join(backup, "empty"));
    fs.mkdirSync(path.join(folder, "elsewhere"));
    fs.symlinkSync("../elsewhere", path.join(output, "astray"));
    fs.utimesSync(path.join(backup, "both.txt"), 1000, 1000);
    fs.utimesSync(path.join(output, "saved-again.txt"), 1000, 1000);
    healPackage(output);
    expect(readTree(folder)).toEqual({
      elsewhere: "/",
      ...Object.fromEntries(
        Object.entries({
          ...packageOf("B"),
          "both.txt": "new",
          "saved-again.txt": "after",
          "late.txt": "late",
          "deep/er/late.txt": "late",
          blocked: "a file by now",
          astray: "-> ../elsewhere",
          empty: "/",
        }).map(([name, text]) => [`generated/${name}`, text]),
      ),
    });
  });

  const owners: { name: string; owner: Parameters<typeof sibling>[2]; removed: boolean }[] = [
    { name: "of a dead process", owner: {}, removed: true },
    { name: "of a live process", owner: { processId: process.ppid }, removed: false },
    {
      name: "of a live process, but too old to be its",
      owner: { processId: process.ppid, age: 61 * MINUTE },
      removed: true,
    },
    { name: "of our own", owner: { processId: process.pid }, removed: false },
    {
      name: "of an earlier process with our number",
      owner: { processId: process.pid, age: 59 * MINUTE },
      removed: true,
    },
    { name: "of another host", owner: { host: "00000000" }, removed: false },
    { name: "of another host, long ago", owner: { host: "00000000", age: 61 * MINUTE }, removed: true },
  ];
  it.each(owners)("removes a stage and a backup $name: $removed", ({ owner, removed }) => {
    const folder = temporaryFolder();
    writeTree(path.join(folder, "generated"), packageOf("A"));
    for (const kind of ["stage", "backup"] as const) writeTree(sibling(folder, kind, owner), packageOf("B"));
    healPackage(path.join(folder, "generated"));
    expect(fs.readdirSync(folder)).toHaveLength(removed ? 1 : 3);
    expect(readTree(path.join(folder, "generated"))).toEqual(packageOf("A"));
  });

  it("brings back the package of a run that seems alive, when it does not come back by itself", () => {
    const folder = temporaryFolder();
    writeTree(sibling(folder, "backup", { processId: process.ppid }), packageOf("A"));
    healPackage(path.join(folder, "generated"));
    expect(readTree(folder)).toEqual(
      Object.fromEntries(Object.entries(packageOf("A")).map(([name, text]) => [`generated/${name}`, text])),
    );
  });

  it("leaves alone what only looks like it, and what belongs to another output", () => {
    const folder = temporaryFolder();
    const names = [
      ".generated.claimsmith-",
      ".generated.claimsmith-backup",
      ".generated.claimsmith-stage-xyz",
      `.generated.claimsmith-other-${HOST}-${DEAD}-abc-0123456789ab`,
      path.basename(newSibling(path.join(folder, "other"), "stage")).replace(`-${process.pid}-`, `-${DEAD}-`),
      "claims.config.json",
    ];
    for (const name of names) writeTree(folder, { [`${name}/file`]: "" });
    healPackage(path.join(folder, "generated"));
    expect(fs.readdirSync(folder).sort()).toEqual([...names].sort());
  });

  it("recognizes what newSibling names", () => {
    const folder = temporaryFolder();
    const stage = newSibling(path.join(folder, "generated"), "stage").replace(`-${process.pid}-`, `-${DEAD}-`);
    fs.mkdirSync(stage);
    healPackage(path.join(folder, "generated"));
    expect(fs.readdirSync(folder)).toEqual([]);
  });
});
