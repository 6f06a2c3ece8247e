import { readElement } from "../text/der.js";

/**
 * Says whether the bytes of a secret are a public key, or another that was meant for something else. Who takes a public key for a
 * secret accepts tokens that anyone can sign (RFC 8725 section 2.1).
 */
export function isKeyInDisguise(secret: Uint8Array): boolean {
  return isDer(secret) || isKeyText(secret);
}

/** Says whether bytes are a whole DER sequence of several elements, as SPKI, PKCS #8, PKCS #1 and X.509 are. */
function isDer(bytes: Uint8Array): boolean {
  const outer = readElement(bytes, 0);
  if (bytes[0] !== 0x30 || outer === null || outer.end !== bytes.length) return false;
  const first = bytes[outer.start];
  if (first !== 0x30 && first !== 0x02) return false;
  let elements = 0;
  for (let at = outer.start; at < outer.end; elements++) {
    const element = readElement(bytes, at);
    if (element === null || element.end > outer.end) return false;
    at = element.end;
  }
  return elements >= 2;
}

function isKeyText(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes).trim();
  if (text.includes("-----BEGIN ") || /^(?:ssh-|ecdsa-sha2-)/.test(text)) return true;
  if (!text.startsWith("{")) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && (Object.hasOwn(value, "kty") || Object.hasOwn(value, "keys"));
  } catch {
    return false;
  }
}
