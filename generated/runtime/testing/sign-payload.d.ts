import type { JWK } from "jose";
import type { SignedHeader } from "../engine/crypto-engine.js";
/** A token of a header and a payload as they stand, however wrong; the key is one for the header's `alg`. */
export declare function signPayload(header: SignedHeader, payload: string, key: JWK | Uint8Array): Promise<string>;
/** The base64url form of a text in UTF-8. */
export declare function encodeText(text: string): string;
/** The base64url form of bytes (RFC 7515 section 2). */
export declare function encodeBytes(bytes: Uint8Array): string;
