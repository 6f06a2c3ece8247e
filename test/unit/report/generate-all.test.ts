import { describe, expect, it } from "vitest";
import type { FailedPackage, GeneratedPackage } from "../../../src/api/generate-all.js";
import { SchemaError } from "../../../src/errors.js";
import { generateAllJson } from "../../../src/report/generate-all-json.js";
import { generateAllText } from "../../../src/report/generate-all-text.js";

const NOTHING = { output: "generated", written: [], removed: [], unchanged: 91, files: [], error: null };

const UNCHANGED: GeneratedPackage = { config: "packages/a/claims.config.json", ...NOTHING };
const CHANGED: GeneratedPackage = {
  ...NOTHING,
  config: "packages/b/claims.config.json",
  written: ["README.md"],
  removed: ["old.js"],
  unchanged: 90,
};
const NEW: GeneratedPackage = {
  ...NOTHING,
  config: "c.json",
  written: Array.from({ length: 12 }, (_, index) => `file-${index}.js`),
  unchanged: 0,
};
const DIFFERING: GeneratedPackage = {
  ...NOTHING,
  config: "packages/d/claims.config.json",
  unchanged: 89,
  files: [
    { file: "README.md", state: "missing" },
    { file: "old.js", state: "left over" },
  ],
};
const FAILED: FailedPackage = {
  config: "packages/e/claims.config.json",
  error: new SchemaError("invalid_syntax", "The file ends too early.", {
    at: { file: "packages/e/session.json", line: 2, column: 1 },
  }),
};

describe("generateAllText", () => {
  it.each([
    {
      name: "packages that are up to date",
      packages: [UNCHANGED],
      want: ["packages/a/generated is up to date (91 files).", "1 package: 1 up to date."],
    },
    {
      name: "packages that changed, and of a new one only the first files",
      packages: [UNCHANGED, CHANGED, NEW],
      want: [
        "packages/a/generated is up to date (91 files).",
        "packages/b/generated: 1 written, 1 removed, 90 unchanged.",
        "  wrote    README.md",
        "  removed  old.js",
        "generated: 12 written, 0 unchanged.",
        ...Array.from({ length: 10 }, (_, index) => `  wrote    file-${index}.js`),
        "  … and 2 more",
        "3 packages: 1 up to date, 2 written.",
      ],
    },
    {
      name: "packages that differ or failed",
      packages: [DIFFERING, FAILED, UNCHANGED],
      want: [
        "packages/d/generated differs from what its schemas and config say: 2 files.",
        "  missing    README.md",
        "  left over  old.js",
        "packages/e/claims.config.json failed; what it generated before is as it was.",
        "packages/a/generated is up to date (91 files).",
        "3 packages: 1 up to date, 1 differing, 1 failed.",
        "Run the same without `--check`, and commit the result.",
      ],
    },
    {
      name: "a folder whose name steers a terminal, with the name visible",
      packages: [{ ...UNCHANGED, config: "a\u001b[2Jb/claims.config.json" }],
      want: ["a\\u{1b}[2Jb/generated is up to date (91 files).", "1 package: 1 up to date."],
    },
  ])("words $name", ({ packages, want }) => {
    expect(generateAllText({ packages })).toBe(`${want.join("\n")}\n`);
  });
});

describe("generateAllJson", () => {
  it("has for each config the members that one config has, and its error", () => {
    expect(JSON.parse(generateAllJson({ packages: [CHANGED, DIFFERING, FAILED] }))).toEqual({
      packages: [
        { config: CHANGED.config, written: ["README.md"], removed: ["old.js"], unchanged: 90, files: [], error: null },
        { config: DIFFERING.config, written: [], removed: [], unchanged: 89, files: DIFFERING.files, error: null },
        {
          config: FAILED.config,
          written: [],
          removed: [],
          unchanged: 0,
          files: [],
          error: {
            code: "invalid_syntax",
            message: "The file ends too early.",
            at: { file: "packages/e/session.json", line: 2, column: 1 },
          },
        },
      ],
    });
  });
});
