import path from "node:path";
import type { Config } from "../../config/config.js";
import { parseConfig } from "../../config/parse-config.js";
import { readInputFile } from "../files/read-file.js";

/**
 * Returns what a config file says, without the schemas that it names.
 *
 * @param configPath - absolute path of the config file
 * @throws {ConfigError | FileSystemError} for the first thing that is wrong, with its place
 */
export function readConfig(configPath: string): Config {
  return parseConfig({ file: path.basename(configPath), text: readInputFile(configPath) });
}
