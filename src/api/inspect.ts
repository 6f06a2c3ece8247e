import path from "node:path";
import { ConfigError, UsageError } from "../errors.js";
import { inspectToken } from "../inspect/inspect-token.js";
import type { Inspection } from "../inspect/inspection.js";
import type { GivenKey } from "../inspect/signature-findings.js";
import { findConfig } from "../io/project/find-config.js";
import { loadProject } from "../io/project/load-project.js";
import { fetchJwks, isUrl } from "../io/tokens/jwks.js";
import { readJwksFile, readKeyFile } from "../io/tokens/key-file.js";
import type { Project } from "../model/model.js";
import { quoteText } from "../text/quote-text.js";
import { suggest } from "../text/suggest.js";
import { checkOptions, type OptionForms } from "./check-options.js";

/** What `inspect` looks at, and what it holds it against. */
export interface InspectOptions {
  /** The token, as it was copied: a prefix such as `Bearer`, quotes and line breaks are forgiven. */
  readonly text: string;
  /** The kind that the token is meant to be, by its key in the config; else the token tells. */
  readonly token?: string | undefined;
  /** A file with the key to verify with: JWK, JWK Set, PEM, or a secret. */
  readonly key?: string | undefined;
  /** A file with a JWK Set, or the URL of one: `https`, or `http` on this machine itself. */
  readonly jwks?: string | undefined;
  /** The config file; else claims.config.json in `cwd` or the nearest parent, and without one RFC 7519 alone. */
  readonly config?: string | undefined;
  /** The folder that paths are relative to; the working directory by default. */
  readonly cwd?: string | undefined;
  /** The time to hold the token's times against; a number is seconds since 1970. The clock by default. */
  readonly now?: Date | number | undefined;
}

const OPTIONS: OptionForms<InspectOptions> = {
  text: { needed: "text" },
  token: "text",
  key: "text",
  jwks: "text",
  config: "text",
  cwd: "text",
  now: "other",
};

/**
 * Says everything that is wrong with a token, in the order in which to fix it. Without a key nothing is verified.
 * Fetches nothing but what `jwks` names.
 *
 * @throws {UsageError} `invalid_option`
 * @throws {ConfigError | SchemaError | FileSystemError} for what is wrong with the project or the key file
 */
export async function inspect(options: InspectOptions): Promise<Inspection> {
  checkOptions("inspect", options, OPTIONS);
  const cwd = path.resolve(options.cwd ?? ".");
  const now = readNow(options.now);
  const project = readProject(cwd, options);
  const token = checkToken(options.token, project);
  const key = await readKey(cwd, options);
  return inspectToken(options.text, { project, token, key, now });
}

/** A project that was not asked for may be missing; one that is there and wrong is an error. */
function readProject(cwd: string, { config, token }: InspectOptions): Project | null {
  try {
    return loadProject(findConfig(cwd, config)).project;
  } catch (error) {
    const isMissing = error instanceof ConfigError && error.code === "config_not_found";
    if (isMissing && config === undefined && token === undefined) return null;
    throw error;
  }
}

function checkToken(token: string | undefined, project: Project | null): string | null {
  if (token === undefined) return null;
  const known = project?.tokens.map(({ key }) => key) ?? [];
  if (known.includes(token)) return token;
  const nearest = suggest(token, known);
  throw new UsageError("invalid_option", `The config has no token ${quoteText(token)}.`, {
    expected: `one of ${known.map((name) => quoteText(name)).join(", ")}`,
    hint: nearest === null ? undefined : `Did you mean \`--token ${nearest}\`?`,
  });
}

async function readKey(cwd: string, { key, jwks }: InspectOptions): Promise<GivenKey | null> {
  if (key !== undefined && jwks !== undefined) {
    throw new UsageError("invalid_option", "The options `key` and `jwks` exclude each other.", {
      hint: "Pass the one that holds the key of the issuer.",
    });
  }
  if (key !== undefined) return { key: readKeyFile(key, cwd) };
  if (jwks === undefined) return null;
  if (!isUrl(jwks)) return { key: readJwksFile(jwks, cwd) };
  const fetched = await fetchJwks(jwks);
  return "jwks" in fetched ? { key: fetched.jwks } : fetched;
}

function readNow(now: Date | number | undefined): number {
  const seconds = now instanceof Date ? now.getTime() / 1000 : (now ?? Date.now() / 1000);
  // From the year 5138 on, a number is a time in milliseconds by mistake.
  if (seconds >= 0 && seconds < 1e11) return seconds;
  throw new UsageError("invalid_option", "The option `now` is no time.", {
    expected: "a valid Date, or a number of seconds (not milliseconds) since 1970",
  });
}
