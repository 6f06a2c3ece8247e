import { fullFormats } from "ajv-formats/dist/formats.js";
import { isKnownFormat } from "../schema/compile/prepare-schema.js";
import type { Term } from "./term.js";
import type { TermTable } from "./term-table.js";

type StringFormat = RegExp | ((text: string) => boolean);

/** Formats that every string meets. */
const ALWAYS: ReadonlySet<string> = new Set(["password", "binary"]);

/** What a format is shaped like, for those that no regular expression decides: every text of the format matches. */
const SHAPES: ReadonlyMap<string, string> = new Map([
  ["date", "^\\d{4}-\\d\\d-\\d\\d$"],
  ["time", "^\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([zZ]|[+-]\\d\\d(:?\\d\\d)?)$"],
  ["iso-time", "^\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([zZ]|[+-]\\d\\d(:?\\d\\d)?)?$"],
  ["date-time", "^\\d{4}-\\d\\d-\\d\\d[tT\\s]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([zZ]|[+-]\\d\\d(:?\\d\\d)?)$"],
  ["iso-date-time", "^\\d{4}-\\d\\d-\\d\\d[tT\\s]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([zZ]|[+-]\\d\\d(:?\\d\\d)?)?$"],
  ["uri", "^[a-zA-Z][a-zA-Z0-9+.-]*:"],
  ["hostname", "^[a-zA-Z0-9.-]+$"],
  ["duration", "^P[\\dYMWDTHS]*\\d[YMWDHS]$"],
  ["ipv6", "^[\\da-fA-F:.]*:[\\da-fA-F:.]+$|^[\\da-fA-F:.]+:$"],
  ["url", "^\\S{3,5}:\\/\\/\\S+$"],
]);

/** Formats whose every text is of another format too. */
const WITHIN: ReadonlyMap<string, readonly string[]> = new Map([
  ["time", ["iso-time"]],
  ["date-time", ["iso-date-time"]],
  ["uri", ["uri-reference"]],
]);

const SAMPLES: ReadonlyMap<string, readonly string[]> = new Map([
  ["date", ["2026-01-31", "2024-02-29"]],
  ["time", ["12:30:00Z", "12:30:00.5+01:00"]],
  ["iso-time", ["12:30:00Z", "12:30:00"]],
  ["date-time", ["2026-01-31T12:30:00Z", "2026-01-31T12:30:00.5+01:00"]],
  ["iso-date-time", ["2026-01-31T12:30:00Z", "2026-01-31T12:30:00"]],
  ["duration", ["P1D", "PT15M", "P1Y2M3DT4H5M6S"]],
  ["uri", ["https://example.com/a", "urn:a:b", "mailto:ada@example.com"]],
  ["uri-reference", ["https://example.com/a", "/a", "a", ""]],
  ["uri-template", ["https://example.com/{id}", "a", ""]],
  ["url", ["https://example.com/a"]],
  ["email", ["ada@example.com", "a@b.example"]],
  ["hostname", ["example.com", "a"]],
  ["ipv4", ["192.0.2.1"]],
  ["ipv6", ["2001:db8::1", "::1"]],
  ["regex", ["^a$", "a"]],
  ["uuid", ["7d444840-9dc0-41d1-b245-5ffdce74fad2", "urn:uuid:7d444840-9dc0-41d1-b245-5ffdce74fad2"]],
  ["json-pointer", ["/a/b", ""]],
  ["json-pointer-uri-fragment", ["#/a/b", "#"]],
  ["relative-json-pointer", ["1/a", "0#"]],
  ["byte", ["YWJj", ""]],
]);

/** The term of a `format`, as the validators assert it; those that they do not know hold anything. */
export function formatTerm(format: string, table: TermTable): Term {
  switch (format) {
    case "int32":
      return table.all([table.integer(), table.minimum(-(2 ** 31), false), table.maximum(2 ** 31 - 1, false)]);
    case "int64":
      return table.integer();
    default:
      return readCheck(format) === null ? table.anything : table.format(format);
  }
}

/** Says whether a text is of a format that {@link formatTerm} made a term of. */
export function isOfFormat(format: string, text: string): boolean {
  const check = readCheck(format);
  if (check === null) return true;
  return check instanceof RegExp ? check.test(text) : check(text);
}

/** The regular expression that decides a format; null where code does. */
export function expressionOf(format: string): RegExp | null {
  const check = readCheck(format);
  // In Unicode mode letters beyond ASCII are the same as some of ASCII when case is ignored, which our automata do not know.
  return check instanceof RegExp && !(check.unicode && check.ignoreCase) && !check.multiline ? check : null;
}

/** A pattern that every text of the format matches; null where none is known. */
export function shapeOf(format: string): string | null {
  return SHAPES.get(format) ?? null;
}

/** Says whether every text of one format is known to be of the other. */
export function isWithin(format: string, other: string): boolean {
  return WITHIN.get(format)?.includes(other) ?? false;
}

/** Texts that most formats refuse. */
export const SHAPELESS: readonly string[] = ["a b", "(", "{", "%", "#a", "1"];

/** Texts of a format, the most usual first. */
export function samplesOf(format: string): readonly string[] {
  return SAMPLES.get(format) ?? [];
}

function readCheck(format: string): StringFormat | null {
  if (!isKnownFormat(format) || ALWAYS.has(format)) return null;
  const definition: unknown = Object.entries(fullFormats).find(([name]) => name === format)?.[1];
  const check: unknown =
    typeof definition === "object" && definition !== null && "validate" in definition
      ? definition.validate
      : definition;
  if (typeof definition === "object" && definition !== null && "type" in definition && definition.type === "number") {
    return null;
  }
  // By the types of ajv-formats what is left is an expression or a function of a text.
  return check instanceof RegExp || typeof check === "function" ? (check as StringFormat) : null;
}
