import type { JSONWebKeySet } from "jose";
/** How a request for a key set is made. */
export interface KeyRequest {
    readonly method: "GET";
    readonly headers: Readonly<Record<string, string>>;
    /** Whoever answers from elsewhere is not the issuer that was named. */
    readonly redirect: "manual";
    readonly signal: AbortSignal;
}
/** What is asked of an answer; a `Response` of `fetch` is one. */
export interface KeyResponse {
    readonly status: number;
    readonly body: {
        getReader(): {
            read(): Promise<{
                readonly done: boolean;
                readonly value?: unknown;
            }>;
        };
    } | null;
}
/** Fetches like the global `fetch`. */
export type FetchKeys = (url: string, request: KeyRequest) => Promise<KeyResponse>;
/**
 * Fetches a JWK Set (RFC 7517 section 5). Follows no redirect, and reads no more than 1 MiB.
 *
 * @param timeout - milliseconds, from the first byte to the last
 * @throws {ClaimsError} `jwks_unavailable`, with a sentence that says why
 */
export declare function fetchKeySet(url: string, timeout: number, fetchKeys: FetchKeys | null): Promise<JSONWebKeySet>;
