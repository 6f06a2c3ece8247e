import type { JWK } from "jose";
import { UsageError } from "../errors.js";
import { readJwksFile, readKeyFile } from "../io/tokens/key-file.js";
import { isObject } from "../schema/own-property.js";
import { quoteText } from "../text/quote-text.js";
import { publicJwk } from "./public-jwk.js";

/**
 * The public keys of files, each a JWK or a JWK Set, private or public.
 *
 * @throws {UsageError} `invalid_option` for a file with anything else, or with a key that has no public half
 * @throws {FileSystemError} `cannot_read`
 */
export function readPublicKeys(files: readonly string[], cwd: string): readonly JWK[] {
  return files.flatMap((file) => {
    const found = readKeyFile(file, cwd);
    const members: unknown = typeof found === "object" && "keys" in found ? found.keys : [found];
    const keys = Array.isArray(members) ? members.map(toPublic) : [];
    const isWhole = keys.every((key) => key !== null);
    if (isWhole && keys.length > 0) return keys;
    throw new UsageError("invalid_option", `The file ${quoteText(file)} holds no key that can be published.`, {
      expected: "a JWK or a JWK Set of EC, OKP or RSA keys",
      hint: "A secret (HS256) has no public half: who can verify with it can also sign.",
    });
  });
}

function toPublic(value: unknown): JWK | null {
  // What its members hold is looked at one by one.
  return isObject(value) ? publicJwk(value as JWK) : null;
}

/**
 * Reads a file with a public JWK Set that is to be changed: every key in it is as it was written.
 *
 * @throws {UsageError} `invalid_option`: no key set, or one with a private key or a secret in it
 * @throws {FileSystemError} `cannot_read`
 */
export function readPublishedSet(file: string, cwd: string): readonly JWK[] {
  const { keys } = readJwksFile(file, cwd);
  const secret = keys.find((key) => isObject(key) && (Object.hasOwn(key, "d") || Object.hasOwn(key, "k")));
  if (secret === undefined) return keys;
  throw new UsageError(
    "invalid_option",
    `The file ${quoteText(file)} holds a private key, and is meant to be public.`,
    {
      hint: "If it was published, make new keys. `claimsmith keys public FILE` prints the public half.",
    },
  );
}

/** The `kid` of a key of a set; null where it has none. */
export function keyIdOf(key: unknown): string | null {
  const kid: unknown = isObject(key) && Object.hasOwn(key, "kid") ? key["kid"] : null;
  return typeof kid === "string" ? kid : null;
}
