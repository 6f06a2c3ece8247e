// Packages that most runs import and do not use: each is a file of its own, loaded when the first of its exports is used.
import { createRequire } from "node:module";
import { rolldown } from "rolldown";

/** Libraries for files that few projects have. */
const LAZY = ["yaml"];

const resolve = createRequire(import.meta.url).resolve;

/** Puts a module of getters in the place of each such package. Whoever imports a name reads it where it is used, not before. */
export function importLazily() {
  const names = new Map(LAZY.map((name) => [`\0lazy:${name}`, name]));
  return {
    name: "import-lazily",
    resolveId(id, importer) {
      if (names.has(importer)) return { id, external: "absolute" };
      return LAZY.includes(id) ? `\0lazy:${id}` : null;
    },
    async load(id) {
      const name = names.get(id);
      if (name === undefined) return null;
      const exported = Object.keys(await import(name)).filter((key) => key !== "default" && key !== "module.exports");
      const getters = exported.map((key) => `get ${key}() { return require("./${name}.cjs").${key}; }`);
      return `module.exports = {\n${getters.join(",\n")}\n};`;
    },
  };
}

/** Writes the files that the getters load, beside those of the bundle; returns what rolldown says of each. */
export async function bundleLazy(folder) {
  const written = [];
  for (const name of LAZY) {
    const build = await rolldown({ input: resolve(name), platform: "node" });
    const { output } = await build.write({
      dir: folder,
      format: "cjs",
      entryFileNames: `chunks/${name}.cjs`,
      sourcemap: true,
    });
    await build.close();
    written.push(...output);
  }
  return written;
}
