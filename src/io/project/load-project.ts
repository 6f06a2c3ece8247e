import path from "node:path";
import type { Config } from "../../config/config.js";
import { parseConfig } from "../../config/parse-config.js";
import type { BuildOptions } from "../../model/build-claims.js";
import { buildProject } from "../../model/build-project.js";
import type { Project } from "../../model/model.js";
import { bundleSchema } from "../../schema/bundle/bundle.js";
import { createVocabulary, type Vocabulary } from "../../schema/read/vocabulary.js";
import { digestOf, type FileDigest } from "../files/file-digest.js";
import { readInputFile } from "../files/read-file.js";
import { readRuntime } from "./runtime-sources.js";
import { createSchemaReader } from "./schema-reader.js";

/** A project with what the disk says of it. */
export interface LoadedProject {
  readonly project: Project;
  readonly config: Config;
  /** The claims of the IANA registry, as shipped. */
  readonly vocabulary: Vocabulary;
  /** Absolute path of the config's folder, to which all names in the config are relative. */
  readonly folder: string;
  /** Absolute path of the output folder. */
  readonly output: string;
  /** Every file that was read, relative to the config's folder, the config itself first. */
  readonly inputs: readonly FileDigest[];
}

/**
 * The project of a config file, with all that the file refers to.
 *
 * @param configPath - absolute path of the config file
 * @throws {ConfigError | SchemaError | FileSystemError} for the first thing that is wrong, with its place
 */
export function loadProject(configPath: string, options: BuildOptions = {}): LoadedProject {
  const folder = path.dirname(configPath);
  const name = path.basename(configPath);
  const bytes = readInputFile(configPath);
  const config = parseConfig({ file: name, text: bytes });
  const reader = createSchemaReader(folder);
  const bundles = new Map(
    config.tokens.map((token) => {
      const from = config.locate(`/tokens/${token.key}/schema`);
      return [token.key, bundleSchema({ file: token.schemaFile, pointer: token.schemaPointer }, reader, from)];
    }),
  );
  const vocabulary = createVocabulary(reader.vocabulary().value);
  return {
    project: buildProject(config, bundles, vocabulary, readRuntime(config.emit), options),
    config,
    vocabulary,
    folder,
    output: path.join(folder, config.output),
    inputs: [{ file: name, sha256: digestOf(bytes) }, ...reader.reads()],
  };
}
