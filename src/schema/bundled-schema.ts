import type { Location } from "../errors.js";
import type { Schema } from "./json-schema.js";

/** Where a definition of a bundle came from. */
export interface DefinitionOrigin {
  /** The file, as the user named it (relative to the config, `/` as separator), or `claimsmith:iana-jwt`. */
  readonly file: string;
  /** JSON pointer of the definition in that file. */
  readonly pointer: string;
}

/** One claim set's schema with everything that it refers to, in a single self-contained schema. */
export interface BundledSchema {
  /**
   * The root. Draft 2020-12, `$ref` only as `#/$defs/NAME` (NAME escaped as a JSON pointer segment),
   * `$defs` only here and only what is reachable.
   */
  readonly schema: Schema;
  /** For each name in `$defs`: where it came from. */
  readonly origins: ReadonlyMap<string, DefinitionOrigin>;
  /** The files that were read, as the user named them, sorted; the shipped vocabulary is not among them. */
  readonly files: readonly string[];
  /**
   * The place in its source file of a schema object of this bundle (the same object, by identity), or of
   * one of its members: `locate(schema, "properties", "role")`. Falls back to the nearest known place.
   */
  locate(schema: Schema, ...members: readonly (string | number)[]): Location;
}
