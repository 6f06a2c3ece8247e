import { randomBytes } from "node:crypto";
import path from "node:path";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from "jose";
import type { Algorithm } from "../config/config.js";
import { UsageError } from "../errors.js";
import { showPath } from "../io/files/paths.js";
import { findTracker } from "../io/git/find-tracker.js";
import { type KeyFile, writeKeyFiles } from "../io/tokens/write-key-files.js";
import { quoteText } from "../text/quote-text.js";
import { checkOptions, type OptionForms } from "./check-options.js";
import { chooseKeyAlgorithm } from "./choose-key-algorithm.js";
import { keyText } from "./key-text.js";
import { publicJwk } from "./public-jwk.js";

/** Which key is made, and where it is written. */
export interface NewKeysOptions {
  /** The folder to write into; made where it does not exist. The working directory by default. */
  readonly out?: string | undefined;
  /** JWS algorithm of the key. By default the first of the token's policy, or `ES256` where there is no config. */
  readonly algorithm?: string | undefined;
  /** The token whose policy decides, where the config has several. */
  readonly token?: string | undefined;
  /** The config file, if not the nearest `claims.config.json`. */
  readonly config?: string | undefined;
  /** Bits of an RSA key's modulus: 2048 (the default) to 8192. */
  readonly modulusLength?: number | undefined;
  /** Writes into a folder whose files git tracks or would take. */
  readonly allowTracked?: boolean | undefined;
  /** The folder that paths are relative to; the working directory by default. */
  readonly cwd?: string | undefined;
}

/** The key that was made. Nothing of the private key is in it. */
export interface NewKeysResult {
  readonly algorithm: Algorithm;
  /** The key's `kid`. */
  readonly keyId: string;
  /** Path of the private JWK, as messages show it. */
  readonly privateFile: string;
  /** Path of the public JWK Set; null of a secret, which has no public half. */
  readonly publicFile: string | null;
}

const OPTIONS: OptionForms<NewKeysOptions> = {
  out: "text",
  algorithm: "text",
  token: "text",
  config: "text",
  modulusLength: "number",
  allowTracked: "switch",
  cwd: "text",
};

const MIN_MODULUS = 2048;
const MAX_MODULUS = 8192;

/**
 * Makes a key and writes `private.jwk.json`, which its owner alone can read, and `jwks.json`, its public JWK Set. Never
 * overwrites: where one of the files exists, nothing is written.
 *
 * @throws {UsageError} `invalid_option`, `file_exists`, `tracked_folder`
 * @throws {ConfigError} where the config decides and is wrong
 * @throws {FileSystemError} `cannot_read`, `cannot_write`
 */
export async function newKeys(options: NewKeysOptions = {}): Promise<NewKeysResult> {
  checkOptions("newKeys", options, OPTIONS);
  const cwd = path.resolve(options.cwd ?? ".");
  const folder = path.resolve(cwd, options.out ?? ".");
  const algorithm = chooseKeyAlgorithm(options, cwd);
  const modulusLength = checkModulus(options.modulusLength, algorithm);
  const privateFile = path.join(folder, "private.jwk.json");
  const publicFile = path.join(folder, "jwks.json");
  if (options.allowTracked !== true) refuseTracked(privateFile);

  const key = await makeKey(algorithm, modulusLength);
  const published = publicJwk(key);
  const files: KeyFile[] = [{ file: privateFile, text: keyText(key), readers: "owner" }];
  if (published !== null) files.push({ file: publicFile, text: keyText({ keys: [published] }), readers: "all" });
  const existing = writeKeyFiles(files);
  if (existing !== null) throw fileExists(existing);
  return {
    algorithm,
    keyId: key.kid,
    privateFile: showPath(privateFile),
    publicFile: published === null ? null : showPath(publicFile),
  };
}

function checkModulus(given: number | undefined, algorithm: Algorithm): number {
  if (given === undefined) return MIN_MODULUS;
  if (!/^[RP]S/.test(algorithm)) {
    throw new UsageError("invalid_option", `The option --modulus-length is of RSA keys, and ${algorithm} has none.`);
  }
  // Node makes moduli of whole bytes; odd lengths are refused by some libraries.
  if (Number.isInteger(given) && given >= MIN_MODULUS && given <= MAX_MODULUS && given % 256 === 0) return given;
  throw new UsageError("invalid_option", `The option --modulus-length cannot be ${given}.`, {
    expected: `a multiple of 256 from ${MIN_MODULUS} to ${MAX_MODULUS}; RFC 7518 section 3.3 asks for ${MIN_MODULUS} or more`,
  });
}

async function makeKey(algorithm: Algorithm, modulusLength: number): Promise<JWK & { readonly kid: string }> {
  for (;;) {
    const { kid, ...material } = await makeMaterial(algorithm, modulusLength);
    // An id that begins with a hyphen looks like an option wherever it is typed.
    if (!kid.startsWith("-")) return Object.assign({ kty: "", kid, alg: algorithm, use: "sig" }, material);
  }
}

async function makeMaterial(algorithm: Algorithm, modulusLength: number): Promise<JWK & { readonly kid: string }> {
  const [, bits] = /^HS(\d+)$/.exec(algorithm) ?? [];
  if (bits !== undefined) {
    // As long as the hash (RFC 7518 section 3.2). The id is no thumbprint: that would be a hash of the secret in the header of
    // every token (RFC 7638 section 7).
    const secret = randomBytes(Number(bits) / 8);
    return { kty: "oct", kid: randomBytes(16).toString("base64url"), k: secret.toString("base64url") };
  }
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true, modulusLength });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk) };
}

function refuseTracked(file: string): void {
  const root = findTracker(file);
  if (root === null) return;
  const folder = showPath(path.dirname(file));
  throw new UsageError("tracked_folder", `git would take a private key in ${folder} into its history.`, {
    at: { file: showPath(file) },
    expected: "a folder outside of git, or one that .gitignore names",
    hint: `Add ${quoteText(path.basename(file))} to .gitignore, name another folder with --out, or pass --allow-tracked for a key that protects nothing.`,
  });
}

function fileExists(existing: string): UsageError {
  return new UsageError("file_exists", `${existing} exists already, and keys overwrites nothing.`, {
    at: { file: existing },
    expected: "a folder without key files",
    hint: "Name another folder with --out; docs/key-rotation.md says how a key takes the place of another.",
  });
}
