import type { Duration } from "./definition.js";
import { parseDuration } from "./duration.js";
import type { IssueKey, VerifyKey } from "./key-forms.js";
import { quoteName } from "./quote-name.js";
import { refuse } from "./refuse.js";

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

/** How one token is verified. */
export interface VerifyOptions {
  /** The public key or the secret, a JWK Set, or a resolver such as jose's `createRemoteJWKSet`. */
  readonly key: VerifyKey;
  /** Demands one of these audiences; narrows the policy where the policy has any. */
  readonly audience?: string | readonly string[];
  /** Demands one of these issuers; narrows the policy where the policy has any. */
  readonly issuer?: string | readonly string[];
  /** In place of the policy's tolerance; at most `5m`. */
  readonly clockTolerance?: Duration;
  /** The time of verification; a number is seconds since 1970 (NumericDate). The clock where it is left out. */
  readonly now?: Date | number;
}

/** The options of verify, checked. Null where the caller leaves the matter to the policy. */
export interface CheckedVerifyOptions {
  readonly key: unknown;
  readonly audience: readonly string[] | null;
  readonly issuer: readonly string[] | null;
  readonly clockToleranceSeconds: number | null;
  /** Seconds since 1970, with fractions. */
  readonly now: number;
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

const VERIFY_OPTIONS = ["key", "audience", "issuer", "clockTolerance", "now"];
const ISSUE_OPTIONS = ["key", "keyId", "algorithm", "expiresIn", "notBefore", "now", "header"];

/** Seconds; beyond this, a tolerance is a way around `exp`. */
const MAX_TOLERANCE = 300;

/** Beyond this (the year 5138), a number is a time in milliseconds by mistake. */
const MAX_NUMERIC_DATE = 1e11;

/**
 * Reads the options of verify, each once.
 *
 * @throws {ClaimsError} `invalid_option`, `invalid_key` where there is no key
 */
export function readVerifyOptions(options: unknown): CheckedVerifyOptions {
  const given = readOptions(options, VERIFY_OPTIONS);
  const tolerance = given.get("clockTolerance");
  const clockToleranceSeconds = tolerance === undefined ? null : readDuration(tolerance, "clockTolerance");
  if (clockToleranceSeconds !== null && clockToleranceSeconds > MAX_TOLERANCE) {
    throw refuse("invalid_option", "Option `clockTolerance` must be at most 5m.");
  }
  return {
    key: readKey(given),
    audience: readNames(given, "audience"),
    issuer: readNames(given, "issuer"),
    clockToleranceSeconds,
    now: readNow(given.get("now")),
  };
}

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

function readOptions(options: unknown, known: readonly string[]): ReadonlyMap<string, unknown> {
  if (typeof options !== "object" || options === null || Array.isArray(options)) {
    throw refuse("invalid_option", "The options must be an object with a `key`.");
  }
  let given: Map<string, unknown>;
  try {
    given = new Map(Object.entries(options));
  } catch (cause) {
    throw refuse("invalid_option", "The options cannot be read.", { cause });
  }
  // A misspelt option would otherwise switch off the check that it was meant to add.
  for (const name of given.keys()) {
    if (!known.includes(name)) throw refuse("invalid_option", `There is no option ${quoteName(name)}.`);
  }
  return given;
}

function readKey(given: ReadonlyMap<string, unknown>): unknown {
  const key = given.get("key");
  if (key === undefined || key === null || key === "") throw refuse("invalid_key", "Option `key` is missing or empty.");
  return key;
}

function readNow(now: unknown): number {
  if (now === undefined) return Date.now() / 1000;
  const seconds = now instanceof Date ? now.getTime() / 1000 : now;
  if (typeof seconds === "number" && seconds >= 0 && seconds <= MAX_NUMERIC_DATE) return seconds;
  throw refuse(
    "invalid_option",
    "Option `now` must be a valid Date, or a number of seconds (not milliseconds) since 1970.",
  );
}

function readDuration(value: unknown, option: string): number {
  const seconds = parseDuration(value);
  if (seconds === null)
    throw refuse("invalid_option", `Option \`${option}\` must be a duration with its unit, such as 15m.`);
  return seconds;
}

function readNotBefore(value: unknown, now: number): number | null {
  if (value === undefined) return null;
  if (!(value instanceof Date)) return Math.floor(now) + readDuration(value, "notBefore");
  // Rounded up: a token must not be valid earlier than its issuer said.
  const seconds = Math.ceil(value.getTime() / 1000);
  if (seconds >= 0 && seconds <= MAX_NUMERIC_DATE) return seconds;
  throw refuse("invalid_option", "Option `notBefore` must be a valid Date or a duration such as 5m.");
}

function readName(given: ReadonlyMap<string, unknown>, option: string): string | null {
  const value = given.get(option);
  if (value === undefined) return null;
  if (typeof value === "string" && value !== "") return value;
  throw refuse("invalid_option", `Option \`${option}\` must be a string that is not empty.`);
}

/**
 * One name or several. Present and undefined is refused too: it is what a missing environment variable
 * gives, and would quietly drop the check that the caller asked for.
 */
function readNames(given: ReadonlyMap<string, unknown>, option: string): readonly string[] | null {
  if (!given.has(option)) return null;
  const value = given.get(option);
  const names: readonly unknown[] = Array.isArray(value) ? [...value] : [value];
  if (names.length > 0 && names.every((name): name is string => typeof name === "string" && name !== "")) return names;
  throw refuse("invalid_option", `Option \`${option}\` must be a string that is not empty, or a list of such strings.`);
}
