// Builds the package: node scripts/build.js [FOLDER]; the folder, `dist` by default, stands beside package.json.
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";
import { buildBrowser } from "./build-browser.js";
import { bundle } from "./build-bundle.js";
import { licenceTexts } from "./build-licences.js";
import { keepPublished } from "./build-published.js";

const output = path.resolve(process.argv[2] ?? "dist");
rmSync(output, { recursive: true, force: true });

// The compiler checks everything, and writes what stays a file of its own: the declarations, and the runtime that is copied
// into generated packages.
const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
const words = [compiler, "-p", "tsconfig.build.json", "--outDir", output];
const { status } = spawnSync(process.execPath, words, { stdio: "inherit" });
// It has said what is wrong.
if (status !== 0) process.exit(1);

const { files, modules } = await bundle(output);
keepPublished(output, [...files, ...(await buildBrowser(output))]);
writeFileSync(path.join(output, "THIRD-PARTY-LICENSES.txt"), licenceTexts(modules));
