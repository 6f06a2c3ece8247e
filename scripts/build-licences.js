// The licences of what is bundled, which ask to be passed on with it.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** Packages that state the MIT licence without its text, and whose copyright it is. The text is that of our own licence. */
const COPYRIGHTS = new Map([["change-case", "Copyright (c) Blake Embrey"]]);

const LICENCE_FILE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;

/**
 * The text of a file that names each package that some modules are of, with its version and licence.
 *
 * @param modules - the paths of all that is bundled; our own code among it is passed over
 * @throws {TypeError} for a package that brings no licence's text
 */
export function licenceTexts(modules) {
  const folders = new Set(modules.flatMap(packageFolder));
  const packages = new Map([...folders].map(describe).map(({ title, text }) => [title, text]));
  const titles = [...packages.keys()].sort();
  const head = "claimsmith contains code of these packages. Each is followed by its licence.\n";
  const parts = titles.map((title) => `${"-".repeat(80)}\n${title}\n\n${packages.get(title)}\n`);
  return [head, ...parts].join("\n");
}

/** The folder of the package that a module belongs to; none for our own. */
function packageFolder(id) {
  const [, folder] = /^\0?(?:lazy:)?(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(id) ?? [];
  return folder === undefined ? [] : [folder];
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file));
  const title = `${name} ${version} (${license})`;
  if (files.length === 0 && (license !== "MIT" || !COPYRIGHTS.has(name))) {
    throw new TypeError(`${title} brings no licence's text.`);
  }
  const texts = files.sort().map((file) => readFileSync(path.join(folder, file), "utf8").trim());
  return { title, text: texts.length > 0 ? texts.join("\n\n") : mitLicence(COPYRIGHTS.get(name)) };
}

function mitLicence(copyright) {
  const own = readFileSync(new URL("../LICENSE", import.meta.url), "utf8");
  return own.replace(/^Copyright .*$/m, () => copyright).trim();
}
