// The programs that are measured, as files for `node`.
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of this repository. */
export const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** The command line of claimsmith, as it is built. */
export const CLAIMSMITH = path.join(ROOT, manifest(ROOT).bin.claimsmith);

/** The command line of json-schema-to-typescript. */
export const JSON2TS = fileURLToPath(import.meta.resolve("json-schema-to-typescript/dist/src/cli.js"));

/** The command line of quicktype. */
export const QUICKTYPE = fileURLToPath(import.meta.resolve("quicktype/dist/index.js"));

/** The version of an installed package. */
export function versionOf(name) {
  return manifest(path.join(ROOT, "node_modules", name)).version;
}

/** The package.json of a folder. */
export function manifest(folder) {
  return JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
}
