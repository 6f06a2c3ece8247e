import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GIT_ATTRIBUTES, gitAttributes } from "../../../src/emit/git-attributes.js";

describe("the .gitattributes of a package, as git reads it", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), "claimsmith-attributes-"));
    execFileSync("git", ["init", "--quiet"], { cwd: folder });
    writeFileSync(path.join(folder, GIT_ATTRIBUTES), gitAttributes());
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const attribute = (name: string, file: string): string => {
    const line = execFileSync("git", ["check-attr", name, "--", file], { cwd: folder, encoding: "utf8" });
    return line.trim().split(": ").at(-1) ?? "";
  };

  it.each([
    "runtime/verify/verify.js",
    "tokens/access-token.validator.js",
    "tokens/access-token.schema.d.ts",
    "tokens/access-token.testing.js",
    ".claimsmith.json",
  ])("folds %s away", (file) => {
    expect(attribute("linguist-generated", file)).toBe("set");
  });

  it.each(["tokens/access-token.d.ts", "tokens/access-token.js", "index.js", "package.json", "README.md"])(
    "shows %s",
    (file) => {
      expect(attribute("linguist-generated", file)).toBe("unspecified");
    },
  );

  it("keeps the line ends of all", () => {
    expect([attribute("eol", "tokens/access-token.js"), attribute("text", "README.md")]).toEqual(["lf", "auto"]);
  });
});
