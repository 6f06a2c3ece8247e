// Bundling by esbuild.
import { writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

let count = 0;

/** Bundles a module; gives the code, its size in KB of 1000 bytes once compressed, and the bytes that each source has in it. */
export async function bundleVerify(entry, { platform, external }) {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    format: "esm",
    minify: true,
    platform,
    external,
    target: "es2022",
    write: false,
    metafile: true,
    outdir: "out",
    logLevel: "error",
  });
  const [{ contents, text }] = result.outputFiles;
  const [{ inputs }] = Object.values(result.metafile.outputs);
  return { text, inputs, gzipKb: gzipSync(contents, { level: 9 }).length / 1000 };
}

/** Imports what was bundled, from a folder in which the packages beside it can be found. */
export function importBundle({ text }, folder) {
  count += 1;
  const file = path.join(folder, `bundle-${count}.mjs`);
  writeFileSync(file, text);
  return import(pathToFileURL(file).href);
}

/** How many bytes of the bundle come from modules that only issue, or that belong to other tokens than the access token. */
export function foreignInputs({ inputs }) {
  const isForeign = (file) =>
    /\/runtime\/(?:issue\/|keys\/issue-)[^/]*$/.test(file) ||
    (/\/tokens\//.test(file) && !/\/access-token\./.test(file));
  return Object.entries(inputs)
    .filter(([file]) => isForeign(file))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
}
