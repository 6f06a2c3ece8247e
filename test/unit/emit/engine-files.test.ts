import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPackage } from "../../../src/api/build-package.js";
import { ENGINE_IMPORTS, runtimeFiles } from "../../../src/emit/engine-files.js";
import { REPOSITORY } from "../../support/project.js";
import { runCommand } from "../../support/run-command.js";

const runtime = new Map([
  ["engine/platform-engine.js", "chooses at run time"],
  ["engine/platform-engine.d.ts", "says more"],
  ["verify/verify.js", "verifies"],
]);

describe("the runtime of a package", () => {
  it("has its engine chosen by import conditions in place of a choice at run time", () => {
    const files = runtimeFiles({ runtime, emit: "js" });
    expect(files.get("runtime/verify/verify.js")).toBe("verifies");
    expect(files.get("runtime/engine/platform-engine.js")).toBe('export { engine, sign } from "#engine";\n');
    expect(files.get("runtime/engine/platform-engine.d.ts")).not.toBe("says more");
    for (const file of Object.values(ENGINE_IMPORTS["#engine"])) {
      const name = path.posix.normalize(file);
      expect(files.has(name) || name === "runtime/engine/web-engine.js").toBe(true);
    }
  });

  it("chooses at run time where it is sources for another compiler", () => {
    expect(runtimeFiles({ runtime: new Map([["verify/verify.ts", "verifies"]]), emit: "ts" })).toEqual(
      new Map([["runtime/verify/verify.ts", "verifies"]]),
    );
  });
});

describe("a generated package", () => {
  let folder = "";
  const resolve = async (...flags: string[]) => {
    const script = 'import.meta.resolve && console.log((await import("./probe.js")).file)';
    const { stdout } = await runCommand(process.execPath, [...flags, "--input-type=module", "-e", script], {
      cwd: folder,
    });
    return path.posix.basename(stdout.trim());
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "claimsmith-engine-"));
    await mkdir(path.join(folder, "runtime"));
    const { files } = await buildPackage(path.join(REPOSITORY, "claims.config.json"));
    await writeFile(path.join(folder, "package.json"), files.get("package.json") ?? "");
    await writeFile(path.join(folder, "probe.js"), 'export const file = import.meta.resolve("#engine");');
    for (const name of ["engine-for-node", "web-engine"])
      await writeFile(path.join(folder, "runtime", `${name}.js`), "");
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("gets the engine for Node in Node, and the one of every platform elsewhere", async () => {
    expect(await resolve()).toBe("engine-for-node.js");
    for (const condition of ["bun", "deno", "workerd", "edge-light", "browser"]) {
      expect(await resolve(`--conditions=${condition}`)).toBe("web-engine.js");
    }
  });
});
