import type { JWK } from "jose";
/**
 * A token signed by HMAC with the text of a public key (PEM) as the secret: a consumer that lets the token choose the algorithm
 * accepts it (RFC 8725 section 2.1).
 */
export declare function signWithPublicKey(hmac: "HS256" | "HS384" | "HS512", publicJwk: JWK, typ: string, payload: string): Promise<string>;
