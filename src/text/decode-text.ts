import { createSource, type Position } from "./source.js";
import { type TextKind, textError } from "./text-error.js";

const HINT = "Save the file as UTF-8.";

/**
 * The text of a file, without its byte order mark.
 *
 * @throws {ConfigError | SchemaError} `invalid_encoding` for anything but UTF-8 text: UTF-16 or UTF-32 with or without
 * a byte order mark, other bytes that are no UTF-8, and NUL, which no text holds
 */
export function decodeText(file: string, content: string | Uint8Array, kind: TextKind): string {
  const text = typeof content === "string" ? content : decodeBytes(file, content, kind);
  const nul = text.indexOf("\0");
  if (nul !== -1) {
    throw textError(kind, "invalid_encoding", "The file holds a NUL character, so it is not a text file.", {
      at: { file, ...createSource(file, text).positionAt(nul) },
      expected: "UTF-8 text",
      hint: HINT,
    });
  }
  return text.startsWith("\ufeff") ? text.slice(1) : text;
}

function decodeBytes(file: string, bytes: Uint8Array, kind: TextKind): string {
  const utf16 = looksLikeUtf16(bytes);
  if (utf16 !== null) {
    throw textError(kind, "invalid_encoding", `The file is encoded as ${utf16}.`, {
      at: { file, line: 1, column: 1 },
      expected: "UTF-8 text",
      hint: HINT,
    });
  }
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw textError(kind, "invalid_encoding", "The file holds bytes that are not UTF-8.", {
      at: { file, ...firstBadByte(bytes) },
      expected: "UTF-8 text",
      hint: HINT,
      cause,
    });
  }
}

/** The name of the encoding where the byte order mark, or NUL in one half of the first bytes, gives it away; else null. */
function looksLikeUtf16(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return third === 0 && fourth === 0 ? "UTF-32" : "UTF-16";
  if (first === 0xfe && second === 0xff) return "UTF-16";
  if (first === 0 && second === 0 && third === 0xfe && fourth === 0xff) return "UTF-32";
  // JSON and YAML begin with an ASCII character; in UTF-16 every other byte of ASCII is NUL.
  const evenIsNul = first === 0 && second !== undefined && second !== 0;
  const oddIsNul = first !== undefined && first !== 0 && second === 0;
  if (bytes.length % 2 !== 0 || !(evenIsNul || oddIsNul)) return null;
  const [even, odd] = [bytes[2] ?? (evenIsNul ? 0 : 1), bytes[3] ?? (oddIsNul ? 0 : 1)];
  return (evenIsNul ? even === 0 && odd !== 0 : odd === 0 && even !== 0) ? "UTF-16" : null;
}

/** Where the longest prefix that is UTF-8 ends. Found by halving, since the decoder does not say. */
function firstBadByte(bytes: Uint8Array): Position {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8Prefix(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  const prefix = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, good), { stream: true });
  const text = prefix.replace(/^\ufeff/u, "");
  return createSource("", text).positionAt(text.length);
}

/** Says whether bytes are UTF-8, or could become so when more follow. */
function isUtf8Prefix(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
