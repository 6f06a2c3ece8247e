// A library of many functions of which an importer needs a few: only those are bundled.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const { resolve } = createRequire(import.meta.url);

/** The library, each of whose functions is a file of its own too, and the one package that imports it. */
const LIBRARY = "lodash";
const IMPORTER = "json-schema-to-typescript";

/** How the importer's compiled code names a function of the library. */
const USE = /\blodash_1\.(\w+)/g;

/** Puts a module with the functions that the importer names in the library's place. */
export function importParts() {
  const virtual = `\0parts:${LIBRARY}`;
  return {
    name: "import-parts",
    resolveId(id, importer) {
      if (id === LIBRARY && importer?.includes(IMPORTER)) return virtual;
      return importer === virtual ? resolve(id) : null;
    },
    load(id) {
      if (id !== virtual) return null;
      const members = usedNames().map((name) => `${name}: require("${LIBRARY}/${name}")`);
      return `module.exports = { ${members.join(", ")} };`;
    },
  };
}

function usedNames() {
  const folder = path.dirname(resolve(IMPORTER));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".js"));
  const texts = files.map((name) => readFileSync(path.join(folder, name), "utf8"));
  return [...new Set(texts.flatMap((text) => [...text.matchAll(USE)].map(([, name]) => name)))].sort();
}
