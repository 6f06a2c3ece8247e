import { describe, expect, it } from "vitest";
import {
  type Attack,
  attackVerify,
  CLAIMS,
  each,
  edJwk,
  GOOD,
  H,
  HEADERS,
  type Kind,
  make,
  P,
  PUBLIC,
  ROLE,
  raw,
  S,
  useAttacked,
} from "../support/attack-sample.js";
import { encodePart, forgeToken, KEYS, NOW } from "../support/forge-token.js";
import { outcomeOf } from "../support/generated-package.js";

const form: readonly Attack[] = [
  ...each([1, 2, 4, 6, 7], (parts, name) => ({
    name: `${name} parts`,
    token: [H, P, S, S, S, S, S].slice(0, parts).join("."),
    want: "malformed_token",
  })),
  { name: "5 parts", token: [H, P, S, S, S].join("."), want: "encrypted_token" },
  { name: "5 empty parts", token: "....", want: "encrypted_token" },
  { name: "3 empty parts", token: "..", want: "malformed_token" },
  { name: "nothing", token: "", want: "malformed_token" },
  {
    name: "flattened JSON serialization",
    token: JSON.stringify({ protected: H, payload: P, signature: S }),
    want: "malformed_token",
  },
  {
    name: "general JSON serialization",
    token: JSON.stringify({ payload: P, signatures: [{ protected: H, signature: S }] }),
    want: "malformed_token",
  },
  ...[`${H}=.${P}.${S}`, `${H}.${P}=.${S}`, `${GOOD}==`].map(
    (token, at): Attack => ({ name: `padding after part ${at + 1}`, token, want: "malformed_token" }),
  ),
  ...each([" ", "\n", "\t", "\r\n", "\0", "\u00a0", "\u200b", "\ufeff"], (space, name) => ({
    name: `${name} before the token`,
    token: `${space}${GOOD}`,
    want: "malformed_token",
  })),
  ...each([" ", "\n", "\0", "\u2028"], (space, name) => ({
    name: `${name} after the token`,
    token: `${GOOD}${space}`,
    want: "malformed_token",
  })),
  ...[H, P, S].map(
    (part, at): Attack => ({
      name: `a line feed inside part ${at + 1}`,
      token: [H, P, S].with(at, `${part.slice(0, 4)}\n${part.slice(4)}`).join("."),
      want: "malformed_token",
    }),
  ),
  { name: "the standard alphabet", token: `${H}.${P}.${S.slice(0, 4)}+/${S.slice(6)}`, want: "malformed_token" },
  ...[P, S].map(
    (part, at): Attack => ({
      name: `stray bits in the last character of part ${at + 2}`,
      token: [H, P, S].with(at + 1, withStrayBits(part)).join("."),
      want: "malformed_token",
    }),
  ),
  { name: "a letter of full width", token: GOOD.replace(/.$/, "Ａ"), want: "malformed_token" },
  { name: "a lone surrogate", token: `${GOOD}\ud800`, want: "malformed_token" },
  {
    name: "a byte order mark in the header",
    token: raw(`\ufeff${JSON.stringify(HEADERS.accessToken)}`, CLAIMS.accessToken),
    want: "malformed_token",
  },
  {
    name: "a byte order mark in the payload",
    token: raw(HEADERS.accessToken, `\ufeff${JSON.stringify(CLAIMS.accessToken)}`),
    want: "malformed_token",
  },
  ...[[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80]].flatMap((bytes): Attack[] => {
    const hex = Buffer.from(bytes).toString("hex");
    const spoil = (part: object) =>
      Buffer.concat([Buffer.from(JSON.stringify(part).replace(/}$/, ',"x":"')), Buffer.from(bytes), Buffer.from('"}')]);
    return [
      {
        name: `invalid UTF-8 ${hex} in the header`,
        token: raw(spoil(HEADERS.accessToken), CLAIMS.accessToken),
        want: "malformed_token",
      },
      {
        name: `invalid UTF-8 ${hex} in the payload`,
        token: raw(HEADERS.accessToken, spoil(CLAIMS.accessToken)),
        want: "malformed_token",
      },
    ];
  }),
  {
    name: "UTF-16",
    token: raw(HEADERS.accessToken, Buffer.from(JSON.stringify(CLAIMS.accessToken), "utf16le")),
    want: "malformed_token",
  },
  ...[
    undefined,
    null,
    1,
    true,
    1n,
    Symbol("token"),
    {},
    [GOOD],
    new String(GOOD),
    Buffer.from(GOOD),
    () => GOOD,
    { toString: () => GOOD },
  ].map((token, at): Attack => ({ name: `no string: ${typeof token} (${at})`, token, want: "malformed_token" })),
  { name: "Bearer before the token", token: `Bearer ${GOOD}`, want: "malformed_token" },
];

