import fs from "node:fs";
import path from "node:path";
import type { Config } from "../../config/config.js";
import { ConfigError, type Location } from "../../errors.js";
import type { Severity } from "../../lint/finding.js";
import { BUILT_IN_SETS, type BuiltInSet, parseRuleSet, type RuleSet } from "../../lint/rule-set.js";
import { parseText } from "../../text/parse-json.js";
import { quoteText } from "../../text/quote-text.js";
import { suggest } from "../../text/suggest.js";
import { isInside } from "../files/paths.js";
import { readInputFile } from "../files/read-file.js";
import { findWorkTree } from "../files/work-tree.js";

/** The file of a package that is meant when only the package is named. */
const PACKAGE_FILE = "lint.json";

/** More shared files than any organization has; a few that extend each other twice over could ask for millions. */
const MAX_FILES = 100;

/** A file that may extend others. */
interface Extender {
  /** Absolute path, links resolved. */
  readonly file: string;
  /** The folder that its relative paths stay in: the work tree, or the package. Absolute, links resolved. */
  readonly fence: string;
}

/** A layer of severities, in the order in which later ones win. */
export type SeverityLayer = BuiltInSet | ReadonlyMap<string, Severity>;

/**
 * What `lint` in the config says, with all that it extends, as layers. Shared files are data (JSON or YAML): nothing of
 * them is executed.
 *
 * @param folder - absolute path of the config's folder
 * @throws {ConfigError} `invalid_value` for a name that leads nowhere, outside or in a circle; what parsing gives
 */
export function readRuleSets(config: Config, folder: string): readonly SeverityLayer[] {
  const own = parseRuleSet(config.lint, (pointer, options) => config.locate(`/lint${pointer}`, options));
  const root = fs.realpathSync(folder);
  let files = 0;

  function layersOf(set: RuleSet, extender: Extender, chain: readonly string[]): SeverityLayer[] {
    const below = set.extends.flatMap(({ name, at }): SeverityLayer[] => {
      if (name.startsWith("claimsmith:")) return [builtIn(name, at)];
      const next = resolveName(name, extender, at);
      if (chain.includes(next.file)) throw circle(name, at);
      files += 1;
      if (files > MAX_FILES) throw tooMany(at);
      const shown = path.relative(root, next.file).split(path.sep).join("/");
      const parsed = parseText({ file: shown, text: readInputFile(next.file) }, "config");
      const read = parseRuleSet(parsed.value, (pointer, options) => parsed.locate(pointer, options));
      return layersOf(read, next, [...chain, next.file]);
    });
    return [...below, set.severities];
  }

  // The config itself is no rule set, so that its name in the chain only has to differ from any file's.
  return layersOf(own, { file: path.join(root, config.file), fence: findWorkTree(root) }, []);
}

function builtIn(name: string, at: Location): BuiltInSet {
  const set = BUILT_IN_SETS.find((one) => one === name);
  if (set !== undefined) return set;
  const nearest = suggest(name, BUILT_IN_SETS);
  throw new ConfigError("invalid_value", `There is no set of rules ${quoteText(name)}.`, {
    at,
    expected: BUILT_IN_SETS.join(", "),
    hint: nearest === null ? undefined : `Did you mean "${nearest}"?`,
  });
}

function resolveName(name: string, extender: Extender, at: Location): Extender {
  if (/^\.\.?\//u.test(name)) return resolveFile(name, extender, at);
  const [, packageName, file = PACKAGE_FILE] = /^((?:@[\w.~-]+\/)?[\w~-][\w.~-]*)(?:\/(.+))?$/u.exec(name) ?? [];
  if (packageName === undefined) {
    throw new ConfigError("invalid_value", `${quoteText(name)} is neither a file nor a package.`, {
      at,
      expected: 'a path that begins with "./" or "../", the name of a package, or "claimsmith:recommended"',
    });
  }
  return resolvePackage(packageName, file, extender, at);
}

function resolveFile(name: string, { file, fence }: Extender, at: Location): Extender {
  const named = path.resolve(path.dirname(file), name);
  const real = realFile(named);
  if (!isInside(fence, real ?? named)) {
    throw new ConfigError("invalid_value", `${quoteText(name)} leaves ${quoteText(path.basename(fence))}.`, {
      at,
      expected: "a file inside the git work tree, or inside the package that names it",
      hint: "Copy the file into the repository, or publish it as a package.",
    });
  }
  if (real !== null) return { file: real, fence };
  throw new ConfigError("invalid_value", `The rule set ${quoteText(name)} does not exist.`, {
    at,
    expected: "the path of a JSON or YAML file, relative to the file that names it",
    hint: "Check the path.",
  });
}

/** As Node.js finds packages: in the nearest `node_modules` upwards that has it. */
function resolvePackage(name: string, file: string, extender: Extender, at: Location): Extender {
  for (let folder = path.dirname(extender.file); ; folder = path.dirname(folder)) {
    const found = realFolder(path.join(folder, "node_modules", name));
    if (found !== null) return resolveFile(`./${file}`, { file: path.join(found, PACKAGE_FILE), fence: found }, at);
    if (folder === path.dirname(folder)) break;
  }
  const isFile = realFile(path.resolve(path.dirname(extender.file), name, file)) !== null;
  throw new ConfigError("invalid_value", `The package ${quoteText(name)} is not installed.`, {
    at,
    expected: `a package with a file ${file}`,
    hint: isFile
      ? `For the file, write "./${name}/${file}".`
      : "Install it, or name a file by a path that begins with `./`.",
  });
}

function realFile(file: string): string | null {
  return realOf(file, (stat) => stat.isFile());
}

function realFolder(file: string): string | null {
  return realOf(file, (stat) => stat.isDirectory());
}

/** The path with its links resolved; null where nothing of the kind can be reached. */
function realOf(file: string, isRight: (stat: fs.Stats) => boolean): string | null {
  if (file.includes("\0")) return null;
  try {
    return isRight(fs.statSync(file)) ? fs.realpathSync(file) : null;
  } catch {
    // Not there, or not to be looked at: for the user both are "does not exist", with the place that names it.
    return null;
  }
}

function circle(name: string, at: Location): ConfigError {
  return new ConfigError("invalid_value", `The rule set ${quoteText(name)} extends itself.`, {
    at,
    expected: "sets that end at one without `extends`",
    hint: "Remove this entry.",
  });
}

function tooMany(at: Location): ConfigError {
  return new ConfigError("invalid_value", `More than ${MAX_FILES} files extend each other.`, {
    at,
    hint: "Let fewer files extend more than one other.",
  });
}
