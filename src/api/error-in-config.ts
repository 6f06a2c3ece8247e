import path from "node:path";
import { ClaimsmithError, ConfigError, FileSystemError, type Location, SchemaError } from "../errors.js";

/**
 * Returns an error of one config among several with its place relative to the working directory: the error itself names
 * files relative to its config's folder, and several may have a `claims.config.json`.
 *
 * @param config - the config file, relative to the working directory, with `/`
 * @throws anything that is no error of the user's files
 */
export function errorInConfig(error: unknown, config: string): ClaimsmithError {
  if (!(error instanceof ClaimsmithError)) throw error;
  const details = { ...placeOf(error, config), expected: error.expected, hint: error.hint, cause: error.cause };
  if (error instanceof ConfigError) return new ConfigError(error.code, error.message, details);
  if (error instanceof SchemaError) return new SchemaError(error.code, error.message, details);
  if (error instanceof FileSystemError) return new FileSystemError(error.code, error.message, details);
  return error;
}

function placeOf(error: ClaimsmithError, config: string): { readonly at: Location } {
  const { at } = error;
  if (at === undefined) return { at: { file: config } };
  // What the disk refuses is named as the disk knows it, unless the error was moved to where a file names it.
  if (error instanceof FileSystemError && at.line === undefined) return { at };
  return { at: { ...at, file: path.posix.join(path.posix.dirname(config), at.file) } };
}
