/**
 * Says whether the bytes of a secret are a public key, or another that was meant for something else. Who takes a public key for a
 * secret accepts tokens that anyone can sign (RFC 8725 section 2.1).
 */
export declare function isKeyInDisguise(secret: Uint8Array): boolean;