/** The text with an unused bit of its last character set: other text, same bytes to a lenient decoder. */
function withStrayBits(text: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  // A part of whole groups of four has no unused bits: it is made one character longer than its bytes need.
  const base = text.length % 4 === 0 ? text.slice(0, -1) : text;
  return base.slice(0, -1) + alphabet.charAt(alphabet.indexOf(base.charAt(base.length - 1)) | 1);
}

const SIGNATURE = Buffer.from(S, "base64url");
const bad = (name: string, signature: Uint8Array): Attack => ({
  name,
  token: `${H}.${P}.${encodePart(signature)}`,
  want: "invalid_signature",
});
const ORDER = Buffer.from("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", "hex");
const R = SIGNATURE.subarray(0, 32);
const signature: readonly Attack[] = [
  bad("none", new Uint8Array(0)),
  bad("truncated by a byte", SIGNATURE.subarray(0, 63)),
  bad("the half of it", R),
  bad("extended by a byte", Buffer.concat([SIGNATURE, Buffer.alloc(1)])),
  bad("with a byte before it", Buffer.concat([Buffer.alloc(1), SIGNATURE])),
  bad("twice", Buffer.concat([SIGNATURE, SIGNATURE])),
  bad("in DER", toDer(SIGNATURE)),
  bad("r and s zero", new Uint8Array(64)),
  bad("r zero", Buffer.concat([Buffer.alloc(32), SIGNATURE.subarray(32)])),
  bad("s zero", Buffer.concat([R, Buffer.alloc(32)])),
  bad("r and s the order of the curve", Buffer.concat([ORDER, ORDER])),
  bad("r of the order of the curve, s one", Buffer.concat([ORDER, Buffer.alloc(31), Buffer.from([1])])),
  bad("r and s exchanged", Buffer.concat([SIGNATURE.subarray(32), R])),
  bad("in hexadecimal", Buffer.from(SIGNATURE.toString("hex"))),
  bad("random", Buffer.alloc(64, 0x5a)),
  {
    name: "by another key",
    token: forgeToken(HEADERS.accessToken, CLAIMS.accessToken, KEYS.ecOther.privateKey),
    want: "invalid_signature",
  },
  {
    name: "by another curve",
    token: forgeToken(HEADERS.accessToken, CLAIMS.accessToken, KEYS.ec384.privateKey),
    want: "invalid_signature",
  },
  {
    name: "by another type of key",
    token: forgeToken(HEADERS.accessToken, CLAIMS.accessToken, KEYS.rsa.privateKey),
    want: "invalid_signature",
  },
  { name: "against a key of another curve", token: GOOD, options: { key: KEYS.ec384.publicKey }, want: "invalid_key" },
  { name: "against a key of another type", token: GOOD, options: { key: KEYS.rsa.publicKey }, want: "invalid_key" },
  {
    name: "against an EdDSA key, which the policy allows too",
    token: GOOD,
    options: { key: edJwk },
    want: "invalid_key",
  },
  {
    name: "of another payload",
    token: `${H}.${encodePart({ ...CLAIMS.accessToken, [ROLE]: "admin" })}.${S}`,
    want: "invalid_signature",
  },
  {
    name: "of another header",
    token: `${encodePart({ ...HEADERS.accessToken, kid: "x" })}.${P}.${S}`,
    want: "invalid_signature",
  },
  {
    name: "of the same claims in another order",
    token: `${H}.${encodePart(Object.fromEntries(Object.entries(CLAIMS.accessToken).reverse()))}.${S}`,
    want: "invalid_signature",
  },
  {
    name: "before anything that the payload says",
    token: `${H}.${encodePart("no JSON")}.${S}`,
    want: "invalid_signature",
  },
];

