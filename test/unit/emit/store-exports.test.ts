import { readFileSync } from "node:fs";
import path from "node:path";
import { satisfies } from "semver";
import { describe, expect, it } from "vitest";
import { findKeyProblems } from "../../../src/config/check-token-keys.js";
import { STORE_ENTRIES, STORE_PEERS, storeExports } from "../../../src/emit/store-exports.js";
import { RUNTIME_TYPES } from "../../../src/emit/token-types.js";
import { REPOSITORY } from "../../support/project.js";

const read = (file: string): string => readFileSync(path.join(REPOSITORY, file), "utf8");

describe("what a package exports of stores", () => {
  it("are all the types of the runtime, under names that no claim set can take", () => {
    const types = storeExports().flatMap((item) =>
      item.kind === "reexport" && item.typeOnly === true ? item.names : [],
    );
    const sources = read("src/runtime/store/token-store.ts") + read("src/runtime/store/memory-store.ts");
    const declared = [...sources.matchAll(/^export (?:interface|type) (\w+)/gm)].map(([, name = ""]) => name);
    expect(types.toSorted()).toEqual(declared.toSorted());
    expect(types.filter((name) => !RUNTIME_TYPES.includes(name))).toEqual([]);
  });

  it("are entries that no token can hide", () => {
    for (const entry of STORE_ENTRIES) {
      expect(read(`src/runtime/store/${entry}.ts`)).toContain("export function create");
      expect(findKeyProblems([entry], () => ({ file: "claims.config.json" }))).toMatchObject([
        { code: "name_collision" },
      ]);
    }
  });

  it("ask for a client that the tests run with, and import none", () => {
    const { version } = JSON.parse(read("node_modules/redis/package.json"));
    expect(satisfies(version, STORE_PEERS.peerDependencies.redis)).toBe(true);
    for (const file of ["redis", "redis-marks", "redis-client"]) {
      expect(read(`src/runtime/store/${file}.ts`)).not.toMatch(/from "(?!\.\.?\/)/);
    }
  });
});
