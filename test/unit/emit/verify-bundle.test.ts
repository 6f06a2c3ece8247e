import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPackage } from "../../../src/api/build-package.js";
import { REPOSITORY } from "../../support/project.js";

// The sample package of this repository, of which a service imports one function.

let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "claimsmith-bundle-"));
  await symlink(path.join(REPOSITORY, "node_modules"), path.join(folder, "node_modules"));
  const { files } = await buildPackage(path.join(REPOSITORY, "claims.config.json"));
  for (const [file, text] of files) {
    const target = path.join(folder, "package", file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Bundle {
  readonly text: string;
  readonly gzipBytes: number;
  /** The files that it is made of, without their folder. */
  readonly files: readonly string[];
  /** The modules that it still imports. */
  readonly imports: readonly string[];
}

async function bundle(names: string, platform: "node" | "browser"): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { ${names} } from "./package/index.js";`, resolveDir: folder },
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform,
    external: ["jose"],
    write: false,
    metafile: true,
    logLevel: "error",
    absWorkingDir: folder,
  });
  const [output] = Object.values(metafile.outputs);
  const inputs = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return {
    text: outputFiles[0]?.text ?? "",
    gzipBytes: gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length,
    files: inputs.map(([file]) => path.relative("package", file).replaceAll("\\", "/")),
    imports: output?.imports.map(({ path }) => path) ?? [],
  };
}

describe("a bundle of one verify", () => {
  it("has nothing of issue, of other tokens, of the schema, nor of the engine that it does not use", async () => {
    const { files, imports, text } = await bundle("verifyAccessToken", "node");
    expect(files.filter((file) => file.startsWith("tokens/"))).toEqual([
      "tokens/access-token.validator.js",
      "tokens/access-token.js",
    ]);
    const unwanted =
      /issue(?!r)|sign|snapshot|strip|schema|verifier|known-tokens|web-engine|platform-engine|authenticat|request|grants|mark|memory-store|redis|refresh/;
    expect(files.filter((file) => unwanted.test(file) && !/word-issue/.test(file))).toEqual([]);
    // Of the key forms, only what the token's own algorithms take.
    expect(files.filter((file) => /ecdsa|eddsa|hmac|rsa|secret-key|key-families/.test(file))).toEqual([
      "runtime/algorithms/ecdsa.js",
      "runtime/algorithms/eddsa.js",
    ]);
    expect(imports.toSorted()).toEqual(["node:buffer", "node:crypto", "node:timers"]);
    expect(text).not.toContain("randomUUID");
    const all = await bundle("verifyAccessToken, issueAccessToken", "node");
    expect(all.files).toContain("runtime/issue/issue.js");
    expect(all.text).toContain("randomUUID");
  });

  it("imports no module of Node for a browser", async () => {
    const { files, imports } = await bundle("verifyAccessToken", "browser");
    expect(imports).toEqual([]);
    expect(files.filter((file) => /node|turns/.test(file))).toEqual([]);
    expect(files).toContain("runtime/engine/web-engine.js");
    // Only signing is left to jose there.
    expect((await bundle("issueAccessToken", "browser")).imports).toEqual(["jose"]);
  });

  it("has the words of the keywords that its claim set has, and no others", async () => {
    const { text } = await bundle("verifyAccessToken", "node");
    for (const words of ["must match the pattern", "must be one of", "must have at most"])
      expect(text).toContain(words);
    for (const words of ["a multiple of", "must not have equal", "exactly one of", "must be less than"])
      expect(text).not.toContain(words);
  });

  // May only shrink: what is added has to be worth what every function of a service at the edge loads.
  it.each([
    ["node", 13_680],
    ["browser", 13_400],
  ] as const)("stays small for %s", async (platform, most) => {
    const { gzipBytes } = await bundle("verifyAccessToken", platform);
    expect(gzipBytes).toBeLessThanOrEqual(most);
    expect(gzipBytes).toBeGreaterThan(most * 0.9);
  });
});
