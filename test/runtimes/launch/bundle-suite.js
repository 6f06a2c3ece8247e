import path from "node:path";
import { build } from "esbuild";

/**
 * Bundles an entry of the suite with the package, as a service's own bundler would.
 *
 * @param conditions - the import conditions of the platform
 * @returns the file
 */
export async function bundleSuite(folder, entry, conditions) {
  const outfile = path.join(folder, "bundles", entry);
  await build({
    entryPoints: [path.join(folder, "suite", entry)],
    outfile,
    bundle: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: [...conditions, "import"],
    external: ["node:*"],
    logLevel: "silent",
  });
  return outfile;
}
