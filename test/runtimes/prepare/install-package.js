import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { transform } from "esbuild";
import { generate } from "../../../dist/index.js";

const HERE = fileURLToPath(new URL("..", import.meta.url));
const REPOSITORY = path.resolve(HERE, "../..");

/**
 * Makes a folder in which a service could live: the generated package and jose in `node_modules`, the suite beside them.
 *
 * @param emit - `js`: the package as it was generated; `ts`: its sources, each with its types taken out, as a service's own
 * compiler would
 * @param engine - `null` for the engine that the package chooses; a file of its runtime in place of it
 * @returns the folder
 */
export async function installPackage(parent, emit, engine) {
  const folder = path.join(parent, emit);
  const source = path.join(folder, "source");
  await cp(path.join(HERE, "package-source"), source, { recursive: true });
  const configFile = path.join(source, "claims.config.json");
  const config = JSON.parse(await readFile(configFile, "utf8"));
  await writeFile(configFile, JSON.stringify({ ...config, emit }));
  await generate({ config: configFile });

  const target = path.join(folder, "node_modules", config.package.name);
  await cp(path.join(source, "generated"), target, { recursive: true });
  await cp(path.join(REPOSITORY, "node_modules/jose"), path.join(folder, "node_modules/jose"), { recursive: true });
  await cp(path.join(HERE, "suite"), path.join(folder, "suite"), { recursive: true });
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ type: "module" }));
  if (emit === "ts") await takeTypesOut(target);
  if (engine !== null) await chooseEngine(target, engine);
  return folder;
}

/** Writes what the suite is given: the fixture, and where the runner's server is. */
export async function writeContext(folder, context) {
  const lines = Object.entries(context).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`);
  await writeFile(path.join(folder, "suite/context.js"), lines.join(""));
}

async function takeTypesOut(folder) {
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith(".ts")) continue;
    const { code } = await transform(await readFile(path.join(folder, file), "utf8"), { loader: "ts", format: "esm" });
    await writeFile(path.join(folder, file.replace(/ts$/, "js")), code);
  }
  await changeManifest(folder, (manifest) => ({ ...manifest, exports: "./index.js" }));
}

async function chooseEngine(folder, engine) {
  await changeManifest(folder, (manifest) => ({ ...manifest, imports: { "#engine": `./runtime/${engine}` } }));
}

async function changeManifest(folder, change) {
  const file = path.join(folder, "package.json");
  await writeFile(file, JSON.stringify(change(JSON.parse(await readFile(file, "utf8")))));
}
