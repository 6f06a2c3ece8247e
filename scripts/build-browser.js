// What runs in the browser: the style and the scripts of the catalogue's pages. node scripts/build-browser.js [FOLDER]
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { rolldown } from "rolldown";

const source = (name) => fileURLToPath(new URL(`../src/browser/${name}`, import.meta.url));

/** Each script is one text that stands in a page, where nothing can be imported. */
const SCRIPTS = new Map([
  ["catalogue-page.js", { entry: "catalogue-page.ts", name: undefined }],
  // What a catalogue prints behind it calls it by this name.
  ["decode-page.js", { entry: "decode-page.ts", name: "claimsmithDecode" }],
]);

/**
 * Writes `browser/` in a folder; the types are those of a browser, which the compiler's other run does not know.
 *
 * @returns the files, relative to the folder
 */
export async function buildBrowser(folder) {
  checkTypes();
  mkdirSync(path.join(folder, "browser"), { recursive: true });
  for (const [file, { entry, name }] of SCRIPTS) {
    const build = await rolldown({ input: source(entry), platform: "browser", onLog: refuseWarnings });
    await build.write({
      file: path.join(folder, "browser", file),
      format: "iife",
      ...(name === undefined ? {} : { name }),
      minify: true,
    });
    await build.close();
  }
  const { code } = await transform(readFileSync(source("catalogue.css"), "utf8"), { loader: "css", minify: true });
  writeFileSync(path.join(folder, "browser/catalogue.css"), code);
  return [...SCRIPTS.keys(), "catalogue.css"].map((file) => `browser/${file}`);
}

function checkTypes() {
  const compiler = createRequire(import.meta.url).resolve("typescript/bin/tsc");
  const words = [compiler, "--noEmit", "-p", "tsconfig.browser.json"];
  const { status } = spawnSync(process.execPath, words, { stdio: "inherit" });
  // It has said what is wrong.
  if (status !== 0) process.exit(1);
}

function refuseWarnings(level, { code, message }) {
  if (level === "warn") throw new TypeError(`${code}: ${message}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildBrowser(path.resolve(process.argv[2] ?? "dist"));
