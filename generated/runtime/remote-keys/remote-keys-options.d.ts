import type { JSONWebKeySet } from "jose";
import type { Duration } from "../policy/definition.js";
import type { FetchKeys } from "./fetch-key-set.js";
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
/**
 * Reads the URL and the options of {@link remoteKeys}.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export declare function readRemoteOptions(url: unknown, options: unknown): CheckedRemoteOptions;
