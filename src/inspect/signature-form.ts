import { decodeBase64url } from "../runtime/text/base64url.js";

/** Bytes of a signature, where the algorithm fixes them (RFC 7518 sections 3.2 and 3.4, RFC 8032). */
const SIGNATURE_BYTES: ReadonlyMap<unknown, number> = new Map([
  ["HS256", 32],
  ["HS384", 48],
  ["HS512", 64],
  ["ES256", 64],
  ["ES384", 96],
  ["ES512", 132],
  ["EdDSA", 64],
  ["Ed25519", 64],
]);

/** Why no key can verify a signature, which its form alone says; null where a key has to decide. */
export function signatureFormFault(text: string, header: Readonly<Record<string, unknown>>): string | null {
  const alg = Object.hasOwn(header, "alg") ? header["alg"] : undefined;
  const signature = decodeBase64url(text.slice(text.lastIndexOf(".") + 1));
  const wanted = SIGNATURE_BYTES.get(alg);
  if (signature === null) return null;
  if (signature.length === 0) return "The token has no signature: it was left out or cut off.";
  if (wanted === undefined || signature.length === wanted) return null;
  if (String(alg).startsWith("ES") && signature[0] === 0x30 && signature.length > wanted) {
    return `The signature is in DER form, and ${alg} takes the two numbers as they are, ${wanted} bytes (RFC 7518 section 3.4).`;
  }
  return `The signature has ${signature.length} bytes, and one of ${alg} has ${wanted}: it was cut or changed.`;
}
