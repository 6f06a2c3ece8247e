import type { CryptoKey, JWK, KeyObject } from "jose";
import type { Done, RunJob } from "./turns.js";
/**
 * What the engine for Node uses of Node. Stated here, so that a generated package compiles where Node's types are not
 * installed.
 */
export interface NodePlatform {
    readonly crypto: NodeCrypto;
    readonly Buffer: NodeBuffer;
    /** What shares the event loop fairly: verifying and signing draw on one budget. */
    readonly run: RunJob;
}
/** What is used of `node:buffer`. */
export interface NodeBuffer {
    readonly from: (text: string, encoding: "base64url" | "latin1" | "utf8") => NodeBytes;
    /** Bytes that share no memory with others, and hold anything. */
    readonly allocUnsafeSlow: (bytes: number) => NodeBytes;
    /** Bytes of the text in UTF-8. */
    readonly byteLength: (text: string) => number;
}
/** Bytes that Node can write as text. */
export interface NodeBytes extends Uint8Array {
    toString(encoding?: "base64url" | "utf8", start?: number, end?: number): string;
    /** Bytes that were written. */
    write(text: string, at: number, encoding: "base64url" | "latin1"): number;
}
/** What is used of `node:crypto`. */
export interface NodeCrypto {
    readonly KeyObject: {
        from(key: CryptoKey): KeyObject;
        [Symbol.hasInstance](value: unknown): boolean;
    };
    readonly X509Certificate: new (pem: string) => {
        readonly publicKey: KeyObject;
    };
    createSecretKey(bytes: Uint8Array): KeyObject;
    createPublicKey(input: {
        key: string;
        format: "pem";
    } | {
        key: JWK;
        format: "jwk";
    }): KeyObject;
    createPrivateKey(input: {
        key: string;
        format: "pem";
    } | {
        key: JWK;
        format: "jwk";
    }): KeyObject;
    hash(digest: "sha256", text: string, encoding: "base64"): string;
    createHmac(digest: string, key: KeyObject): NodeHmac;
    timingSafeEqual(one: Uint8Array, other: Uint8Array): boolean;
    createVerify(digest: string): NodeVerifying;
    readonly verify: NodeVerify;
    readonly sign: NodeSign;
}
/** What is verified, in the making. */
export interface NodeVerifying {
    update(data: Uint8Array): {
        verify(key: NodeKeyInput, signature: Uint8Array): boolean;
    };
}
/** A keyed hash in the making. */
export interface NodeHmac {
    update(data: string, encoding: "latin1"): {
        digest(): NodeBytes;
        digest(encoding: "latin1"): string;
    };
}
/** A key with what the algorithm adds to it. */
export interface NodeKeyInput {
    readonly key: KeyObject;
    readonly dsaEncoding?: "ieee-p1363";
    readonly padding?: number;
    readonly saltLength?: number;
}
/** Without a callback at once, with one in the thread pool. */
export interface NodeVerify {
    (digest: string | null, data: Uint8Array, key: NodeKeyInput, signature: Uint8Array): boolean;
    (digest: string | null, data: Uint8Array, key: NodeKeyInput, signature: Uint8Array, done: Done<boolean>): void;
}
/** Without a callback at once, with one in the thread pool. */
export interface NodeSign {
    (digest: string | null, data: Uint8Array, key: NodeKeyInput): NodeBytes;
    (digest: string | null, data: Uint8Array, key: NodeKeyInput, done: Done<NodeBytes>): void;
}
