import type { Location } from "../../errors.js";
import type { JsonValue } from "../json-schema.js";

/** A text that was parsed: its value, and where in the text each part of it stands. */
export interface SourceDocument {
  readonly value: JsonValue;
  /** The place of a member, or of its name with `{ key: true }`. */
  locate(pointer: string, options?: { readonly key?: boolean }): Location;
}

/** What the bundler reads schemas through, so that it needs no disk. May cache. */
export interface SchemaReader {
  /**
   * The parsed content of a file.
   *
   * @param file - relative to the config, `/` as separator, normalized; may begin with `../`
   * @param from - the place that names the file, for the error
   * @throws {SchemaError} `schema_not_found`, `schema_outside`, and what reading and parsing give
   */
  read(file: string, from: Location): SourceDocument;
  /** The shipped vocabulary, `claimsmith:iana-jwt`. */
  vocabulary(): SourceDocument;
}
