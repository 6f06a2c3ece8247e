import { describe, expect, it } from "vitest";
import { differencesText, generateText } from "../../../src/report/generate-text.js";

const NOTHING = { output: "generated", written: [], removed: [], unchanged: 0, files: [], missingExamples: [] };
const runtime = (count: number): readonly string[] => Array.from({ length: count }, (_, at) => `runtime/${at}.js`);

describe("generateText", () => {
  it("names the runtime of a new package once, and each other file", () => {
    const text = generateText({ ...NOTHING, written: ["README.md", ...runtime(240), "tokens/session.js"] });
    expect(text).toBe(
      "generated: 242 written, 0 unchanged.\n  wrote    README.md\n  wrote    runtime/ (240 files)\n  wrote    tokens/session.js\n",
    );
  });

  it("does the same for files that were removed", () => {
    const text = generateText({ ...NOTHING, removed: [...runtime(6), "verify-any.js"], unchanged: 3 });
    expect(text).toBe(
      "generated: 0 written, 7 removed, 3 unchanged.\n  removed  runtime/ (6 files)\n  removed  verify-any.js\n",
    );
  });

  it("names a few files of the runtime one by one", () => {
    const lines = runtime(5).map((file) => `  wrote    ${file}\n`);
    expect(generateText({ ...NOTHING, written: runtime(5) })).toBe(
      `generated: 5 written, 0 unchanged.\n${lines.join("")}`,
    );
  });

  it("shows what would turn the reading direction in the folder's name, which is the config's to choose", () => {
    const hostile = { ...NOTHING, output: "ge\u202en" };
    expect(generateText({ ...hostile, unchanged: 1 })).toBe("ge\\u{202e}n is up to date (1 file).\n");
    expect(generateText({ ...hostile, removed: ["a.js"] })).toMatch(/^ge\\u\{202e\}n: 0 written/);
    expect(differencesText({ ...hostile, files: [{ file: "a.js", state: "missing" }] })).toMatch(
      /^ge\\u\{202e\}n differs/,
    );
  });
});
