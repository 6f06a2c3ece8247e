import type { EngineKey } from "../engine/crypto-engine.js";
/** A token whose signature was verified. The token itself is not kept: its hash stands for it. */
export interface KnownToken {
    /** The payload's text. */
    readonly payload: string;
    /** The key that verified the signature. */
    readonly key: EngineKey;
    /** Claim `exp`. Seconds since 1970. */
    readonly exp: number;
}
/** Tokens whose signature was verified, by the hash of the whole token. */
export interface KnownTokens {
    /** The token of a hash, unless it has expired. `now`: seconds since 1970. */
    recall(hash: string, now: number): KnownToken | undefined;
    remember(hash: string, token: KnownToken, now: number): void;
    forget(hash: string): void;
}
/** Makes a memory for so many tokens: the one longest unused goes first, and each goes when it has expired. */
export declare function createKnownTokens(entries: number): KnownTokens;
