import fs from "node:fs";
import path from "node:path";
import type { Config } from "../../config/config.js";
import { parseConfig } from "../../config/parse-config.js";
import { ConfigError, SchemaError } from "../../errors.js";
import { buildProject } from "../../model/build-project.js";
import type { Project } from "../../model/model.js";
import { bundleSchema } from "../../schema/bundle/bundle.js";
import { isObject } from "../../schema/own-property.js";
import type { SchemaReader } from "../../schema/read/schema-reader.js";
import { createVocabulary } from "../../schema/read/vocabulary.js";
import { parseText } from "../../text/parse-json.js";
import { quoteText } from "../../text/quote-text.js";
import { showPath } from "../files/paths.js";
import { readInputFile } from "../files/read-file.js";
import { CONFIG_NAME, findConfig } from "../project/find-config.js";
import { createSchemaReader } from "../project/schema-reader.js";
import { openRevision } from "./git.js";
import { createGitSchemaReader } from "./git-schema-reader.js";

/** One side of a comparison. */
export interface DiffSide {
  /** `schema`: a bare schema file, under a policy that both sides share. */
  readonly kind: "project" | "schema";
  readonly project: Project;
  readonly config: Config;
  /** A file's name in the project, as seen from the working directory. */
  showFile(file: string): string;
}

/** Where the user is. */
export interface SideOptions {
  /** Absolute path of the working directory. */
  readonly cwd: string;
  /** What `--config` says. */
  readonly config?: string | undefined;
}

/**
 * Reads one side of a comparison: a schema file, a config file, or else a revision of the git repository that holds the
 * config, from git's objects.
 *
 * @param named - as the user named it; null for the work tree
 * @throws {UsageError} `unknown_revision`
 * @throws {ConfigError | SchemaError | FileSystemError} for what is wrong on this side; the place says which side it is
 */
export function loadSide(named: string | null, options: SideOptions): DiffSide {
  if (named === null) return loadConfigFile(findConfig(options.cwd, options.config));
  const file = path.resolve(options.cwd, named);
  if (named === "" || named.includes("\0") || !isFile(file)) return loadRevision(named, options);
  return isConfigFile(file) ? loadConfigFile(file) : loadSchemaFile(file);
}

function isFile(file: string): boolean {
  try {
    return fs.statSync(file).isFile();
  } catch {
    // What cannot be looked at is no file to us; git gets to say what it makes of the name.
    return false;
  }
}

/** By its usual name, else by its two required keys. */
function isConfigFile(file: string): boolean {
  if (path.basename(file) === CONFIG_NAME) return true;
  const { value } = parseText({ file: showPath(file), text: readInputFile(file) }, "schema");
  return isObject(value) && Object.hasOwn(value, "tokens") && Object.hasOwn(value, "package");
}

function loadConfigFile(file: string): DiffSide {
  const folder = path.dirname(file);
  const showFile = (name: string): string => showPath(path.join(folder, name));
  return namingFiles(showFile, () => {
    const config = parseConfig({ file: path.basename(file), text: readInputFile(file) });
    return { kind: "project", config, project: projectOf(config, createSchemaReader(folder)), showFile };
  });
}

function loadSchemaFile(file: string): DiffSide {
  const folder = path.dirname(file);
  const showFile = (name: string): string => showPath(path.join(folder, name));
  return namingFiles(showFile, () => {
    const config = bareConfig(path.basename(file));
    return { kind: "schema", config, project: projectOf(config, createSchemaReader(folder)), showFile };
  });
}

function loadRevision(name: string, options: SideOptions): DiffSide {
  const working = fs.realpathSync(findWorkingConfig(name, options));
  const revision = openRevision(path.dirname(working), name);
  const file = path.relative(revision.root, working).split(path.sep).join("/");
  const folder = path.posix.dirname(file);
  const inRevision = (one: string): string => `${name}:${path.posix.join(folder, one)}`;
  const bytes = revision.read(file);
  if (bytes === null) {
    throw new ConfigError("config_not_found", `The revision ${quoteText(name)} has no ${quoteText(file)}.`, {
      at: { file: `${name}:${file}` },
      expected: "a revision that has the config under the same path as the work tree",
      hint: "Name a later revision, or compare with a config file.",
    });
  }
  return namingFiles(inRevision, () => {
    const config = parseConfig({ file: path.posix.basename(file), text: bytes });
    const project = projectOf(config, createGitSchemaReader(revision, folder));
    const showFile = (one: string): string => showPath(path.join(revision.root, folder, one));
    return { kind: "project", config, project, showFile };
  });
}

/** The config of the work tree; without one, a name that looks like a file is said to be missing instead. */
function findWorkingConfig(name: string, options: SideOptions): string {
  try {
    return findConfig(options.cwd, options.config);
  } catch (error) {
    if (/\.(?:json|ya?ml)$/i.test(name) && !name.includes("\0")) readInputFile(path.resolve(options.cwd, name));
    throw error;
  }
}

/** Reads a side; the places in its errors are named as seen from outside it. */
function namingFiles(nameOf: (file: string) => string, load: () => DiffSide): DiffSide {
  try {
    return load();
  } catch (error) {
    const isOfProject = error instanceof ConfigError || error instanceof SchemaError;
    // A file system's error names the file as seen from here already; the vocabulary is on no side.
    if (!isOfProject || error.at === undefined || error.at.file.startsWith("claimsmith:")) throw error;
    const details = {
      at: { ...error.at, file: nameOf(error.at.file) },
      expected: error.expected,
      hint: error.hint,
      cause: error.cause,
    };
    throw error instanceof ConfigError
      ? new ConfigError(error.code, error.message, details)
      : new SchemaError(error.code, error.message, details);
  }
}

/** The project of a config, without the runtime's sources, which no comparison reads. */
function projectOf(config: Config, reader: SchemaReader): Project {
  const bundles = new Map(
    config.tokens.map((token) => {
      const from = config.locate(`/tokens/${token.key}/schema`);
      return [token.key, bundleSchema({ file: token.schemaFile, pointer: token.schemaPointer }, reader, from)];
    }),
  );
  return buildProject(config, bundles, createVocabulary(reader.vocabulary().value), new Map());
}

/** A config around a bare schema file: one token with a policy that says nothing of issuer or audience. */
function bareConfig(file: string): Config {
  return {
    file,
    package: { name: "claims", version: "0.0.0" },
    output: "generated",
    emit: "js",
    namespaces: [],
    tokens: [
      {
        key: "token",
        schemaFile: file,
        schemaPointer: "",
        profile: "jwt",
        issuer: null,
        audience: null,
        algorithms: ["ES256"],
        type: null,
        lifetimeSeconds: 900,
        clockToleranceSeconds: 0,
        unknownClaims: "ignore",
        maxTokenBytes: 8192,
        helpers: ["issue", "verify"],
      },
    ],
    lint: {},
    diff: {},
    targets: [],
    locate: () => ({ file }),
  };
}
