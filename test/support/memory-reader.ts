import { SchemaError } from "../../src/errors.js";
import type { JsonValue } from "../../src/schema/json-schema.js";
import type { SchemaReader, SourceDocument } from "../../src/schema/read/schema-reader.js";

/** A reader of schemas that are given as values. Places have a file and a pointer, no lines. */
export function memoryReader(files: Readonly<Record<string, JsonValue>>, vocabulary: JsonValue = {}): SchemaReader {
  const documentOf = (file: string, value: JsonValue): SourceDocument => ({
    value,
    locate: (pointer, options) => ({ file, pointer, ...(options?.key ? { column: 1 } : {}) }),
  });
  return {
    read(file, from) {
      if (!Object.hasOwn(files, file)) {
        throw new SchemaError("schema_not_found", `There is no file ${JSON.stringify(file)}.`, { at: from });
      }
      return documentOf(file, files[file] ?? null);
    },
    vocabulary: () => documentOf("claimsmith:iana-jwt", vocabulary),
  };
}
