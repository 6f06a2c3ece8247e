import { type CryptoKey, importPKCS8, importSPKI, importX509 } from "jose";
import { prepareCryptoKey } from "./crypto-key.js";
import type { KeyAlgorithm } from "./key-algorithm.js";
import { broken, type KeyResult, type KeyUse, misfit, unsafe } from "./key-forms.js";
import { recallPem, rememberPem } from "./known-pems.js";

/** Reads a key from PEM text (RFC 7468): SPKI, PKCS #8, or for verifying an X.509 certificate. */
export async function preparePem(text: string, algorithm: KeyAlgorithm, use: KeyUse): Promise<KeyResult> {
  const pem = text.trim();
  const label = /^-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(pem)?.[1];
  if (label === undefined) return broken("A key in a string must be PEM; pass a secret as a Uint8Array.");
  if (pem.indexOf("-----BEGIN ", 1) !== -1) return broken("The PEM text holds more than one key or certificate.");
  if (algorithm.kty === "oct")
    return unsafe(`${algorithm.alg} takes a secret, and a key or certificate in PEM is none.`);
  if (use === "verify" && label.endsWith("PRIVATE KEY")) {
    return unsafe("A private key was given where a public key is enough: keep it with the issuer.");
  }
  const read = readerOf(label);
  if (read === null)
    return broken(`PEM of the kind ${label} is not read: convert it to PUBLIC KEY (SPKI) or PRIVATE KEY (PKCS #8).`);
  // A private key's text is not kept longer than its owner keeps it; signing costs more than the import.
  const known = use === "verify" ? recallPem(pem, algorithm.alg) : null;
  if (known !== null) return prepareCryptoKey(known, algorithm, use);
  let key: CryptoKey;
  try {
    key = await read(pem, algorithm.alg);
  } catch {
    return misfit(`The PEM text holds no key that fits ${algorithm.alg}.`);
  }
  if (use === "verify") rememberPem(pem, algorithm.alg, key);
  return prepareCryptoKey(key, algorithm, use);
}

function readerOf(label: string): ((pem: string, alg: string) => Promise<CryptoKey>) | null {
  switch (label) {
    case "PUBLIC KEY":
      return importSPKI;
    case "PRIVATE KEY":
      return importPKCS8;
    case "CERTIFICATE":
      return importX509;
    default:
      return null;
  }
}
