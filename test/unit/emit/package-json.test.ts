import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ENGINE_IMPORTS } from "../../../src/emit/engine-files.js";
import { JOSE_RANGE, packageJson } from "../../../src/emit/package-json.js";
import { configOf, projectOf, REPOSITORY } from "../../support/project.js";

const token = { schema: "schema.json", algorithms: ["HS256"], lifetime: "15m" };
const two = (top: object) =>
  projectOf(configOf({}, { tokens: { accessToken: token, "id-token": token }, ...top }), { "schema.json": {} });

describe("the package.json of a package", () => {
  it("has the config's name and version, and an entry for each token", () => {
    const text = packageJson(two({ package: { name: "@acme/tokens", version: "2.0.0-beta.1" } }));
    expect(text.endsWith("}\n")).toBe(true);
    expect(JSON.parse(text)).toEqual({
      name: "@acme/tokens",
      version: "2.0.0-beta.1",
      description: expect.any(String),
      type: "module",
      sideEffects: ["./testing.js"],
      imports: ENGINE_IMPORTS,
      exports: {
        ".": { types: "./index.d.ts", default: "./index.js" },
        "./access-token": { types: "./tokens/access-token.d.ts", default: "./tokens/access-token.js" },
        "./id-token": { types: "./tokens/id-token.d.ts", default: "./tokens/id-token.js" },
        "./remote-keys": {
          types: "./runtime/remote-keys/remote-keys.d.ts",
          default: "./runtime/remote-keys/remote-keys.js",
        },
        "./redis": { types: "./runtime/store/redis.d.ts", default: "./runtime/store/redis.js" },
        "./refresh": { types: "./runtime/store/refresh.d.ts", default: "./runtime/store/refresh.js" },
        "./testing": { types: "./testing.d.ts", default: "./testing.js" },
        "./package.json": "./package.json",
      },
      files: ["index.*", "runtime", "testing.*", "tokens", "verify-any.*"],
      dependencies: { jose: JOSE_RANGE },
      peerDependencies: { redis: ">=4" },
      peerDependenciesMeta: { redis: { optional: true } },
    });
  });

  it("names the types first, as resolution demands", () => {
    const { exports } = JSON.parse(packageJson(two({})));
    for (const entry of [".", "./access-token", "./id-token"])
      expect(Object.keys(exports[entry])).toEqual(["types", "default"]);
  });

  it("points to the sources where TypeScript is emitted", () => {
    const { exports } = JSON.parse(packageJson(two({ emit: "ts" })));
    expect(exports["./access-token"]).toEqual({
      types: "./tokens/access-token.ts",
      default: "./tokens/access-token.ts",
    });
    expect(exports["."]).toEqual({ types: "./index.ts", default: "./index.ts" });
    // What another compiler makes of the sources has no package.json beside it.
    expect(packageJson(two({ emit: "ts" }))).not.toContain("#engine");
  });

  it("asks for the range of jose that the runtime is tested with", () => {
    expect(JOSE_RANGE).toBe(JSON.parse(readFileSync(`${REPOSITORY}package.json`, "utf8")).dependencies.jose);
  });
});
