import { constants, createHmac, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { describe, expect, it } from "vitest";
import { openToken } from "../../../../src/runtime/verify/open-token.js";
import { CLAIMS, consumer, EC384, ED, encode, RSA, refusalOf, SECRET, token } from "../sample.js";

const ALGORITHMS = ["HS256", "HS512", "RS256", "PS256", "ES256", "ES384", "EdDSA"];

const P256 = generateKeyPairSync("ec", { namedCurve: "P-256" });
const PAIRS: Readonly<Record<string, { readonly privateKey: KeyObject; readonly publicKey: KeyObject }>> = {
  RS256: RSA,
  PS256: RSA,
  ES256: P256,
  ES384: EC384,
  EdDSA: ED,
};

function signatureOf(alg: string, text: string): Buffer {
  const pair = PAIRS[alg];
  if (pair === undefined)
    return createHmac(`sha${alg.slice(2)}`, SECRET)
      .update(text)
      .digest();
  const pss = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  const key = { key: pair.privateKey, dsaEncoding: "ieee-p1363" as const, ...(alg === "PS256" ? pss : {}) };
  return sign(alg === "EdDSA" ? null : `sha${alg.slice(2)}`, Buffer.from(text), key);
}

const open = async (text: string, alg: string) => openToken(consumer(), text, PAIRS[alg]?.publicKey ?? SECRET);

describe.each(ALGORITHMS)("a token signed with %s", (alg) => {
  const signed = `${encode({ alg, typ: "at+jwt" })}.${encode(CLAIMS)}`;

  it("is opened, by the one signature that it has", async () => {
    expect(await open(`${signed}.${encode(signatureOf(alg, signed))}`, alg)).toHaveProperty("header.alg", alg);
  });

  it.each<[string, (bytes: readonly number[]) => readonly number[]]>([
    ["is empty", () => []],
    ["has a zero more in front", (bytes) => [0, ...bytes]],
    ["has a zero more at the end", (bytes) => [...bytes, 0]],
    ["lacks its first byte", (bytes) => bytes.slice(1)],
    ["lacks its last byte", (bytes) => bytes.slice(0, -1)],
    ["stands there twice", (bytes) => [...bytes, ...bytes]],
  ])("is refused where the signature %s", async (_name, change) => {
    const changed = Uint8Array.from(change([...signatureOf(alg, signed)]));
    const { code } = await refusalOf(() => open(`${signed}.${encode(changed)}`, alg));
    expect(code).toBe("invalid_signature");
  });
});

describe.each(ALGORITHMS)("a token signed with %s, of which each part has a - or a _", (alg) => {
  const parts = partsWith(alg, /[-_]/);

  it.each<[string, (part: string) => string]>([
    ["of the other alphabet", (part) => part.replace(/[-_]/, (found) => (found === "-" ? "+" : "/"))],
    ["beyond ASCII whose last byte is the one it replaces", (part) => shift(part, 0x100)],
    ["of two units whose last bytes are those they replace", (part) => shift(shift(part, 0xdc00, 1), 0xd800)],
    ["of Latin-1", (part) => shift(part, 0x80)],
  ])("is refused with a character %s, wherever it stands", async (_name, change) => {
    expect(await open(parts.join("."), alg)).toHaveProperty("header.alg", alg);
    for (const changed of parts.keys()) {
      const text = parts.map((part, index) => (index === changed ? change(part) : part)).join(".");
      const { code } = await refusalOf(() => open(text, alg));
      expect({ changed, code }).toEqual({ changed, code: "malformed_token" });
    }
  });
});

/** The parts of a token, each of which fits a pattern. */
function partsWith(alg: string, pattern: RegExp): readonly string[] {
  for (let attempt = 0; ; attempt += 1) {
    const signed = ["~~~???>>>", "~~?~~?>~>"].map((text, index) =>
      encode({ ...(index === 0 ? { alg, typ: "at+jwt" } : CLAIMS), text, attempt }),
    );
    const parts = [...signed, encode(signatureOf(alg, signed.join(".")))];
    if (parts.every((part) => pattern.test(part))) return parts;
  }
}

/** Adds to the unit of one character. */
function shift(text: string, by: number, at = 0): string {
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) + by) + text.slice(at + 1);
}

describe.each(["RS256", "PS256"])("a token whose %s signature begins with a zero", (alg) => {
  // One in 256 does; without the zero it is the same number, which OpenSSL takes for the signature of PSS.
  it("is refused without the zero", async () => {
    for (let attempt = 0; ; attempt += 1) {
      const signed = `${encode({ alg, typ: "at+jwt" })}.${encode({ ...CLAIMS, jti: String(attempt) })}`;
      const signature = signatureOf(alg, signed);
      if (signature[0] !== 0) continue;
      expect(await open(`${signed}.${encode(signature)}`, alg)).toHaveProperty("header.alg", alg);
      const { code } = await refusalOf(() => open(`${signed}.${encode(signature.subarray(1))}`, alg));
      expect(code).toBe("invalid_signature");
      return;
    }
  });
});

describe("a key set", () => {
  it("opens a token by any of its keys, and by none that is not in it", async () => {
    const keys = [P256, generateKeyPairSync("ec", { namedCurve: "P-256" })].map((pair) =>
      pair.publicKey.export({ format: "jwk" }),
    );
    const given = token({ alg: "ES256", typ: "at+jwt" }, CLAIMS, P256.privateKey);
    for (const set of [keys, keys.toReversed()]) {
      expect(await openToken(consumer(), given, { keys: set })).toHaveProperty("header.alg", "ES256");
    }
    const { code } = await refusalOf(async () => openToken(consumer(), given, { keys: keys.slice(1) }));
    expect(code).toBe("invalid_signature");
  });
});
