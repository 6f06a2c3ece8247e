import type { CryptoKey, KeyObject } from "jose";
import { checkCryptoKey, checkKeyObject, isCryptoKey, readSecretKeyObject } from "./crypto-key.js";
import { makeReady } from "./engine-key.js";
import type { KeyAlgorithm } from "./key-algorithm.js";
import { broken, type CheckedKey, type KeyCheck, misfit } from "./key-check.js";
import type { KeyResult, KeyUse } from "./key-forms.js";
import { recallKey, rememberKey } from "./known-keys.js";

/** Checks the bytes of a secret and makes them ready; the same bytes in the same array are checked once. */
export function prepareSecret(secret: Uint8Array, algorithm: KeyAlgorithm, use: KeyUse): KeyResult {
  const known = recallKey(secret, algorithm, use);
  // What is remembered of bytes is a copy of them, made below.
  if (known !== undefined && isSame(secret, known.contents as Uint8Array)) return { key: known.key };
  const checked = checkSecret(secret, algorithm);
  if ("fault" in checked) return checked;
  const key = makeReady(checked.key, algorithm);
  rememberKey(secret, use, checked.key, key);
  return { key };
}

/** Checks the bytes of a secret, where the algorithm takes one. */
export function checkSecret(secret: Uint8Array, algorithm: KeyAlgorithm): KeyCheck {
  const { alg, checkSecret: check } = algorithm;
  return check?.(secret) ?? misfit(`A secret does not fit ${alg}, which takes a key pair.`);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** Checks a key of Web Crypto or Node, which nobody can change, and makes it ready; once for each key. */
export function prepareOpaque(source: CryptoKey | KeyObject, algorithm: KeyAlgorithm, use: KeyUse): KeyResult {
  const known = recallKey(source, algorithm, use);
  if (known !== undefined) return { key: known.key };
  const checked = checkOpaque(source, algorithm, use);
  if ("fault" in checked) return checked;
  const key = makeReady(checked.key, algorithm);
  rememberKey(source, use, null, key);
  return { key };
}

function checkOpaque(key: CryptoKey | KeyObject, algorithm: KeyAlgorithm, use: KeyUse): KeyCheck {
  if (isCryptoKey(key)) return checkCryptoKey(key, algorithm, use);
  const secret = readSecretKeyObject(key);
  return secret === null ? checkKeyObject(key, algorithm, use) : checkSecret(secret, algorithm);
}

/** Checks what the engine has imported, and makes it ready. */
export function prepareImported(key: CheckedKey, algorithm: KeyAlgorithm, use: KeyUse): KeyResult {
  if (key instanceof Uint8Array) return broken("The key cannot be read.");
  const checked = checkOpaque(key, algorithm, use);
  return "fault" in checked ? checked : { key: makeReady(checked.key, algorithm) };
}
