import { ALGORITHMS, type Algorithm, type TokenConfig } from "../config/config.js";
import { parseConfig } from "../config/parse-config.js";
import { ConfigError, UsageError } from "../errors.js";
import { showPath } from "../io/files/paths.js";
import { readInputFile } from "../io/files/read-file.js";
import { findConfig } from "../io/project/find-config.js";
import { quoteText } from "../text/quote-text.js";
import { suggest } from "../text/suggest.js";

/** What is said of the algorithm of a new key. */
interface Wanted {
  readonly algorithm?: string | undefined;
  readonly token?: string | undefined;
  readonly config?: string | undefined;
}

/** Without a config: short keys and signatures, and known to every library. */
const DEFAULT: Algorithm = "ES256";

/**
 * The algorithm of a new key: the one that was named, else the first that the token's policy allows.
 *
 * @param cwd - absolute path, from which the config is looked for
 * @throws {UsageError} `invalid_option`: unknown, not allowed by the token, or left open by a config with several tokens
 * @throws {ConfigError} where the config is missing though it was asked for, or wrong
 */
export function chooseKeyAlgorithm({ algorithm, token, config }: Wanted, cwd: string): Algorithm {
  const named = algorithm === undefined ? null : checkAlgorithm(algorithm);
  if (named !== null && token === undefined) return named;
  const tokens = readTokens(cwd, config, token !== undefined);
  if (token === undefined) return commonAlgorithm(tokens);
  const chosen = tokens.find(({ key }) => key === token);
  if (chosen === undefined) throw unknownToken(token, tokens);
  if (named === null) return firstOf(chosen);
  if (chosen.algorithms.includes(named)) return named;
  throw new UsageError("invalid_option", `The policy of ${quoteText(token)} does not allow ${named}.`, {
    expected: `one of ${chosen.algorithms.join(", ")}`,
    hint: "Add it to `algorithms` of the token first.",
  });
}

function checkAlgorithm(name: string): Algorithm {
  const found = ALGORITHMS.find((known) => known === name);
  if (found !== undefined) return found;
  throw new UsageError("invalid_option", `The option --algorithm cannot be ${quoteText(name)}.`, {
    expected: `one of ${ALGORITHMS.join(", ")}`,
  });
}

/** The tokens of the config; none where there is no config, and none is asked for. */
function readTokens(cwd: string, config: string | undefined, isNeeded: boolean): readonly TokenConfig[] {
  try {
    const file = findConfig(cwd, config);
    return parseConfig({ file: showPath(file), text: readInputFile(file) }).tokens;
  } catch (error) {
    const isAbsent = error instanceof ConfigError && error.code === "config_not_found";
    if (isAbsent && config === undefined && !isNeeded) return [];
    throw error;
  }
}

/** The algorithm that all tokens put first. */
function commonAlgorithm(tokens: readonly TokenConfig[]): Algorithm {
  const issued = tokens.filter(({ helpers }) => helpers.includes("issue"));
  const first = [...new Set((issued.length > 0 ? issued : tokens).map(firstOf))];
  if (first.length > 1) {
    throw new UsageError("invalid_option", "The tokens of the config are signed with different algorithms.", {
      expected: "the token that the key is for: `--token NAME`, or `--algorithm ALG`",
      hint: `The config has ${tokens.map(({ key }) => `\`${key}\``).join(", ")}.`,
    });
  }
  return first[0] ?? DEFAULT;
}

function firstOf({ algorithms }: TokenConfig): Algorithm {
  return algorithms[0] ?? DEFAULT;
}

function unknownToken(token: string, tokens: readonly TokenConfig[]): UsageError {
  const keys = tokens.map(({ key }) => key);
  const nearest = suggest(token, keys);
  return new UsageError("invalid_option", `The config has no token ${quoteText(token)}.`, {
    expected: `one of ${keys.map((key) => `\`${key}\``).join(", ")}`,
    hint: nearest === null ? undefined : `Did you mean \`${nearest}\`?`,
  });
}
