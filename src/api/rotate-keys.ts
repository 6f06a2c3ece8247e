import path from "node:path";
import type { JSONWebKeySet, JWK } from "jose";
import { UsageError } from "../errors.js";
import { showPath } from "../io/files/paths.js";
import { replaceFile } from "../io/files/replace-file.js";
import { quoteText } from "../text/quote-text.js";
import { suggest } from "../text/suggest.js";
import { keyIdOf, readPublicKeys, readPublishedSet } from "./key-set.js";
import { keyText } from "./key-text.js";

/** What a JWK Set file holds after a change of its keys. */
export interface KeySetResult {
  /** Path of the file, as messages show it. */
  readonly file: string;
  /** The `kid` of each key that came or went; empty where the file was left as it was. */
  readonly changed: readonly string[];
  /** The `kid` of each key that the file holds now; null of a key without one. */
  readonly keyIds: readonly (string | null)[];
}

/**
 * The public JWK Set of files with JWKs or JWK Sets, private or public.
 *
 * @throws {UsageError} `invalid_option`
 * @throws {FileSystemError} `cannot_read`
 */
export function publicKeys(files: readonly string[], cwd = "."): JSONWebKeySet {
  return { keys: [...readPublicKeys(files, path.resolve(cwd))] };
}

/**
 * Adds the public keys of files to the JWK Set in a file, which is replaced in one step. A key that the set holds already
 * stays; another key under the same `kid` is refused.
 *
 * @param file - the file with the public set
 * @param from - files with JWKs or JWK Sets, private or public
 * @throws {UsageError} `invalid_option`
 * @throws {FileSystemError} `cannot_read`, `cannot_write`
 */
export function addKeys(file: string, from: readonly string[], cwd = "."): KeySetResult {
  const folder = path.resolve(cwd);
  const keys = [...readPublishedSet(file, folder)];
  const changed: string[] = [];
  for (const key of readPublicKeys(from, folder)) {
    const kid = keyIdOf(key);
    if (kid === null) throw withoutKeyId();
    const same = keys.find((one) => keyIdOf(one) === kid);
    if (same !== undefined) {
      if (!isSameKey(same, key)) throw takenKeyId(kid);
      continue;
    }
    keys.push(key);
    changed.push(kid);
  }
  return writeSet(path.resolve(folder, file), keys, changed);
}

/**
 * Takes a key out of the JWK Set in a file, which is replaced in one step. The last key stays: without it every token is
 * refused.
 *
 * @throws {UsageError} `invalid_option`: no such key, or the last one
 * @throws {FileSystemError} `cannot_read`, `cannot_write`
 */
export function retireKey(file: string, keyId: string, cwd = "."): KeySetResult {
  const folder = path.resolve(cwd);
  const keys = readPublishedSet(file, folder);
  const left = keys.filter((key) => keyIdOf(key) !== keyId);
  if (left.length === keys.length) throw unknownKeyId(file, keyId, keys);
  if (left.length === 0) {
    throw new UsageError("invalid_option", `${quoteText(keyId)} is the last key of ${quoteText(file)}.`, {
      expected: "a set in which another key is left",
      hint: "Add the next key first: `claimsmith keys add JWKS FILE`.",
    });
  }
  return writeSet(path.resolve(folder, file), left, [keyId]);
}

function writeSet(file: string, keys: readonly JWK[], changed: readonly string[]): KeySetResult {
  if (changed.length > 0) replaceFile(file, keyText({ keys }));
  return { file: showPath(file), changed, keyIds: keys.map(keyIdOf) };
}

/** Says whether two public keys are one: the same material. */
function isSameKey(one: JWK, other: JWK): boolean {
  return (["kty", "crv", "x", "y", "n", "e"] as const).every((name) => one[name] === other[name]);
}

function withoutKeyId(): UsageError {
  return new UsageError("invalid_option", 'A key to add has no "kid".', {
    hint: "Keys of one set are told apart by it; `claimsmith keys new` writes one.",
  });
}

function takenKeyId(keyId: string): UsageError {
  return new UsageError("invalid_option", `The set has another key under ${quoteText(keyId)}.`, {
    expected: "a key id of its own for each key",
  });
}

function unknownKeyId(file: string, keyId: string, keys: readonly JWK[]): UsageError {
  const known = keys.flatMap((key) => keyIdOf(key) ?? []);
  const nearest = suggest(keyId, known);
  return new UsageError("invalid_option", `${quoteText(file)} has no key ${quoteText(keyId)}.`, {
    expected: `one of ${known.map((kid) => quoteText(kid)).join(", ")}`,
    hint: nearest === null ? undefined : `Did you mean ${quoteText(nearest)}?`,
  });
}
