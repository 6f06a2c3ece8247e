/** EdDSA with Ed25519, under its old and its new name (RFC 8037 section 3.1, RFC 9864); null for another algorithm. */
export function eddsa(alg) {
    if (alg !== "EdDSA" && alg !== "Ed25519")
        return null;
    const node = { type: "ed25519", digest: null, cost: 3 };
    return { alg, kty: "OKP", crv: "Ed25519", name: "Ed25519", hash: null, node, signatureBytes: 64 };
}
