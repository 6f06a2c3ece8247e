import type { KeyResolver } from "../keys/key-forms.js";
import { type RemoteKeysOptions } from "./remote-keys-options.js";
export type { FetchKeys, KeyRequest, KeyResponse } from "./fetch-key-set.js";
export type { RemoteKeysOptions, SavedKeys } from "./remote-keys-options.js";
/**
 * The key set of a URL, as `key` for verify: fetched when the first token comes, kept, and fetched anew when it is old or a
 * token names a key that it does not hold. While it cannot be fetched the keys of the last time serve for `maxStale`.
 *
 * Make it once, beside the server: what it keeps is its own.
 *
 * @param url - https, or http on this machine; redirects are not followed
 * @throws {ClaimsError} `invalid_option`; what it resolves rejects with `jwks_unavailable`
 * @example const key = remoteKeys("https://auth.acme.example/jwks");
 */
export declare function remoteKeys(url: string | URL, options?: RemoteKeysOptions): KeyResolver;
