/** Where the content of a DER element begins and ends. */
export interface DerElement {
  readonly start: number;
  readonly end: number;
}

/** The element of DER at an offset (X.690 section 8.1); null where its length cannot be read. It may end beyond the bytes. */
export function readElement(bytes: Uint8Array, at: number): DerElement | null {
  const first = bytes[at + 1];
  if (first === undefined) return null;
  if (first < 0x80) return { start: at + 2, end: at + 2 + first };
  const size = first & 0x7f;
  if (size === 0 || size > 4) return null;
  let length = 0;
  for (const byte of bytes.subarray(at + 2, at + 2 + size)) length = length * 256 + byte;
  return { start: at + 2 + size, end: at + 2 + size + length };
}

/**
 * The public key (SubjectPublicKeyInfo) in a certificate (RFC 5280 section 4.1), as its bytes stand there; null where there is none
 * to be found. Nothing of the certificate is verified: who gives it trusts it.
 */
export function readCertifiedKey(certificate: Uint8Array): Uint8Array | null {
  const outer = readElement(certificate, 0);
  const body = outer && readElement(certificate, outer.start);
  if (!body || certificate[0] !== 0x30 || certificate[outer.start] !== 0x30 || body.end > certificate.length)
    return null;
  // The version, which is tagged and may be left out, then serial number, algorithm, issuer, validity, subject.
  let skipped = certificate[body.start] === 0xa0 ? 6 : 5;
  let at = body.start;
  for (let element = readElement(certificate, at); element; element = readElement(certificate, at)) {
    if (element.end > body.end) return null;
    if (skipped-- === 0) return certificate.subarray(at, element.end);
    at = element.end;
  }
  return null;
}
