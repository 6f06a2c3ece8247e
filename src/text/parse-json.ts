import type { ConfigError, Location, SchemaError } from "../errors.js";
import type { JsonValue } from "../schema/json-schema.js";
import { decodeText } from "./decode-text.js";
import { parseYaml } from "./parse-yaml.js";
import { quoteText } from "./quote-text.js";
import { type JsonPlace, scanJson } from "./scan-json.js";
import { createSource, type Source } from "./source.js";
import { MAX_DEPTH, type SyntaxFault } from "./syntax-fault.js";
import { type TextKind, textError } from "./text-error.js";

/** A file as it was read: its name for messages, and its bytes or decoded text. */
export interface TextFile {
  readonly file: string;
  readonly text: string | Uint8Array;
}

/** A text's value, and the places of its parts. */
export interface ParsedText {
  /** Objects have own properties only as the text has them; `__proto__` is a name like any other. */
  readonly value: JsonValue;
  /**
   * The place of the value that a JSON pointer names, or of its name with `{ key: true }`.
   * Where there is no such value: the place of the nearest value around it, with that one's pointer.
   */
  locate(pointer: string, options?: { readonly key?: boolean }): Location;
}

/**
 * The value of a file in YAML (`.yaml`, `.yml`) or JSON (every other name), and where each part of it stands.
 *
 * @param kind - decides whether errors are {@link ConfigError}s or {@link SchemaError}s
 * @throws {ConfigError | SchemaError} `invalid_encoding` unless it is UTF-8 text; `invalid_syntax` at the first fault, which
 * includes nesting of more than 500 levels, and in YAML whatever JSON cannot say; `duplicate_key` at
 * the second of two equal names of one object
 */
export function parseText(source: TextFile, kind: TextKind): ParsedText {
  const text = decodeText(source.file, source.text, kind);
  const decoded = createSource(source.file, text);
  if (text.trim() === "") {
    throw textError(kind, "invalid_syntax", "The file is empty.", {
      at: { file: source.file, line: 1, column: 1 },
      expected: kind === "config" ? "a JSON object" : "a JSON Schema",
    });
  }
  const parsed = /\.ya?ml$/iu.test(source.file) ? parseYaml(text) : parseJson(text);
  if ("fault" in parsed) throw faultError(parsed.fault, decoded, kind);
  return {
    value: parsed.value,
    locate(pointer, options) {
      let known = pointer;
      let place = parsed.placeOf(known);
      while (place === undefined && known !== "") {
        known = known.slice(0, Math.max(0, known.lastIndexOf("/")));
        place = parsed.placeOf(known);
      }
      const offset = (options?.key === true ? place?.key : null) ?? place?.value ?? 0;
      return { file: source.file, ...decoded.positionAt(offset), pointer: known };
    },
  };
}

function parseJson(
  text: string,
): { readonly fault: SyntaxFault } | { readonly value: JsonValue; placeOf(pointer: string): JsonPlace | undefined } {
  const fault = scanJson(text);
  if (fault !== null) return { fault };
  // The scan has found the text to be strict JSON, and JSON.parse gives nothing but JSON values.
  const value = JSON.parse(text) as JsonValue;
  let places: Map<string, JsonPlace> | null = null;
  return {
    value,
    placeOf(pointer) {
      if (places === null) {
        places = new Map();
        scanJson(text, places);
      }
      return places.get(pointer);
    },
  };
}

function faultError(fault: SyntaxFault, source: Source, kind: TextKind): ConfigError | SchemaError {
  const at = { file: source.file, ...source.positionAt(fault.offset) };
  switch (fault.kind) {
    case "syntax":
      return textError(kind, "invalid_syntax", fault.message, { at, expected: fault.expected, hint: fault.hint });
    case "depth":
      return textError(kind, "invalid_syntax", "The file is nested too deeply.", {
        at,
        expected: `at most ${MAX_DEPTH} levels`,
      });
    case "duplicate": {
      const first = source.positionAt(fault.firstOffset).line;
      return textError(
        kind,
        "duplicate_key",
        `${quoteText(fault.name)} stands twice in this object; first on line ${first}.`,
        {
          at,
          expected: "each name once",
          hint: "Remove or rename one of the two: readers disagree on which one counts.",
        },
      );
    }
  }
}
