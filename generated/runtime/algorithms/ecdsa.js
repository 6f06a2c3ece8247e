/** ECDSA on the curves of NIST (RFC 7518 section 3.4); null for another algorithm. */
export function ecdsa(alg) {
    switch (alg) {
        case "ES256":
            return onCurve(alg, "P-256", "prime256v1", "sha256", 64, 3);
        case "ES384":
            return onCurve(alg, "P-384", "secp384r1", "sha384", 96, 30);
        case "ES512":
            return onCurve(alg, "P-521", "secp521r1", "sha512", 132, 30);
        default:
            return null;
    }
}
function onCurve(alg, crv, curve, digest, signatureBytes, cost) {
    const node = { type: "ec", curve, digest, options: { dsaEncoding: "ieee-p1363" }, cost };
    return { alg, kty: "EC", crv, name: "ECDSA", hash: null, node, signatureBytes };
}
