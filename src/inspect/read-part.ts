import { decodeBase64url, isBase64url } from "../runtime/text/base64url.js";
import { MAX_DEPTH } from "../runtime/text/json-members.js";
import { decodeUtf8 } from "../runtime/text/utf8.js";
import { readObject } from "../runtime/token/decode.js";
import { quoteText } from "../text/quote-text.js";
import { scanJson } from "../text/scan-json.js";

/** A part of a token that should hold a JSON object. */
export interface ReadPart {
  /** Null where it cannot be read even with good will. */
  readonly value: Readonly<Record<string, unknown>> | null;
  /** What is wrong with it, a sentence each; none where verify reads it too. */
  readonly faults: readonly string[];
}

/** Reads the header or the payload of a token as verify does, and where that fails, says why and reads what it can. */
export function readPart(encoded: string, part: "header" | "payload"): ReadPart {
  const bytes = decodeBase64url(encoded);
  if (bytes !== null && bytes.length > 0) {
    try {
      return { value: readObject(decodeUtf8(bytes), part), faults: [] };
    } catch {
      return readBytes(bytes, part);
    }
  }
  const faults = encodingFaults(encoded, part);
  const lenient = decodeLeniently(encoded);
  if (lenient === null || lenient.length === 0) return { value: null, faults };
  const { value, faults: further } = readBytes(lenient, part);
  return { value, faults: [...faults, ...further] };
}

/** What keeps a part from being the one base64url form of some bytes (RFC 7515 section 2), a sentence each. */
export function encodingFaults(encoded: string, part: "header" | "payload" | "signature"): string[] {
  if (isBase64url(encoded)) return encoded === "" && part !== "signature" ? [`The ${part} is empty.`] : [];
  const faults: string[] = [];
  if (/\s/.test(encoded)) faults.push(`The ${part} has whitespace in it.`);
  if (/[=]/.test(encoded))
    faults.push(`The ${part} is padded with "=", which a token leaves out (RFC 7515 section 2).`);
  if (/[+/]/.test(encoded)) {
    faults.push(`The ${part} is in standard base64; a token is in base64url, with "-" and "_" for "+" and "/".`);
  }
  const [foreign] = /[^\w\s=+/-]/u.exec(encoded) ?? [];
  if (foreign !== undefined) faults.push(`The ${part} has ${quoteText(foreign)} in it, which is not of base64url.`);
  const digits = encoded.replace(/[^\w+/-]/g, "");
  if (digits.length % 4 === 1) {
    faults.push(`The ${part} is a character too long or too short: it was cut or changed.`);
  } else if (faults.length === 0) {
    faults.push(`The last character of the ${part} has stray bits: it was cut or changed.`);
  }
  return faults;
}

/** The bytes of a text in base64 or base64url, whatever else is in it; null where there are none. */
function decodeLeniently(encoded: string): Uint8Array | null {
  const digits = encoded
    .replace(/[^\w+/-]/g, "")
    .replaceAll("-", "+")
    .replaceAll("_", "/");
  const whole = digits.length % 4 === 1 ? digits.slice(0, -1) : digits;
  return whole === "" ? null : Uint8Array.from(atob(whole), (character) => character.charCodeAt(0));
}

function readBytes(bytes: Uint8Array, part: "header" | "payload"): ReadPart {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { value: null, faults: [`The ${part} is not text in UTF-8.`] };
  }
  const hasMark = text.startsWith("\ufeff");
  const { value, fault } = readJson(hasMark ? text.slice(1) : text, part);
  const mark = hasMark ? [`The ${part} begins with a byte order mark.`] : [];
  return { value, faults: fault === null ? mark : [...mark, fault] };
}

/** An object that only its form keeps from being read, and what is wrong with that; no fault where there is none. */
export function readJson(
  text: string,
  part: "header" | "payload" | "text",
): { readonly value: ReadPart["value"]; readonly fault: string | null } {
  const fault = scanJson(text);
  if (fault?.kind === "depth") return { value: null, fault: tooDeep(part) };
  if (fault?.kind === "syntax") return { value: null, fault: syntaxFault(text, fault.offset, part) };
  const twice =
    fault === null
      ? null
      : `The ${part} has the member ${quoteText(fault.name)} twice; readers differ on which counts.`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The scan stopped at the second of two names, and something else is wrong behind it.
    return { value: null, fault: twice };
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return { value: null, fault: `The ${part} is JSON, but not an object.` };
  }
  if (!isShallow(value, MAX_DEPTH)) return { value: null, fault: tooDeep(part) };
  // A JSON object holds its members as own string keys.
  return { value: value as Record<string, unknown>, fault: twice };
}

function tooDeep(part: string): string {
  return `The ${part} is nested deeper than ${MAX_DEPTH} levels.`;
}

function syntaxFault(text: string, offset: number, part: string): string {
  if (!/^\s*[{[]/.test(text)) return `The ${part} is not JSON.`;
  // A string that no quote closes is found where it begins.
  const isOpenString = text[offset] === '"' && !/(?<!\\)"/.test(text.slice(offset + 1));
  if (isOpenString || offset >= text.trimEnd().length)
    return `The ${part} is JSON that ends too early: it was cut off.`;
  return `The ${part} is not JSON: there is a fault at character ${offset + 1} of ${text.length}.`;
}

function isShallow(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return true;
  return depth > 0 && Object.values(value).every((member) => isShallow(member, depth - 1));
}
