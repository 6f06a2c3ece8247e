/** What a JWS algorithm asks of its key. */
export interface KeyAlgorithm {
    readonly alg: string;
    readonly kty: "oct" | "RSA" | "EC" | "OKP";
    /** Curve of EC and OKP keys, as JWK and Web Crypto name it. */
    readonly crv: string | null;
    /** Name of the algorithm in Web Crypto. */
    readonly name: string;
    /** Hash that a Web Crypto key of this algorithm is bound to. */
    readonly hash: string | null;
    /** The least bytes of a secret: as long as the hash (RFC 7518 section 3.2). */
    readonly secretBytes: number;
}
/** What an algorithm asks of its key (RFC 7518 section 3.1, RFC 8037 section 3.1, RFC 9864); null for one that jose cannot do. */
export declare function describeAlgorithm(alg: string): KeyAlgorithm | null;
