import { constants, createHmac, sign } from "node:crypto";

/** A token of any two parts (a value for its JSON, a text, or bytes as they stand), signed as the algorithm asks. */
export function forge(algorithm, key, header, payload) {
  const input = `${encode(header)}.${encode(payload)}`;
  return `${input}.${signatureOf(algorithm, key, input).toString("base64url")}`;
}

/** The base64url form of a part. */
export function encode(part) {
  if (part instanceof Uint8Array) return Buffer.from(part).toString("base64url");
  return Buffer.from(typeof part === "string" ? part : JSON.stringify(part)).toString("base64url");
}

/** The signature of a text, by Node's own cryptography. */
export function signatureOf({ alg, family, hash }, key, input) {
  if (family === "oct") return createHmac(hash, key).update(input).digest();
  const padding = alg.startsWith("PS")
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
    : {};
  return sign(hash, Buffer.from(input), { key, dsaEncoding: "ieee-p1363", ...padding });
}
