import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { configDefaults, defineConfig } from "vitest/config";

/** What asks the cryptography something: run once with each of the two engines of the generated packages. */
const OF_THE_ENGINES = [
  "test/unit/runtime/**/*.test.ts",
  "test/conformance/attacks-*.test.ts",
  "test/conformance/rfc-vectors.test.ts",
  "test/conformance/wycheproof.test.ts",
  "test/properties/issue-verify.test.ts",
];

/** Those of them that take long and reach no engine (texts, formats, the words of a refusal), or that are of one engine. */
const WITHOUT_ENGINE = [
  "test/unit/runtime/**/{explain-errors,formats,text}.test.ts",
  "test/unit/runtime/**/node-*.test.ts",
];

/**
 * What needs modules of its own. One shows where the stack ends, which lies deeper in code that other files have had optimized;
 * one counts what is done before anything is remembered; and some replace modules.
 */
const ALONE = [
  "test/unit/docs-errors.test.ts",
  "test/unit/runtime/node-verify-work.test.ts",
  ...testsIn("test").filter((file) => /\bvi\.(?:do)?[mM]ock\(/.test(readFileSync(file, "utf8"))),
];

function testsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : testsIn(file);
    return file.endsWith(".test.ts") ? [file] : [];
  });
}

export default defineConfig({
  test: {
    globalSetup: ["test/support/announce-test-data.ts"],
    // By default one core is left idle, which of two is half of them.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // A process runs many files with the modules that it has loaded: loading them for each file took as long as a third
    // of the tests. So a test puts back what it changes outside itself.
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...ALONE],
          typecheck: { enabled: true, include: ["test/types/**/*.test-d.ts"], tsconfig: "./tsconfig.json" },
        },
      },
      { extends: true, test: { name: "alone", include: ALONE, isolate: true } },
      {
        extends: true,
        test: {
          name: "web-engine",
          include: OF_THE_ENGINES,
          exclude: [...configDefaults.exclude, ...ALONE, ...WITHOUT_ENGINE],
          // Generated packages that tests install read it: test/support/choose-engine.ts.
          env: { CLAIMSMITH_TEST_ENGINE: "web" },
          alias: [
            {
              find: /^(?:\.\/|\.\.\/engine\/|.*\/src\/runtime\/engine\/)platform-engine\.js$/,
              replacement: path.resolve("src/runtime/engine/web-engine.ts"),
            },
          ],
        },
      },
    ],
  },
});
