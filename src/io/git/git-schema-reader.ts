import path from "node:path";
import { type Location, SchemaError } from "../../errors.js";
import type { SchemaReader, SourceDocument } from "../../schema/read/schema-reader.js";
import { parseText } from "../../text/parse-json.js";
import { createSchemaReader } from "../project/schema-reader.js";
import type { GitRevision } from "./git.js";

/** How schemas name the shipped vocabulary by its file, which no repository holds. */
const VOCABULARY_FILE = /(?:^|\/)node_modules\/claimsmith\/schemas\/iana-jwt\.schema\.json$/;

/**
 * Returns a reader of schema files for the bundler that takes them from a revision. It reads each file once, and only
 * files of the revision; besides these the vocabulary that this package ships.
 *
 * `read` throws `schema_not_found`, `schema_outside`, `cannot_read` and what `parseText` throws.
 *
 * @param folder - the config's folder from the repository's root, "" for the root itself
 */
export function createGitSchemaReader(revision: GitRevision, folder: string): SchemaReader {
  const cache = new Map<string, SourceDocument>();
  const shipped = createSchemaReader(revision.root);

  function readFile(file: string, from: Location): SourceDocument {
    const named = path.posix.join(folder, file);
    if (VOCABULARY_FILE.test(named)) return shipped.vocabulary();
    if (named === ".." || named.startsWith("../")) {
      throw new SchemaError("schema_outside", `${JSON.stringify(file)} is outside the git repository.`, {
        at: from,
        expected: "a file inside the git repository",
        hint: "Copy the file into the repository and refer to the copy.",
      });
    }
    const bytes = revision.read(named);
    if (bytes !== null) return parseText({ file, text: bytes }, "schema");
    throw new SchemaError(
      "schema_not_found",
      `The schema file ${JSON.stringify(file)} does not exist in ${JSON.stringify(revision.name)}.`,
      {
        at: from,
        expected: "the path of a schema file of that revision, relative to the file that names it",
        hint: "Check the path, and that the file was committed.",
      },
    );
  }

  return {
    read(file, from) {
      const known = cache.get(file);
      if (known !== undefined) return known;
      const parsed = readFile(file, from);
      cache.set(file, parsed);
      return parsed;
    },
    vocabulary: () => shipped.vocabulary(),
  };
}
