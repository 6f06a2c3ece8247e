import type { Location } from "../errors.js";
import type { JsonObject, JsonValue } from "../schema/json-schema.js";
import { getOwn, isArray, isObject } from "../schema/own-property.js";
import { cleanPaste } from "../text/clean-paste.js";
import type { TextFile } from "../text/parse-json.js";
import { pointerOf } from "../text/pointer.js";
import { quoteText } from "../text/quote-text.js";
import { type JsonPlace, scanJson } from "../text/scan-json.js";
import { createSource } from "../text/source.js";
import { decodeSample, looksWhole } from "./decode-sample.js";
import type { Sample } from "./sample.js";
import { sampleError } from "./sample-error.js";

/** Levels that claims may nest: what the generated verifiers read, too. */
const MAX_DEPTH = 128;

/**
 * The samples in a text: a token, the claims of one as a JSON object, an object of `header` and `payload`, an array of
 * these, or one of them on each line.
 *
 * @param source - what the text is called in errors, and its content
 * @throws {UsageError} `invalid_sample` at the first that is none of these, with file, line and column
 */
export function readSamples(source: TextFile): readonly Sample[] {
  const text = decodeText(source);
  const lines = linesOf(text);
  if (lines.length === 0) return [];
  if (!areSamples(lines)) return readText(text, { file: source.file, text, offset: 0 });
  return lines.flatMap(({ line, offset }) => readText(line, { file: source.file, text, offset }));
}

/** A part of a file that is read by itself. */
interface Part {
  readonly file: string;
  /** All of the file. */
  readonly text: string;
  /** Where the part begins. */
  readonly offset: number;
}

interface Line {
  readonly line: string;
  readonly offset: number;
}

function decodeText({ file, text }: TextFile): string {
  if (typeof text === "string") return text.replace(/^\ufeff/u, "");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(text);
  } catch (cause) {
    throw sampleError("The input is not UTF-8 text.", { at: { file }, hint: "Save it as UTF-8.", cause });
  }
}

/** The lines that hold anything. */
function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let offset = 0;
  for (const line of text.split(/(?<=\n)|(?<=\r)(?!\n)/u)) {
    if (line.trim() !== "") lines.push({ line, offset });
    offset += line.length;
  }
  return lines;
}

/** Says whether each line is a sample, as far as the first one tells; else the lines are one text. */
function areSamples([first, ...others]: readonly Line[]): boolean {
  if (first === undefined || others.length === 0) return false;
  const line = first.line.trim();
  return (line.startsWith("{") && line.endsWith("}")) || looksWhole(cleanPaste(line).text);
}

function readText(text: string, part: Part): readonly Sample[] {
  const start = text.search(/\S/u);
  if (/[{[]/u.test(text.charAt(start))) return readJson(text, part);
  const at = () => placeIn(part, start);
  return [bounded(decodeSample(cleanPaste(text).text, at), at)];
}

function readJson(text: string, part: Part): readonly Sample[] {
  const fault = scanJson(text);
  if (fault !== null) {
    const at = placeIn(part, fault.offset);
    switch (fault.kind) {
      case "duplicate":
        throw sampleError(`${quoteText(fault.name)} stands twice in this object.`, { at, expected: "each name once" });
      case "depth":
        throw tooDeep(at);
      case "syntax":
        // The scanner quotes what it found, which may be a part of a value.
        throw sampleError("This is not valid JSON.", { at, expected: fault.expected, hint: fault.hint });
    }
  }
  // The scan has found the text to be strict JSON.
  const value = JSON.parse(text) as JsonValue;
  const at = (...path: readonly number[]): Location => {
    const places = new Map<string, JsonPlace>();
    scanJson(text, places);
    const pointer = pointerOf(...path);
    return { ...placeIn(part, places.get(pointer)?.value ?? 0), ...(pointer === "" ? {} : { pointer }) };
  };
  if (!isArray(value)) return [readValue(value, () => at())];
  return value.map((item, index) => readValue(item, () => at(index)));
}

function readValue(value: JsonValue, at: () => Location): Sample {
  if (typeof value === "string") return bounded(decodeSample(cleanPaste(value).text, at), at);
  if (!isObject(value)) throw sampleError("This is no object of claims.", { at: at() });
  return bounded(unwrap(value, at), at);
}

function bounded(sample: Sample, at: () => Location): Sample {
  if (isDeeper(sample.claims, MAX_DEPTH)) throw tooDeep(at());
  return sample;
}

const HEADERS: readonly string[] = ["header", "protectedHeader"];
const PAYLOADS: readonly string[] = ["payload", "claims"];
const WRAPPERS: ReadonlySet<string> = new Set([...HEADERS, ...PAYLOADS, "signature", "token", "key"]);

/** Claims as they are, or in the wrapping in which decoders give them. */
function unwrap(value: JsonObject, at: () => Location): Sample {
  const names = Object.keys(value);
  if (typeof getOwn(value, "ciphertext") === "string") {
    throw sampleError("The token is encrypted, so its claims cannot be read.", { at: at() });
  }
  if (typeof getOwn(value, "payload") === "string" && names.some((name) => name.startsWith("signature"))) {
    throw sampleError("This is a token in JSON serialization.", {
      at: at(),
      hint: "Give the compact form, or the decoded payload.",
    });
  }
  const claims = PAYLOADS.map((name) => getOwn(value, name)).find(isObject);
  if (claims === undefined || !names.every((name) => WRAPPERS.has(name))) return { header: null, claims: value };
  return { header: HEADERS.map((name) => getOwn(value, name)).find(isObject) ?? null, claims };
}

function isDeeper(value: JsonValue, levels: number): boolean {
  if (value === null || typeof value !== "object") return false;
  return levels === 0 || Object.values(value).some((member: JsonValue) => isDeeper(member, levels - 1));
}

function tooDeep(at: Location): Error {
  return sampleError("The claims are nested too deeply.", { at, expected: `at most ${MAX_DEPTH} levels` });
}

function placeIn({ file, text, offset }: Part, inPart: number): Location {
  return { file, ...createSource(file, text).positionAt(offset + Math.max(0, inPart)) };
}
