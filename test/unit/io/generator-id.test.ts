import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { identifyGenerator } from "../../../src/io/generator-id.js";
import { compileIo } from "./compiled-io.js";
import { temporaryFolder, writeTree } from "./temporary-folder.js";

/** The id that a fresh process gives for an installation in a folder. */
function idOf(compiled: string): string {
  const module = pathToFileURL(path.join(compiled, "generator-id.js")).href;
  const script = `import { identifyGenerator } from ${JSON.stringify(module)}; process.stdout.write(identifyGenerator());`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  return stdout;
}

describe("identifyGenerator", () => {
  it("gives the same digest as long as nothing changes", () => {
    expect(identifyGenerator()).toMatch(/^[0-9a-f]{64}$/);
    expect(identifyGenerator()).toBe(identifyGenerator());
  });

  it("gives another one after an upgrade, after a build, and when what goes into packages changed", () => {
    const folder = temporaryFolder();
    const compiled = compileIo(folder);
    const ids = [idOf(compiled)];
    expect(idOf(compiled)).toBe(ids[0]);
    writeTree(folder, { "package.json": '{ "type": "module", "version": "2.0.0" }' });
    ids.push(idOf(compiled));
    fs.utimesSync(path.join(compiled, "package/stamp.js"), 1, 1);
    ids.push(idOf(compiled));
    fs.appendFileSync(path.join(compiled, "package/stamp.js"), "//");
    fs.utimesSync(path.join(compiled, "package/stamp.js"), 1, 1);
    ids.push(idOf(compiled));
    writeTree(folder, { "src/runtime/verify/verify.ts": "export {};\n" });
    ids.push(idOf(compiled));
    writeTree(folder, { "schemas/iana-jwt.schema.json": "{}" });
    ids.push(idOf(compiled));
    expect(new Set(ids).size).toBe(6);
    expect(ids.every((id) => /^[0-9a-f]{64}$/.test(id))).toBe(true);
  });
});
