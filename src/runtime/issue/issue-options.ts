import { refuse } from "../errors/refuse.js";
import type { IssueKey } from "../keys/key-forms.js";
import type { Duration } from "../policy/definition.js";
import {
  type GivenOptions,
  MAX_NUMERIC_DATE,
  readDuration,
  readKey,
  readNow,
  readOptions,
} from "../policy/read-options.js";

/** How one token is issued. */
export interface IssueOptions {
  /** The private key or the secret; of a JWK Set, the key with `keyId` or the first that fits. */
  readonly key: IssueKey;
  /** Header `kid`; the JWK's own where it is left out. */
  readonly keyId?: string;
  /** One of the policy's algorithms; the first that the key fits where it is left out. */
  readonly algorithm?: string;
  /** `exp - iat`; at most the policy's lifetime, which it is where it is left out. */
  readonly expiresIn?: Duration;
  /** From when the token is valid: a time, or a duration from now. */
  readonly notBefore?: Duration | Date;
  /** The time of issue; a number is seconds since 1970 (NumericDate). The clock where it is left out. */
  readonly now?: Date | number;
  /** Further header members. `alg`, `crit`, `b64` and embedded keys cannot be set. */
  readonly header?: Readonly<Record<string, unknown>>;
}

/** The options of issue, checked. Null where the caller leaves the matter to the policy. */
export interface CheckedIssueOptions {
  readonly key: unknown;
  readonly keyId: string | null;
  readonly algorithm: string | null;
  readonly expiresInSeconds: number | null;
  /** Whole seconds since 1970. */
  readonly notBefore: number | null;
  /** Seconds since 1970, with fractions. */
  readonly now: number;
  readonly header: unknown;
}

const ISSUE_OPTIONS = ["key", "keyId", "algorithm", "expiresIn", "notBefore", "now", "header"];

/**
 * Reads the options of issue, each once.
 *
 * @throws {ClaimsError} `invalid_option`, `invalid_key` where there is no key
 */
export function readIssueOptions(options: unknown): CheckedIssueOptions {
  const given = readOptions(options, ISSUE_OPTIONS);
  const now = readNow(given.get("now"));
  const expiresIn = given.get("expiresIn");
  const expiresInSeconds = expiresIn === undefined ? null : readDuration(expiresIn, "expiresIn");
  if (expiresInSeconds === 0) throw refuse("invalid_option", "Option `expiresIn` must be longer than nothing.");
  return {
    key: readKey(given),
    keyId: readName(given, "keyId"),
    algorithm: readName(given, "algorithm"),
    expiresInSeconds,
    notBefore: readNotBefore(given.get("notBefore"), now),
    now,
    header: given.get("header"),
  };
}

function readNotBefore(value: unknown, now: number): number | null {
  if (value === undefined) return null;
  if (!(value instanceof Date)) return Math.floor(now) + readDuration(value, "notBefore");
  // Rounded up: a token must not be valid earlier than its issuer said.
  const seconds = Math.ceil(value.getTime() / 1000);
  if (seconds >= 0 && seconds <= MAX_NUMERIC_DATE) return seconds;
  throw refuse("invalid_option", "Option `notBefore` must be a valid Date or a duration such as 5m.");
}

function readName(given: GivenOptions, option: string): string | null {
  const value = given.get(option);
  if (value === undefined) return null;
  if (typeof value === "string" && value !== "") return value;
  throw refuse("invalid_option", `Option \`${option}\` must be a string that is not empty.`);
}
