/** Where the content of a DER element begins and ends. */
export interface DerElement {
    readonly start: number;
    readonly end: number;
}
/** The element of DER at an offset (X.690 section 8.1); null where its length cannot be read. It may end beyond the bytes. */
export declare function readElement(bytes: Uint8Array, at: number): DerElement | null;
/**
 * The public key (SubjectPublicKeyInfo) in a certificate (RFC 5280 section 4.1), as its bytes stand there; null where there is none
 * to be found. Nothing of the certificate is verified: who gives it trusts it.
 */
export declare function readCertifiedKey(certificate: Uint8Array): Uint8Array | null;
