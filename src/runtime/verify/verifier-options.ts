import { refuse } from "../errors/refuse.js";
import type { VerifyKey } from "../keys/key-forms.js";
import { readKey, readOptions } from "../policy/read-options.js";
import type { StoreOptions } from "../store/token-store.js";
import { readStore } from "./check-revoked.js";
import { type CheckedVerifyOptions, readDemands, type VerifyDemands } from "./verify-options.js";

/** How a verifier is made. */
export interface VerifierOptions extends Omit<VerifyDemands, "now">, StoreOptions {
  /** The public key or the secret, a JWK Set, or a resolver such as jose's `createRemoteJWKSet`. */
  readonly key: VerifyKey;
  /** Remembers that many tokens whose signature was verified; left out, none. Their payloads stay in memory until they expire. */
  readonly cache?: { readonly entries: number };
}

/** The options of a verifier, checked. */
export interface CheckedVerifierOptions extends Omit<CheckedVerifyOptions, "now"> {
  /** Tokens that are remembered at most; 0 for none. */
  readonly entries: number;
}

const VERIFIER_OPTIONS = ["key", "audience", "issuer", "clockTolerance", "cache", "store", "storeTimeout"];

/** More tokens than this fill the memory of a service. */
const MAX_ENTRIES = 1_000_000;

/**
 * Reads the options of a verifier, each once.
 *
 * @throws {ClaimsError} `invalid_option`, `invalid_key` where there is no key
 */
export function readVerifierOptions(options: unknown): CheckedVerifierOptions {
  const given = readOptions(options, VERIFIER_OPTIONS);
  const { audience, issuer, clockToleranceSeconds } = readDemands(given);
  return {
    key: readKey(given),
    prepareCheck: readStore(given),
    audience,
    issuer,
    clockToleranceSeconds,
    entries: readEntries(given.get("cache")),
  };
}

function readEntries(cache: unknown): number {
  if (cache === undefined) return 0;
  const entries = readOptions(cache, ["entries"]).get("entries");
  if (typeof entries === "number" && Number.isInteger(entries) && entries > 0 && entries <= MAX_ENTRIES) return entries;
  throw refuse("invalid_option", `Option \`cache.entries\` must be a whole number from 1 to ${MAX_ENTRIES}.`);
}
