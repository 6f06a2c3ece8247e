import type { CryptoKey, KeyObject } from "jose";
/** A key that has passed every check, as its owner gave it or as the engine imported it. */
export type CheckedKey = CryptoKey | KeyObject | Uint8Array;
/** Why a key cannot be used. */
export interface KeyFault {
    /** A sentence for the error's message. */
    readonly fault: string;
    /** `misfit`: made for something else. `broken`: cannot be read. `unsafe`: the right kind, but weak or in the wrong hands. */
    readonly kind: "misfit" | "broken" | "unsafe";
}
/** A key that has passed its checks, or why it cannot be used. */
export type KeyCheck = {
    readonly key: CheckedKey;
} | KeyFault;
/** The fault of a key that is made for something else. */
export declare function misfit(fault: string): KeyFault;
/** The fault of a key that cannot be read. */
export declare function broken(fault: string): KeyFault;
/** The fault of a key of the right kind that must not be used. */
export declare function unsafe(fault: string): KeyFault;
/** The fault of a key that can sign, in the hands of one who verifies. */
export declare function exposed(form: "key" | "JWK"): KeyFault;
