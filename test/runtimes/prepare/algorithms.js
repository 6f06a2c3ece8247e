/** The algorithms that the suite is run with, each with what Node calls its parts. */
export const ALGORITHMS = [
  { alg: "HS256", family: "oct", hash: "sha256" },
  { alg: "HS384", family: "oct", hash: "sha384" },
  { alg: "HS512", family: "oct", hash: "sha512" },
  { alg: "RS256", family: "rsa", hash: "sha256" },
  { alg: "RS384", family: "rsa", hash: "sha384" },
  { alg: "RS512", family: "rsa", hash: "sha512" },
  { alg: "PS256", family: "rsa", hash: "sha256" },
  { alg: "PS384", family: "rsa", hash: "sha384" },
  { alg: "PS512", family: "rsa", hash: "sha512" },
  { alg: "ES256", family: "P-256", hash: "sha256" },
  { alg: "ES384", family: "P-384", hash: "sha384" },
  { alg: "ES512", family: "P-521", hash: "sha512" },
  { alg: "EdDSA", family: "ed25519", hash: null },
  { alg: "Ed25519", family: "ed25519", hash: null },
];
