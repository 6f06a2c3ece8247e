import fs from "node:fs";
import path from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { PACKAGE_ROOT } from "../../../../src/io/package-root.js";
import { readRuntime } from "../../../../src/io/project/runtime-sources.js";

afterEach(() => vi.restoreAllMocks());

describe("readRuntime", () => {
  it("gives the sources as they stand, sorted by code unit", () => {
    const runtime = readRuntime("ts");
    const folder = path.join(PACKAGE_ROOT, "src/runtime");
    const found = fs
      .readdirSync(folder, { recursive: true, encoding: "utf8" })
      .map((name) => name.replaceAll("\\", "/"));
    const names = found.sort((first, second) => (first < second ? -1 : 1));
    expect([...runtime.keys()]).toEqual(names.filter((name) => name.endsWith(".ts")));
    expect([...runtime.keys()]).toContain("testing/token-issuer.ts");
    expect(runtime.get("errors/claim-issue.ts")).toBe(
      fs.readFileSync(path.join(folder, "errors/claim-issue.ts"), "utf8"),
    );
  });

  it("gives modules and declarations where JavaScript is wanted, and nothing else of the build", () => {
    const names = ["b.js", "a.d.ts", "a.js", "a.js.map", "B.js", "notes.md"];
    const entries = names.map((name) => ({ name, isDirectory: () => false }));
    // readdirSync has many forms; the one in use gives entries.
    vi.spyOn(fs, "readdirSync").mockReturnValue(entries as never);
    vi.spyOn(fs, "readFileSync").mockImplementation((file) => path.relative(PACKAGE_ROOT, String(file)));
    expect([...readRuntime("js")]).toEqual(
      ["B.js", "a.d.ts", "a.js", "b.js"].map((name) => [name, path.join("dist/runtime", name)]),
    );
  });

  it("says what to do where the installation is incomplete", () => {
    vi.spyOn(fs, "readdirSync").mockReturnValue([]);
    expect(() => readRuntime("js")).toThrow(
      expect.objectContaining({
        code: "cannot_read",
        message: "The runtime's files are missing from claimsmith's own folder dist/runtime.",
        hint: "Install claimsmith again; in a checkout of it, run `npm run build`.",
      }),
    );
  });
});
