import type { JSONWebKeySet } from "jose";
import { refuse } from "../errors/refuse.js";
import type { Duration } from "../policy/definition.js";
import { readDuration, readOptions } from "../policy/read-options.js";
import type { FetchKeys } from "./fetch-key-set.js";
import { isKeySet } from "./is-key-set.js";

/** A key set as it was fetched, and when: what a service saves in order to start while the issuer is down. */
export interface SavedKeys {
  readonly jwks: JSONWebKeySet;
  /** Milliseconds since 1970. */
  readonly fetchedAt: number;
}

/** How {@link remoteKeys} fetches and for how long it keeps. */
export interface RemoteKeysOptions {
  /** The longest that a fetch takes, the last byte included; `5s` by default. */
  readonly timeout?: Duration;
  /** Keys that are older are fetched anew before the next token is checked; `10m` by default. */
  readonly maxAge?: Duration;
  /** No second fetch for an unknown `kid` before this has passed; `30s` by default. */
  readonly cooldown?: Duration;
  /** How long beyond `maxAge` the keys serve while they cannot be fetched anew; `1h` by default, `0s` for not at all. */
  readonly maxStale?: Duration;
  /** In place of the global `fetch`: through a proxy, with a client certificate, with other headers. */
  readonly fetch?: FetchKeys;
  /** Keys that were saved when the service ran before; they count from when they were fetched, as if it had run on. */
  readonly saved?: SavedKeys | null;
  /** Is told of every key set that was fetched, in order to save it. What it throws changes nothing for tokens. */
  readonly onFetch?: (saved: SavedKeys) => unknown;
}

/** The options, checked, with every default filled in. Times are milliseconds. */
export interface CheckedRemoteOptions {
  readonly url: string;
  readonly timeout: number;
  readonly maxAge: number;
  readonly cooldown: number;
  readonly maxStale: number;
  readonly fetch: FetchKeys | null;
  readonly saved: SavedKeys | null;
  readonly onFetch: ((saved: SavedKeys) => unknown) | null;
}

const KNOWN = ["timeout", "maxAge", "cooldown", "maxStale", "fetch", "saved", "onFetch"];

/**
 * Reads the URL and the options of {@link remoteKeys}.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function readRemoteOptions(url: unknown, options: unknown): CheckedRemoteOptions {
  const given = readOptions(options ?? {}, KNOWN);
  const read = (name: string, byDefault: Duration) =>
    readDuration(given.has(name) ? given.get(name) : byDefault, name) * 1000;
  return {
    url: readUrl(url),
    timeout: atLeastOneSecond(read("timeout", "5s"), "timeout"),
    maxAge: atLeastOneSecond(read("maxAge", "10m"), "maxAge"),
    cooldown: atLeastOneSecond(read("cooldown", "30s"), "cooldown"),
    maxStale: read("maxStale", "1h"),
    fetch: readFunction(given.get("fetch"), "fetch"),
    saved: readSaved(given.get("saved")),
    onFetch: readFunction(given.get("onFetch"), "onFetch"),
  };
}

/** With none of these times, whoever sends tokens would decide how often the issuer is asked. */
function atLeastOneSecond(milliseconds: number, option: string): number {
  if (milliseconds >= 1000) return milliseconds;
  throw refuse("invalid_option", `Option \`${option}\` must be a second or more.`);
}

/** Keys that come over plain http can be exchanged on the way, except within the machine. */
function readUrl(value: unknown): string {
  const text = value instanceof URL ? value.href : value;
  const url = typeof text === "string" && URL.canParse(text) ? new URL(text) : null;
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url.hostname));
  if (url !== null && isSafe && url.username === "" && url.password === "") return url.href;
  throw refuse("invalid_option", "The URL of the key set must be https, or http of this machine, without a password.");
}

function isLoopback(hostname: string): boolean {
  // The parser has made one form of every way to write an IPv4 address.
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

function readFunction<Call>(value: Call | unknown, option: string): Call | null {
  if (value === undefined) return null;
  // A function of the caller's; what it returns is checked where it is called.
  if (typeof value === "function") return value as Call;
  throw refuse("invalid_option", `Option \`${option}\` must be a function.`);
}

/** Keys from a file: null and undefined stand for none, so that a first start needs no other call. */
function readSaved(value: unknown): SavedKeys | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "object") {
    const jwks: unknown = Reflect.get(value, "jwks");
    const fetchedAt: unknown = Reflect.get(value, "fetchedAt");
    if (isKeySet(jwks) && typeof fetchedAt === "number" && fetchedAt >= 0) return { jwks, fetchedAt };
  }
  throw refuse("invalid_option", "Option `saved` must be what `onFetch` was given.");
}
