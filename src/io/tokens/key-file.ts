import path from "node:path";
import type { JSONWebKeySet, JWK } from "jose";
import { UsageError } from "../../errors.js";
import { isObject } from "../../schema/own-property.js";
import { showPath } from "../files/paths.js";
import { readInputFile } from "../files/read-file.js";

/** A key as a file holds it: JWK, JWK Set, PEM, or the bytes of a secret. Not checked yet. */
export type FileKey = JWK | JSONWebKeySet | string | Uint8Array;

/**
 * Reads a key file. JSON is a JWK or a JWK Set, text with a PEM header is PEM, and anything else is a secret, to which
 * one line break at its end does not belong.
 *
 * @param file - relative to `cwd`
 * @throws {FileSystemError} `cannot_read`
 * @throws {UsageError} `invalid_option` for a file that is empty
 */
export function readKeyFile(file: string, cwd: string): FileKey {
  const target = path.resolve(cwd, file);
  const bytes = readInputFile(target);
  const text = new TextDecoder().decode(bytes).trim();
  if (text === "") throw noKey(target, "is empty", "a JWK, a JWK Set, a PEM file or a secret");
  if (text.startsWith("{")) {
    const value = parseJson(text);
    // What its members hold is checked by the runtime before the key is used.
    if (isObject(value)) return value as JWK;
  }
  return text.startsWith("-----BEGIN ") ? text : withoutLineBreak(bytes);
}

/**
 * Reads a file that holds a JWK Set (RFC 7517 section 5).
 *
 * @param file - relative to `cwd`
 * @throws {FileSystemError} `cannot_read`
 * @throws {UsageError} `invalid_option` for a file without one
 */
export function readJwksFile(file: string, cwd: string): JSONWebKeySet {
  const target = path.resolve(cwd, file);
  const value = parseJson(new TextDecoder().decode(readInputFile(target)));
  if (isObject(value) && Array.isArray(Object.hasOwn(value, "keys") ? value["keys"] : null)) {
    // What the list holds is checked by the runtime, key by key.
    return value as unknown as JSONWebKeySet;
  }
  throw noKey(target, "holds no key set", 'a JWK Set: JSON with a list "keys"');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function noKey(file: string, problem: string, expected: string): UsageError {
  return new UsageError("invalid_option", `The file ${showPath(file)} ${problem}.`, {
    at: { file: showPath(file) },
    expected,
    hint: "`--key FILE` takes one key or a secret, and `--jwks FILE|URL` a key set.",
  });
}

function withoutLineBreak(bytes: Uint8Array): Uint8Array {
  const last = bytes.at(-1) === 0x0a ? bytes.length - 1 : bytes.length;
  return bytes.slice(0, last > 0 && last < bytes.length && bytes[last - 1] === 0x0d ? last - 1 : last);
}