/** The two integers of a signature as a DER sequence. */
function toDer(plain: Buffer): Buffer {
  const integer = (bytes: Buffer) => {
    const positive = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes;
    return Buffer.concat([Buffer.from([2, positive.length]), positive]);
  };
  const body = Buffer.concat([integer(plain.subarray(0, 32)), integer(plain.subarray(32))]);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}

/** A token of exactly so many bytes: a claim of text makes up the length, a header member the rest. */
function ofLength(length: number, kind: Kind): string {
  for (let pad = 0; pad < 4; pad++) {
    for (let fill = 0; ; fill++) {
      const token = make(kind, { pad: "x".repeat(pad) }, { fill: "x".repeat(fill) });
      if (token.length === length) return token;
      if (token.length > length) break;
    }
  }
  throw new TypeError(`There is no token of ${length} bytes.`);
}

const size: readonly Attack[] = [
  { name: "exactly the limit", kind: "exact", token: ofLength(400, "exact"), want: "accepted" },
  { name: "one over the limit", kind: "exact", token: ofLength(401, "exact"), want: "token_too_large" },
  { name: "1 MB, valid", token: make("accessToken", {}, { x: "x".repeat(1_000_000) }), want: "token_too_large" },
  { name: "1 MB of dots", token: ".".repeat(1_000_000), want: "token_too_large" },
  { name: "1 MB of dots, where that fits", kind: "long", token: ".".repeat(1_000_000), want: "malformed_token" },
  { name: "1 MB of letters, where that fits", kind: "long", token: "A".repeat(1_000_000), want: "malformed_token" },
  {
    name: "1 MB of spaces, where that fits",
    kind: "long",
    token: `${H}.${" ".repeat(1_000_000)}.${S}`,
    want: "malformed_token",
  },
  {
    name: "1 MB of backslashes in a header, where that fits",
    kind: "long",
    token: `${encodePart(`{"a":"${"\\".repeat(700_001)}"}`)}.${P}.${S}`,
    want: "malformed_token",
  },
  {
    name: "1 MB of quotes in a header, where that fits",
    kind: "long",
    token: `${encodePart('"'.repeat(700_000))}.${P}.${S}`,
    want: "malformed_token",
  },
  {
    name: "700 kB, valid, where that fits",
    kind: "long",
    token: make("long", {}, { x: "x".repeat(700_000) }),
    want: "accepted",
  },
  {
    name: "over the largest limit there is",
    kind: "long",
    token: make("long", {}, { x: "x".repeat(800_000) }),
    want: "token_too_large",
  },
  {
    name: "a text of astral characters, whose bytes are more than its length",
    token: "😀".repeat(5000),
    want: "token_too_large",
  },
];

const packageOf = useAttacked();

attackVerify(packageOf, { form, signature, size });

describe("a generated verify, attacked", () => {
  it("answers to a token of a megabyte in the time of a few validations", async () => {
    const long = size.filter(({ token }) => typeof token === "string" && token.length > 500_000);
    const start = performance.now();
    for (const { kind = "accessToken", token } of long) {
      await outcomeOf(() => packageOf(kind).verify(kind)(token, { key: PUBLIC[kind], now: NOW }));
    }
    expect((performance.now() - start) / long.length).toBeLessThan(500);
  });
});
