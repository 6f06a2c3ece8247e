import fs from "node:fs";
import path from "node:path";
import { FileSystemError, type Location, SchemaError } from "../../errors.js";
import type { SchemaReader } from "../../schema/read/schema-reader.js";
import { type ParsedText, parseText } from "../../text/parse-json.js";
import { suggest } from "../../text/suggest.js";
import { digestOf, type FileDigest } from "../files/file-digest.js";
import { compareCodeUnits, isInside } from "../files/paths.js";
import { readInputFile } from "../files/read-file.js";
import { isAbsence, toFileSystemError } from "../files/system-error.js";
import { findWorkTree } from "../files/work-tree.js";
import { PACKAGE_ROOT } from "../package-root.js";

const VOCABULARY_FILE = path.join(PACKAGE_ROOT, "schemas", "iana-jwt.schema.json");
const VOCABULARY_NAME = "claimsmith:iana-jwt";

/** A reader of schema files that also knows what it has read. */
export interface DiskSchemaReader extends SchemaReader {
  /** Returns what was read, by the names it was asked for, sorted; the shipped vocabulary is not among it. */
  reads(): FileDigest[];
}

/**
 * Returns a reader of schema files for the bundler. It reads each file once, and only files of the git
 * work tree that holds the config (without one: of the config's folder), links resolved; besides these
 * the vocabulary that this package ships, by whatever path.
 *
 * `read` throws `schema_not_found`, `schema_outside`, `cannot_read` and what `parseText` throws; the first
 * three name the place of the reference.
 *
 * @param configFolder - absolute; the names of files are relative to it
 */
export function createSchemaReader(configFolder: string): DiskSchemaReader {
  const folder = resolveLinks(configFolder);
  const workTree = findWorkTree(folder);
  const cache = new Map<string, ParsedText>();
  const digests = new Map<string, string>();

  function readFile(file: string, from: Location): ParsedText {
    const real = resolveSchemaFile(file, from, folder, workTree);
    if (real === vocabularyFile()) return readVocabulary();
    const bytes = readSchemaBytes(real, file, from);
    const parsed = parseText({ file, text: bytes }, "schema");
    digests.set(file, digestOf(bytes));
    return parsed;
  }

  return {
    read(file, from) {
      const known = cache.get(file);
      if (known !== undefined) return known;
      const parsed = readFile(file, from);
      cache.set(file, parsed);
      return parsed;
    },
    vocabulary: readVocabulary,
    reads: () =>
      [...digests]
        .map(([file, sha256]) => ({ file, sha256 }))
        .sort((first, second) => compareCodeUnits(first.file, second.file)),
  };
}

/** Kept, since what is installed does not change during a run: several configs and a watch read it once. */
let vocabulary: ParsedText | undefined;

function readVocabulary(): ParsedText {
  vocabulary ??= parseShipped(VOCABULARY_NAME, Buffer.from(readInputFile(VOCABULARY_FILE)).toString("utf8"));
  return vocabulary;
}

/** A JSON text of our own, which needs no check for duplicate names; its places are worked out when one is asked for. */
function parseShipped(file: string, text: string): ParsedText {
  let places: ParsedText | undefined;
  return {
    value: JSON.parse(text),
    locate(pointer, options) {
      places ??= parseText({ file, text }, "schema");
      return places.locate(pointer, options);
    },
  };
}

/** The vocabulary's file with its links resolved: a package manager may have linked the whole package. */
function vocabularyFile(): string | null {
  try {
    return fs.realpathSync(VOCABULARY_FILE);
  } catch {
    return null;
  }
}

function resolveLinks(folder: string): string {
  try {
    return fs.realpathSync(folder);
  } catch (error) {
    throw toFileSystemError(error, "cannot_read", folder);
  }
}

/** Returns the file's real path, once it is known to be one that may be read. */
function resolveSchemaFile(file: string, from: Location, folder: string, workTree: string): string {
  const named = path.resolve(folder, file);
  const real = realPathOrNull(named, file, from, workTree);
  // The path by name is looked at first where nothing is there, so that the answer tells nothing of the disk outside.
  if (!isInside(workTree, real ?? named) && (real === null || real !== vocabularyFile()))
    throw outside(file, from, real, folder, workTree);
  if (real === null) throw notFound(file, named, from);
  return real;
}

function realPathOrNull(named: string, file: string, from: Location, workTree: string): string | null {
  if (file.includes("\0")) return null;
  try {
    return fs.realpathSync(named);
  } catch (error) {
    if (isAbsence(error) || !isInside(workTree, named)) return null;
    throw atReference(toFileSystemError(error, "cannot_read", named), from);
  }
}

function outside(file: string, from: Location, real: string | null, folder: string, workTree: string): SchemaError {
  const isLink = real !== null && isInside(workTree, path.resolve(folder, file));
  const fence = workTree === folder ? "the config's folder" : "the git work tree that holds the config";
  return new SchemaError(
    "schema_outside",
    `${JSON.stringify(file)} ${isLink ? "is a link that leaves" : "is outside"} ${fence}.`,
    {
      at: from,
      expected: `a file inside ${fence}`,
      hint: "Copy the file into the repository and refer to the copy.",
    },
  );
}

function notFound(file: string, named: string, from: Location): SchemaError {
  const nearest = file.includes("\0") ? null : suggest(path.basename(named), namesBeside(named));
  const inFolder = path.posix.dirname(file);
  return new SchemaError("schema_not_found", `The schema file ${JSON.stringify(file)} does not exist.`, {
    at: from,
    expected: "the path of a schema file, relative to the file that names it",
    hint:
      nearest === null
        ? "Check the path."
        : `Did you mean ${JSON.stringify(inFolder === "." ? nearest : `${inFolder}/${nearest}`)}?`,
  });
}

function namesBeside(file: string): string[] {
  try {
    return fs.readdirSync(path.dirname(file)).sort(compareCodeUnits);
  } catch {
    // A hint is a courtesy: without a folder to look into there is none.
    return [];
  }
}

function readSchemaBytes(real: string, file: string, from: Location): Uint8Array {
  try {
    return readInputFile(real);
  } catch (error) {
    // Deleted since its path was resolved.
    if (error instanceof FileSystemError && isAbsence(error.cause)) throw notFound(file, real, from);
    throw atReference(error, from);
  }
}

/** Moves an error to the place of the reference: that is what the user can change. */
function atReference(error: unknown, from: Location): unknown {
  if (!(error instanceof FileSystemError)) return error;
  return new FileSystemError(error.code, error.message, {
    at: from,
    expected: error.expected,
    hint: error.hint,
    cause: error.cause,
  });
}
