import { createScanner } from "jsonc-parser";

import { quoteText } from "./quote-text.js";
import { MAX_DEPTH, type SyntaxFault } from "./syntax-fault.js";

/** Where a value stands, and the name that it has there. Offsets into the text. */
export interface JsonPlace {
  readonly value: number;
  /** Offset of the member's name; null at the root and in arrays. */
  readonly key: number | null;
}

/**
 * The first fault of a JSON text (RFC 8259), null where there is none. Strict: comments and trailing commas are
 * faults, and so are a name that stands twice in one object, a number that no double can hold, and
 * more than {@link MAX_DEPTH} levels. Iterative, so that no text overflows the stack.
 *
 * @param places - filled, where given, with the place of every value by its JSON pointer
 */
export function scanJson(text: string, places?: Map<string, JsonPlace>): SyntaxFault | null {
  return new JsonScan(text, places ?? null).run();
}

// The scanner's `SyntaxKind` and `ScanError` are ambient const enums, which isolated modules cannot name.
const TOKEN = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  colon: 6,
  nullKeyword: 7,
  trueKeyword: 8,
  falseKeyword: 9,
  string: 10,
  number: 11,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  whitespace: 15,
  end: 17,
} as const;

const STRING_FAULTS: ReadonlyMap<number, readonly [message: string, expected: string]> = new Map([
  [2, ["The string does not end on its line.", '"\\"" at the end of the string']],
  [4, ["The escape `\\u` is not followed by four hexadecimal digits.", "an escape such as \\u00e9"]],
  [5, ["The string holds an unknown escape.", 'one of \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX']],
  [6, ["The string holds a control character.", "an escape such as \\t or \\u0001"]],
]);

interface Container {
  readonly kind: "object" | "array";
  /** "" where no places are asked for. */
  readonly pointer: string;
  /** Names seen so far, with their offsets. */
  readonly names: Map<string, number>;
  /** Values seen so far. */
  count: number;
}

class JsonScan {
  readonly #text: string;
  readonly #places: Map<string, JsonPlace> | null;
  readonly #scanner: ReturnType<typeof createScanner>;
  readonly #containers: Container[] = [];
  #token: number = TOKEN.end;
  #offset = 0;

  constructor(text: string, places: Map<string, JsonPlace> | null) {
    this.#text = text;
    this.#places = places;
    this.#scanner = createScanner(text, false);
  }

  run(): SyntaxFault | null {
    let fault = this.#advance() ?? this.#value("", null);
    while (fault === null && this.#containers.length > 0) fault = this.#step();
    if (fault !== null) return fault;
    return this.#is(TOKEN.end) ? null : this.#unexpected("the end of the file");
  }

  /** Reads one member or element of the innermost container, or its end. */
  #step(): SyntaxFault | null {
    const container = this.#containers.at(-1);
    if (container === undefined) return null;
    const { kind, count } = container;
    const close = kind === "object" ? TOKEN.closeBrace : TOKEN.closeBracket;
    const closer = kind === "object" ? '"}"' : '"]"';
    if (this.#is(close)) {
      this.#containers.pop();
      return this.#advance();
    }
    if (count > 0) {
      if (!this.#is(TOKEN.comma)) return this.#unexpected(`"," or ${closer}`);
      const comma = this.#offset;
      const fault = this.#advance();
      if (fault !== null) return fault;
      if (this.#is(close)) {
        return {
          kind: "syntax",
          offset: comma,
          message: "A comma stands after the last entry.",
          expected: closer,
          hint: "Remove the comma: JSON has no trailing commas.",
        };
      }
    }
    container.count += 1;
    return kind === "object" ? this.#member(container) : this.#value(this.#pointer(container, String(count)), null);
  }

  #member(container: Container): SyntaxFault | null {
    if (!this.#is(TOKEN.string)) {
      return this.#unexpected(container.count === 1 ? 'a name in double quotes or "}"' : "a name in double quotes");
    }
    const name = this.#scanner.getTokenValue();
    const key = this.#offset;
    const first = container.names.get(name);
    if (first !== undefined) return { kind: "duplicate", offset: key, firstOffset: first, name };
    container.names.set(name, key);
    const fault = this.#advance();
    if (fault !== null) return fault;
    if (!this.#is(TOKEN.colon)) return this.#unexpected('":"');
    return this.#advance() ?? this.#value(this.#pointer(container, name), key);
  }

  /** Reads a primitive, or the beginning of a container. */
  #value(pointer: string, key: number | null): SyntaxFault | null {
    this.#places?.set(pointer, { value: this.#offset, key });
    switch (this.#token) {
      case TOKEN.openBrace:
      case TOKEN.openBracket: {
        if (this.#containers.length >= MAX_DEPTH) return { kind: "depth", offset: this.#offset };
        const kind = this.#token === TOKEN.openBrace ? "object" : "array";
        this.#containers.push({ kind, pointer, names: new Map(), count: 0 });
        return this.#advance();
      }
      case TOKEN.number:
        if (!Number.isFinite(Number(this.#scanner.getTokenValue()))) {
          return {
            kind: "syntax",
            offset: this.#offset,
            message: "The number is too large.",
            expected: "a number within ±1.8e308",
            hint: undefined,
          };
        }
        return this.#advance();
      case TOKEN.string:
      case TOKEN.nullKeyword:
      case TOKEN.trueKeyword:
      case TOKEN.falseKeyword:
        return this.#advance();
      default:
        return this.#unexpected("a JSON value");
    }
  }

  /** Moves to the next token that means something. */
  #advance(): SyntaxFault | null {
    do {
      this.#token = this.#scanner.scan();
    } while (this.#token === TOKEN.whitespace || this.#token === TOKEN.lineBreak);
    this.#offset = this.#scanner.getTokenOffset();
    const offset = this.#offset;
    if (this.#token === TOKEN.lineComment || this.#token === TOKEN.blockComment) {
      return {
        kind: "syntax",
        offset,
        message: "JSON has no comments.",
        expected: "a JSON value or punctuation",
        hint: 'Remove the comment, or move its text into a "$comment" or "description" of a schema.',
      };
    }
    const error: number = this.#scanner.getTokenError();
    if (error === 0) return null;
    const [message, expected] = STRING_FAULTS.get(error) ?? ["The number is incomplete.", "a digit"];
    return { kind: "syntax", offset, message, expected, hint: undefined };
  }

  #is(token: number): boolean {
    return this.#token === token;
  }

  #unexpected(expected: string): SyntaxFault {
    if (this.#token === TOKEN.end) {
      return {
        kind: "syntax",
        offset: this.#text.length,
        message: "The file ends too early.",
        expected,
        hint: undefined,
      };
    }
    const length = Math.min(this.#scanner.getTokenLength(), 40);
    // A token is cut between code points, never inside a surrogate pair.
    const found = this.#text.slice(this.#offset, this.#offset + Math.max(length, 1)).replace(/[\ud800-\udbff]$/u, "");
    return {
      kind: "syntax",
      offset: this.#offset,
      message: `Unexpected ${quoteText(found)}.`,
      expected,
      hint: found.startsWith("'") ? "JSON strings and names stand in double quotes." : undefined,
    };
  }

  #pointer(container: Container, segment: string): string {
    if (this.#places === null) return "";
    return `${container.pointer}/${segment.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  }
}
