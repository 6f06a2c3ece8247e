import coerce from "semver/functions/coerce.js";
import valid from "semver/functions/valid.js";
import validateNpmName from "validate-npm-package-name";

import { ConfigError, type Location } from "../errors.js";
import { quoteText } from "../text/quote-text.js";

const ANOTHER_NAME = "Choose another name, perhaps behind a scope such as `@acme/`.";

/**
 * Checks the name of the package to generate.
 *
 * @throws {ConfigError} `invalid_package_name` unless npm takes it for a new package; `jose` is what the package depends on
 */
export function checkPackageName(name: string, at: Location): void {
  const expected = 'the name of an npm package, as in "@acme/claims"';
  if (name === "jose") {
    throw new ConfigError("invalid_package_name", "The package cannot be called `jose`, on which it depends.", {
      at,
      expected,
      hint: ANOTHER_NAME,
    });
  }
  const reasons = reasonsAgainst(name);
  if (reasons.length === 0) return;
  const lower = name.toLowerCase();
  const shown = quoteText(name);
  throw new ConfigError("invalid_package_name", `${shown} cannot be published: ${reasons.join(", ")}.`, {
    at,
    expected,
    hint: lower !== name && reasonsAgainst(lower).length === 0 ? `Did you mean "${lower}"?` : ANOTHER_NAME,
  });
}

/** Why npm does not take a name for a new package; empty where it does. */
function reasonsAgainst(name: string): readonly string[] {
  // npm's check percent-encodes the name, which half of a surrogate pair cannot be: it would throw.
  if (/\p{Surrogate}/u.test(name)) return ["name can only contain URL-friendly characters"];
  const result = validateNpmName(name);
  if (result.validForNewPackages) return [];
  return [...("errors" in result ? (result.errors ?? []) : []), ...(result.warnings ?? [])];
}

/**
 * Checks the version of the package to generate.
 *
 * @throws {ConfigError} `invalid_version` unless it is a semantic version, to the letter
 */
export function checkVersion(version: string, at: Location): void {
  // semver reads past a leading v, = or blank, which npm then writes differently from the config.
  if (/^\d/u.test(version) && !/\s/u.test(version) && valid(version) !== null) return;
  const meant = valid(version) ?? coerce(version.slice(0, 60))?.version;
  throw new ConfigError("invalid_version", `${quoteText(version)} is not a semantic version.`, {
    at,
    expected: 'three numbers, as in "1.0.0", perhaps with a suffix such as "-beta.1"',
    hint: meant === undefined ? undefined : `Did you mean "${meant}"?`,
  });
}
