import { X509Certificate } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readCertifiedKey } from "../../../../src/runtime/text/der.js";

// Made for this test; what signed them is not kept.
const CERTIFICATES = {
  "of version 3, with a key on P-256": `
MIIBeDCCAR+gAwIBAgIUR+5Izsi6dSaePwO9rONsBWEORT0wCgYIKoZIzj0EAwIw
ETEPMA0GA1UEAwwGaXNzdWVyMCAXDTI2MTEyMjE0NDk0M1oYDzIxMjYxMDI5MTQ0
OTQzWjARMQ8wDQYDVQQDDAZpc3N1ZXIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC
AATo/8Qm5+U5gzDTIeQ0BcwwLlcWwtlrpyBtx2HZuBBzOJoK0S7NzACuukUzPK2J
i+XkQKyJTr+ndpYftkYbfseCo1MwUTAdBgNVHQ4EFgQU9yo9SvOsGWhP7UbbXjmE
P/Y5/9EwHwYDVR0jBBgwFoAU9yo9SvOsGWhP7UbbXjmEP/Y5/9EwDwYDVR0TAQH/
BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiBymVAnEQ1Ext0iVBo9H9KECvF45VCP
kQGEMOYzEic7IwIgeSKWssIh29NMeYm7KpyYzGtdjsAy/wxw0HRzA8If9fQ=`,
  "of version 1, which does not state it": `
MIIBHzCBxQIUcAP0l6v2hCPpnzB/iBxyZ76zLccwCgYIKoZIzj0EAwIwETEPMA0G
A1UEAwwGaXNzdWVyMCAXDTI2MTEyMjE0NDk0M1oYDzIxMjYxMDI5MTQ0OTQzWjAR
MQ8wDQYDVQQDDAZpc3N1ZXIwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATo/8Qm
5+U5gzDTIeQ0BcwwLlcWwtlrpyBtx2HZuBBzOJoK0S7NzACuukUzPK2Ji+XkQKyJ
Tr+ndpYftkYbfseCMAoGCCqGSM49BAMCA0kAMEYCIQCjzx/0olloX02ZeyBMtAun
Dl9knqyW5oYDoTZRwELBLwIhAMyNh/WxeV0q2SxtnyhtdAjJ+f+sxMzbR61KmDQW
ler4`,
  "with a key on Ed25519": `
MIIBODCB66ADAgECAhQZ8oLsgGqjW3U/xwoe2emxzrXorDAFBgMrZXAwETEPMA0G
A1UEAwwGaXNzdWVyMCAXDTI2MTEyMjE0NDk0M1oYDzIxMjYxMDI5MTQ0OTQzWjAR
MQ8wDQYDVQQDDAZpc3N1ZXIwKjAFBgMrZXADIQBHeV/FZwrzmCekmBFbMGjfNXgL
VV/EpQCH8Pf15AtFqKNTMFEwHQYDVR0OBBYEFDMAhcUtXfY18H78EsoM38Avdiyj
MB8GA1UdIwQYMBaAFDMAhcUtXfY18H78EsoM38AvdiyjMA8GA1UdEwEB/wQFMAMB
Af8wBQYDK2VwA0EAwwPxIYG6liVP+x0cAOl2yr3saIdLsHb7Qkjuf58DOr8a6qVV
f0yDTdpaacN+WL1RvkBcEes63OgZCCxSwOW+BQ==`,
};

describe.each(Object.entries(CERTIFICATES))("a certificate %s", (_, base64) => {
  const bytes = new Uint8Array(Buffer.from(base64, "base64"));
  const wanted = new X509Certificate(bytes).publicKey.export({ format: "der", type: "spki" });

  it("holds the key that OpenSSL finds in it", () => {
    expect(Buffer.from(readCertifiedKey(bytes) ?? [])).toEqual(wanted);
  });

  it("holds no key where it is cut short", () => {
    const certified = Buffer.from(bytes).indexOf(wanted);
    for (let length = 0; length < certified + wanted.length; length++) {
      expect(readCertifiedKey(bytes.subarray(0, length))).toBeNull();
    }
  });

  it("is read in bounds, whichever of its bytes is changed", () => {
    let longest = 0;
    for (let at = 0; at < bytes.length; at++) {
      for (const byte of [0, 0x30, 0x7f, 0x80, 0x84, 0x88, 0xff]) {
        longest = Math.max(longest, readCertifiedKey(bytes.with(at, byte))?.length ?? 0);
      }
    }
    expect(longest).toBeLessThan(bytes.length);
  });
});

it.each([
  ["no bytes", []],
  ["a sequence in a sequence, and nothing in it", [0x30, 0x02, 0x30, 0x00]],
  ["a length without an end", [0x30, 0x80, 0x30, 0x80]],
  ["something else than a sequence", [0x04, 0x02, 0x30, 0x00]],
  ["an element that ends behind the certificate", [0x30, 0x04, 0x30, 0x02, 0x02, 0x7f]],
])("%s is no certificate", (_, bytes) => {
  expect(readCertifiedKey(new Uint8Array(bytes))).toBeNull();
});
