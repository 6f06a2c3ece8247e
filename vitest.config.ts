import path from "node:path";
import { defineConfig } from "vitest/config";

/** What asks the cryptography something: run once with each of the two engines of the generated packages. */
const OF_THE_ENGINES = [
  "test/unit/runtime/**/*.test.ts",
  "test/conformance/attacks-*.test.ts",
  "test/conformance/rfc-vectors.test.ts",
  "test/conformance/wycheproof.test.ts",
  "test/properties/issue-verify.test.ts",
];

export default defineConfig({
  test: {
    globalSetup: ["test/support/announce-test-data.ts"],
    // By default one core is left idle, which of two is half of them.
    maxWorkers: "100%",
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          typecheck: { enabled: true, include: ["test/types/**/*.test-d.ts"], tsconfig: "./tsconfig.json" },
        },
      },
      {
        extends: true,
        test: {
          name: "web-engine",
          include: OF_THE_ENGINES,
          exclude: ["test/unit/runtime/node-*.test.ts"],
          // Generated packages that tests install read it: test/support/choose-engine.ts.
          env: { CLAIMSMITH_TEST_ENGINE: "web" },
          alias: [
            {
              find: /^(?:\.\/|.*\/src\/runtime\/)platform-engine\.js$/,
              replacement: path.resolve("src/runtime/web-engine.ts"),
            },
          ],
        },
      },
    ],
  },
});
