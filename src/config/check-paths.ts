import { posix } from "node:path";

import { ConfigError, type Location } from "../errors.js";
import { tryParsePointer } from "../text/pointer.js";
import { quoteText } from "../text/quote-text.js";

/**
 * The output folder, normalized, relative to the config. Looks at the text only; links are the writer's business.
 *
 * @throws {ConfigError} `output_outside` for every path that is not a folder inside the config's, or is one that belongs to npm or git
 */
export function checkOutput(path: string, at: Location): string {
  const refuse = (message: string, hint = "Name a folder beside the config, or below it.") => {
    const expected = 'a relative path inside the folder of the config, as in "generated"';
    return new ConfigError("output_outside", message, { at, expected, hint });
  };
  if (/\p{Cc}/u.test(path)) throw refuse("The output path holds a control character.");
  if (path.includes("\\"))
    throw refuse("The output path holds a backslash.", "Separate folders with `/`, on every system.");
  if (path.startsWith("/") || /^[A-Za-z]:/u.test(path)) throw refuse(`The output path ${show(path)} is absolute.`);
  if (path.trim() === "") throw refuse("The output path is empty.");
  const normal = posix.normalize(path).replace(/\/+$/u, "");
  if (normal === "." || normal === "") {
    throw refuse("The output is the folder of the config itself.", "Name a folder that holds nothing else.");
  }
  const folders = normal.split("/");
  if (folders[0] === "..") throw refuse(`The output path ${show(path)} leaves the folder of the config.`);
  // Some file systems ignore case, and Windows drops dots and blanks at the end of a name.
  const owned = folders.find((folder) => /^(?:node_modules|\.git)[. ]*$/iu.test(folder));
  if (owned !== undefined) throw refuse(`The output path leads into ${show(owned)}, which is not ours to write.`);
  return normal;
}

/** A schema file, and the part of it that is meant. */
export interface SchemaReference {
  /** Relative to the config, normalized. */
  readonly file: string;
  /** JSON pointer, "" for the whole file. */
  readonly pointer: string;
}

/**
 * A token's `schema`, taken apart at its first `#`. The fragment is percent-decoded (RFC 6901 section 6).
 *
 * @throws {ConfigError} `invalid_value` for network addresses, absolute paths, and fragments that are no JSON pointer
 */
export function checkSchemaReference(text: string, at: Location): SchemaReference {
  const refuse = (message: string, hint = "Name the file by its path from the folder of the config.") => {
    const expected = 'a relative path, as in "schemas/access-token.schema.json", perhaps with "#/json/pointer"';
    return new ConfigError("invalid_value", message, { at, expected, hint });
  };
  if (/^(?:https?:)?\/\//iu.test(text)) {
    throw refuse(
      `The schema ${show(text)} lies on the network, which is never asked.`,
      "Save the file beside the config, and name it by its path.",
    );
  }
  const hash = text.indexOf("#");
  const path = hash === -1 ? text : text.slice(0, hash);
  if (/\p{Cc}/u.test(text)) throw refuse("The path of the schema holds a control character.");
  if (path.includes("\\")) {
    throw refuse("The path of the schema holds a backslash.", "Separate folders with `/`, on every system.");
  }
  if (path.startsWith("/") || /^[A-Za-z][A-Za-z0-9+.-]*:/u.test(path)) {
    throw refuse(`The schema ${show(text)} is no relative path.`);
  }
  if (path.trim() === "" || /(?:^|\/)\.{0,2}$/u.test(path)) throw refuse(`The schema ${show(text)} names no file.`);
  const pointer = hash === -1 ? "" : decodeFragment(text.slice(hash + 1));
  if (pointer === null || tryParsePointer(pointer) === null) {
    throw refuse(
      `The fragment of the schema ${show(text)} is no JSON pointer.`,
      'A pointer begins with "/", as in "#/$defs/accessToken".',
    );
  }
  return { file: posix.normalize(path), pointer };
}

function decodeFragment(fragment: string): string | null {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return null;
  }
}

function show(text: string): string {
  return quoteText(text, 80);
}
