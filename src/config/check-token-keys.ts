import { ConfigError, type Location } from "../errors.js";
import { type TokenNames, tokenNames } from "../text/names.js";
import { quoteText } from "../text/quote-text.js";

const KEY = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/u;

/** Names of files that Windows gives to devices, whatever their extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

/** What a package is imported as beside its tokens (`@acme/claims/remote-keys`). */
const ENTRIES: readonly string[] = ["redis", "refresh", "remote-keys", "testing"];

/**
 * What is wrong with the keys of `tokens`: keys that names cannot be made from (`invalid_value`), and
 * keys whose generated names meet (`name_collision`), each at the later of the two.
 *
 * @param keys - in the order of the file
 * @param locate - the place of a key
 */
export function findKeyProblems(keys: readonly string[], locate: (key: string) => Location): ConfigError[] {
  const problems: ConfigError[] = [];
  const owners = new Map<string, string>();
  for (const key of keys) {
    const at = locate(key);
    if (!KEY.test(key)) {
      const shown = quoteText(key, 70);
      problems.push(
        new ConfigError("invalid_value", `${shown} cannot be the key of a token, because code is named after it.`, {
          at,
          expected: "a letter, then at most 63 letters, digits, `_` or `-`, all of them ASCII",
        }),
      );
      continue;
    }
    const names = tokenNames(key);
    if (DEVICE.test(names.kebab)) {
      problems.push(
        new ConfigError("invalid_value", `A file named after the token \`${key}\` cannot exist on Windows.`, {
          at,
          expected: "a key other than con, prn, aux, nul, com1 to com9 and lpt1 to lpt9",
          hint: `Rename it, for example to \`${names.camel}Token\`.`,
        }),
      );
      continue;
    }
    if (ENTRIES.includes(names.kebab)) {
      problems.push(
        new ConfigError("name_collision", `Every package has a module \`${names.kebab}\` of its own.`, {
          at,
          hint: `Rename the token \`${key}\`, for example to \`${names.camel}Token\`.`,
        }),
      );
      continue;
    }
    const clash = generatedNames(names).find((name) => owners.has(name));
    const owner = clash === undefined ? undefined : owners.get(clash);
    if (clash !== undefined && owner !== undefined) {
      const line = locate(owner).line;
      problems.push(
        new ConfigError(
          "name_collision",
          `The tokens \`${owner}\`${line === undefined ? "" : ` (line ${line})`} and \`${key}\` would both get the name \`${clash}\`.`,
          { at, hint: "Rename one of them." },
        ),
      );
      continue;
    }
    for (const name of generatedNames(names)) owners.set(name, key);
  }
  return problems;
}

/** Everything in the package that is named after a token, its file first. */
function generatedNames({ pascal, camel, kebab }: TokenNames): string[] {
  return [
    kebab,
    `${pascal}Claims`,
    `${pascal}Input`,
    `${pascal}ClaimNames`,
    `${pascal}IssuerParameters`,
    `validate${pascal}Claims`,
    `is${pascal}Claims`,
    `issue${pascal}`,
    `verify${pascal}`,
    `create${pascal}Verifier`,
    `authenticate${pascal}`,
    `${camel}Schema`,
    `${camel}Policy`,
  ];
}
