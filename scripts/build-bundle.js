// The command line and the programmatic API as a few files each, since loading a file costs more than reading it.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { rolldown } from "rolldown";
import { chunkNames } from "./build-chunks.js";
import { bundleLazy, importLazily } from "./build-lazy.js";
import { importParts } from "./build-parts.js";

const resolve = createRequire(import.meta.url).resolve;

/** Left in node_modules: `jose`, which generated packages share, and the 12 MB of a compiler that only `diff` loads. */
const EXTERNAL = ["jose", "ts-morph"];

/** One large file already: published as it is, beside the bundled ones. */
const COPIED = new Map([["recheck/lib/browser.js", "recheck.cjs"]]);

/**
 * What json-schema-to-typescript imports for what it is not asked to do: to format, to print in colours and to read YAML.
 * Declarations are the same without, byte for byte, which a test holds.
 */
const UNUSED = new Map([
  ["prettier", "module.exports = {};"],
  ["cli-color", "module.exports = {};"],
  // Asked for a schema of YAML as soon as it is loaded.
  ["js-yaml", "module.exports = { CORE_SCHEMA: { withTags() {} } };"],
]);

/**
 * What our sources import as a whole. As an ES module each of these has Node read all its getters first, and so open all
 * three streams and load what nobody asked for: an eighth of an unchanged run.
 */
const WHOLE = new Map([
  ["node:fs", 'export default process.getBuiltinModule("node:fs");'],
  ["node:process", "export default process;"],
]);

/**
 * Writes the bundled files into a folder: `index.js` and `cli/main.js`, and what they share or load later in `chunks/`, each
 * with its source map. Their depth is what `src/io/package-root.ts` relies on.
 *
 * @returns the files, relative to the folder, and the modules that are in them
 */
export async function bundle(folder) {
  const build = await rolldown({
    input: { index: "src/index.ts", "cli/main": "src/cli/main.ts" },
    platform: "node",
    // What a package publishes as ES modules is bundled smaller than its CommonJS.
    resolve: { mainFields: ["module", "main"], extensionAlias: { ".js": [".ts", ".js"] } },
    external: EXTERNAL,
    // The grouping below asks for it; `index.js` exports no more for it, which a test holds.
    preserveEntrySignatures: "allow-extension",
    plugins: [importLazily(), importWhole(), importParts(), leftOut(), copied(folder)],
    onLog: refuseWarnings,
  });
  const { output } = await build.write({
    dir: folder,
    format: "esm",
    entryFileNames: "[name].js",
    chunkFileNames: "chunks/[name].js",
    sourcemap: true,
    // V8 reads a text of one-byte characters faster.
    charset: "ascii",
    comments: { legal: true, jsdoc: false, annotation: false },
    codeSplitting: {
      includeDependenciesRecursively: false,
      groups: [{ name: chunkNames(), debugName: "by stage and command" }],
    },
  });
  await build.close();
  const written = [...output, ...(await bundleLazy(folder))];
  const files = written.map(({ fileName }) => fileName);
  for (const name of files) if (name.endsWith(".map")) forgetForeignSources(path.join(folder, name));
  const modules = written.flatMap((file) => (file.type === "chunk" ? Object.keys(file.modules) : []));
  return {
    files: [...files, ...[...COPIED.values()].map((name) => `chunks/${name}`)],
    modules: [...modules, ...[...COPIED.keys()].map(resolve)],
  };
}

function importWhole() {
  const names = new Map([...WHOLE.keys()].map((name) => [`\0whole:${name}`, name]));
  return {
    name: "import-whole",
    resolveId: (id, importer) =>
      WHOLE.has(id) && !importer.includes("node_modules") ? { id: `\0whole:${id}`, moduleSideEffects: false } : null,
    load: (id) => (names.has(id) ? WHOLE.get(names.get(id)) : null),
  };
}

function leftOut() {
  const texts = new Map([...UNUSED].map(([name, text]) => [`\0left-out:${name}`, text]));
  return {
    name: "left-out",
    resolveId: (id) => (UNUSED.has(id) ? { id: `\0left-out:${id}`, moduleSideEffects: false } : null),
    load: (id) => texts.get(id) ?? null,
  };
}

function copied(folder) {
  return {
    name: "copied",
    // Every importer is in `chunks/` too.
    resolveId: (id) => (COPIED.has(id) ? { id: `./${COPIED.get(id)}`, external: "absolute" } : null),
    writeBundle() {
      for (const [id, name] of COPIED) copyFileSync(resolve(id), path.join(folder, "chunks", name));
    },
  };
}

/** The text of our own sources stays in the maps. Other packages are named by file and line; their text would be most of it. */
function forgetForeignSources(file) {
  const map = JSON.parse(readFileSync(file, "utf8"));
  map.sourcesContent = map.sourcesContent.map((text, at) => (map.sources[at].includes("node_modules") ? null : text));
  writeFileSync(file, JSON.stringify(map));
}

function refuseWarnings(level, { code, message, id }) {
  // A module that asks whether it is CommonJS; it is not.
  if (code === "COMMONJS_VARIABLE_IN_ESM" && id?.includes("@jsdevtools/ono")) return;
  if (level === "warn") throw new TypeError(`${code}: ${message}`);
}
