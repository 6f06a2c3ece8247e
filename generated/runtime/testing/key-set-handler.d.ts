import type { JSONWebKeySet } from "jose";
/** The platform's `Response`, where its types are known; else what is needed of it. */
export type PlatformResponse = typeof globalThis extends {
    readonly Response: abstract new (...input: never) => infer Made;
} ? Made : {
    readonly status: number;
    json(): Promise<unknown>;
};
/** Answers requests for a key set. */
export type KeySetHandler = (request: {
    readonly method: string;
}) => PlatformResponse;
/** A handler that answers every `GET` with the key set of the moment (RFC 7517 section 8.5). */
export declare function keySetHandler(read: () => JSONWebKeySet): KeySetHandler;
