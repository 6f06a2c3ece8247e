/** What an algorithm asks of its key (RFC 7518 section 3.1, RFC 8037 section 3.1, RFC 9864); null for one that jose cannot do. */
export function describeAlgorithm(alg) {
  const bits = Number(alg.slice(2));
  const hash = `SHA-${bits}`;
  const plain = { alg, crv: null, hash, secretBytes: 0 };
  switch (alg) {
    case "HS256":
    case "HS384":
    case "HS512":
      return { ...plain, kty: "oct", name: "HMAC", secretBytes: bits / 8 };
    case "RS256":
    case "RS384":
    case "RS512":
      return { ...plain, kty: "RSA", name: "RSASSA-PKCS1-v1_5" };
    case "PS256":
    case "PS384":
    case "PS512":
      return { ...plain, kty: "RSA", name: "RSA-PSS" };
    case "ES256":
    case "ES384":
    case "ES512":
      return { ...plain, kty: "EC", crv: bits === 512 ? "P-521" : `P-${bits}`, name: "ECDSA", hash: null };
    case "EdDSA":
    case "Ed25519":
      return { ...plain, kty: "OKP", crv: "Ed25519", name: "Ed25519", hash: null };
    default:
      return null;
  }
}
