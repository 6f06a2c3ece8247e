import os from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { findCacheFolder } from "../../../../src/io/package/cache-folder.js";
import { temporaryFolder, writeTree } from "../temporary-folder.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("findCacheFolder", () => {
  it("gives a folder in the nearest node_modules, which need not be beside", () => {
    const root = temporaryFolder();
    writeTree(root, {
      "node_modules/a/package.json": "{}",
      "packages/b/src/index.js": "",
      "packages/node_modules": "",
    });
    const cache = path.join(root, "node_modules/.cache/claimsmith");
    for (const from of ["", "node_modules", "node_modules/a", "packages/b/src", "packages", "not/there"]) {
      expect(findCacheFolder(path.join(root, from))).toBe(cache);
    }
    writeTree(root, { "packages/b/node_modules/c/package.json": "{}" });
    expect(findCacheFolder(path.join(root, "packages/b/src"))).toBe(
      path.join(root, "packages/b/node_modules/.cache/claimsmith"),
    );
  });

  it("gives one in the user's cache where no folder above has a node_modules", () => {
    const root = path.parse(temporaryFolder()).root;
    for (const [configured, want] of [
      ["/somewhere/else", "/somewhere/else/claimsmith"],
      ["relative", path.join(os.homedir(), ".cache/claimsmith")],
    ] as const) {
      vi.stubEnv("XDG_CACHE_HOME", configured);
      expect(findCacheFolder(root)).toBe(want);
    }
  });
});
