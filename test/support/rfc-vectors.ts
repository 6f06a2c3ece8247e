// The examples of RFC 7515 appendix A, RFC 7520 section 4 and RFC 8037 appendix A, values as the RFCs print them.
// Each is proved by its own signature.

/** Claims of RFC 7515 A.1 to A.3: `{"iss":"joe","exp":1300819380,"http://example.com/is_root":true}` with its line breaks. */
const JOE = "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
/** The text that RFC 7520 signs. */
const FRODO = [
  "SXTigJlzIGEgZGFuZ2Vyb3VzIGJ1c2luZXNzLCBGcm9kbywgZ29pbmcgb3V0IHlvdXIgZG9vci4gWW91IHN0ZXAgb250byB0aGUg",
  "cm9hZCwgYW5kIGlmIHlvdSBkb24ndCBrZWVwIHlvdXIgZmVldCwgdGhlcmXigJlzIG5vIGtub3dpbmcgd2hlcmUgeW91IG1pZ2h0",
  "IGJlIHN3ZXB0IG9mZiB0by4",
].join("");

const RSA_JOE = [
  "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yR",
  "T-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXB",
  "dQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9ia",
  "GNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ",
].join("");
const SIGNATURE_A1 = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const SIGNATURE_A2 = [
  "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9",
  "uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB",
  "_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rq",
  "Vt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw",
].join("");
const SIGNATURE_A3 = "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";
const SIGNATURE_A4 = [
  "AdwMgeerwtHoh-l192l60hp9wAHZFVJbLfD_UxMi70cwnZOYaRI1bKPWROc-mZZqwqT2SI-KGDKB34XO0aw_7XdtAG8GaSwFKdCA",
  "PZgoXD2YBJZCPEX3xKpRwcdOO8KpEHwJjyqOgzDO7iKvU8vcnwNrmxYbSW9ERBXukOXolLzeO_Jn",
].join("");
const SIGNATURE_4_1 = [
  "MRjdkly7_-oTPTS3AXP41iQIGKa80A0ZmTuV5MEaHoxnW2e5CZ5NlKtainoFmKZopdHM1O2U4mwzJdQx996ivp83xuglII7PNDi8",
  "4wnB-BDkoBwA78185hX-Es4JIwmDLJK3lfWRa-XtL0RnltuYv746iYTh_qHRD68BNt1uSNCrUCTJDt5aAE6x8wW1Kt9eRo4QPocS",
  "adnHXFxnt8Is9UzpERV0ePPQdLuW3IS_de3xyIrDaLGdjluPxUAhb6L2aXic1U12podGU0KLUQSE_oI-ZnmKJ3F4uOZDnd6QZWJu",
  "shZ41Axf_fcIe8u9ipH84ogoree7vjbU5y18kDquDg",
].join("");
const SIGNATURE_4_2 = [
  "cu22eBqkYDKgIlTpzDXGvaFfz6WGoz7fUDcfT0kkOy42miAh2qyBzk1xEsnk2IpN6-tPid6VrklHkqsGqDqHCdP6O8TTB5dDDItl",
  "lVo6_1OLPpcbUrhiUSMxbbXUvdvWXzg-UD8biiReQFlfz28zGWVsdiNAUf8ZnyPEgVFn442ZdNqiVJRmBqrYRXe8P_ijQ7p8Vdz0",
  "TTrxUeT3lm8d9shnr2lfJT8ImUjvAA2Xez2Mlp8cBE5awDzT0qI0n6uiP1aCN_2_jLAeQTlqRHtfa64QQSUmFAAjVKPbByi7xho0",
  "uTOcbH510a6GYmJUAfmWjwZ6oD4ifKo8DYM-X72Eaw",
].join("");
const SIGNATURE_4_3 = [
  "AE_R_YZCChjn4791jSQCrdPZCNYqHXCTZH0-JZGYNlaAjP2kqaluUIIUnC9qvbu9Plon7KRTzoNEuT4Va2cmL1eJAQy3mtPBu_u_",
  "sDDyYjnAMDxXPn7XrT0lw-kvAD890jl8e2puQens_IEKBpHABlsbEPX6sFY8OcGDqoRuBomu9xQ2",
].join("");
const RSA_BILBO = [
  "n4EPtAOCc9AlkeQHPzHStgAbgs7bTZLwUBZdR8_KuKPEHLd4rHVTeT-O-XV2jRojdNhxJWTDvNd7nqQ0VEiZQHz_AJmSCpMaJMRB",
  "SFKrKb2wqVwGU_NsYOYL-QtiWN2lbzcEe6XC0dApr5ydQLrHqkHHig3RBordaZ6Aj-oBHqFEHYpPe7Tpe-OfVfHd1E6cS6M1FZcD",
  "1NNLYD5lFHpPI9bTwJlsde3uhGqC0ZCuEHg8lhzwOHrtIQbS0FVbb9k3-tVTU4fg_3L_vniUFAKwuCLqKnS2BYwdq_mzSnbLY7h_",
  "qixoR7jig3__kRhuaxwUkRz5iaiQkqgc5gHdrNP5zw",
].join("");
const KID_BILBO = "bilbo.baggins@hobbiton.example";
const KID_MAC = "018c0ae5-4d9b-471b-bfd6-eef314bc7037";
const SIGNATURE_MAC = "s0h6KThzkfBBBkLspW1h84VsJZFTsPPqMDA7g1Md7p0";
const HEADER_MAC = "eyJhbGciOiJIUzI1NiIsImtpZCI6IjAxOGMwYWU1LTRkOWItNDcxYi1iZmQ2LWVlZjMxNGJjNzAzNyJ9";

const HS256 = "eyJhbGciOiJIUzI1NiJ9";
const RS256 = "eyJhbGciOiJSUzI1NiJ9";
const ES256 = "eyJhbGciOiJFUzI1NiJ9";

const bilboRsa = { kty: "RSA", kid: KID_BILBO, use: "sig", n: RSA_BILBO, e: "AQAB" };
const bilboEc = {
  kty: "EC",
  kid: KID_BILBO,
  use: "sig",
  crv: "P-521",
  x: "AHKZLLOsCOzz5cY97ewNUajB957y-C-U88c3v13nmGZx6sYl_oJXu9A5RkTKqjqvjyekWF-7ytDyRXYgCF5cj0Kt",
  y: "AdymlHvOiLxXkEhayXQnNCvDX4h9htZaCJN34kfmC6pV5OhQHiraVySsUdaQkAgDPrwQrJmbnX9cwlGfP-HqHZR1",
};
const macKey = { kty: "oct", kid: KID_MAC, use: "sig", alg: "HS256", k: "hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg" };

/** The time that the claims of RFC 7515 expire, in seconds. */
export const JOE_EXPIRES = 1_300_819_380;

/** A token of an RFC whose signature is valid under its key. */
export interface Vector {
  readonly name: string;
  readonly alg: string;
  readonly key: Readonly<Record<string, string>>;
  readonly token: string;
  /** Whether the payload is a claim set; the others sign a text. */
  readonly isClaimSet: boolean;
}

/** The tokens in compact serialization that carry a payload and a signature. */
export const VECTORS: readonly Vector[] = [
  {
    name: "RFC 7515 A.1",
    alg: "HS256",
    key: { kty: "oct", k: "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow" },
    token: `eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.${JOE}.${SIGNATURE_A1}`,
    isClaimSet: true,
  },
  {
    name: "RFC 7515 A.2",
    alg: "RS256",
    key: { kty: "RSA", n: RSA_JOE, e: "AQAB" },
    token: `${RS256}.${JOE}.${SIGNATURE_A2}`,
    isClaimSet: true,
  },
  {
    name: "RFC 7515 A.3",
    alg: "ES256",
    key: {
      kty: "EC",
      crv: "P-256",
      x: "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
      y: "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0",
    },
    token: `${ES256}.${JOE}.${SIGNATURE_A3}`,
    isClaimSet: true,
  },
  {
    name: "RFC 7515 A.4",
    alg: "ES512",
    key: {
      kty: "EC",
      crv: "P-521",
      x: "AekpBQ8ST8a8VcfVOTNl353vSrDCLLJXmPk06wTjxrrjcBpXp5EOnYG_NjFZ6OvLFV1jSfS9tsz4qUxcWceqwQGk",
      y: "ADSmRA43Z1DSNx_RvcLI87cdL07l6jQyyBXMoxVg_l2Th-x3S1WDhjDly79ajL4Kkd0AZMaZmh9ubmf63e3kyMj2",
    },
    token: `eyJhbGciOiJFUzUxMiJ9.UGF5bG9hZA.${SIGNATURE_A4}`,
    isClaimSet: false,
  },
  {
    name: "RFC 7520 4.1",
    alg: "RS256",
    key: bilboRsa,
    token: `eyJhbGciOiJSUzI1NiIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9.${FRODO}.${SIGNATURE_4_1}`,
    isClaimSet: false,
  },
  {
    name: "RFC 7520 4.2",
    alg: "PS384",
    key: bilboRsa,
    token: `eyJhbGciOiJQUzM4NCIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9.${FRODO}.${SIGNATURE_4_2}`,
    isClaimSet: false,
  },
  {
    name: "RFC 7520 4.3",
    alg: "ES512",
    key: bilboEc,
    token: `eyJhbGciOiJFUzUxMiIsImtpZCI6ImJpbGJvLmJhZ2dpbnNAaG9iYml0b24uZXhhbXBsZSJ9.${FRODO}.${SIGNATURE_4_3}`,
    isClaimSet: false,
  },
  {
    name: "RFC 7520 4.4",
    alg: "HS256",
    key: macKey,
    token: `${HEADER_MAC}.${FRODO}.${SIGNATURE_MAC}`,
    isClaimSet: false,
  },
  {
    name: "RFC 8037 A.4",
    alg: "EdDSA",
    key: { kty: "OKP", crv: "Ed25519", x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo" },
    token:
      "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc." +
      "hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg",
    isClaimSet: false,
  },
];

/** The private key of RFC 8037 A.1, whose public key verifies A.4. */
export const ED25519_PRIVATE = {
  kty: "OKP",
  crv: "Ed25519",
  d: "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
  x: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
};

/** An example that is no token in compact serialization with content, or has no signature. */
export interface Oddity {
  readonly name: string;
  readonly token: unknown;
  readonly key: Readonly<Record<string, string>>;
  readonly want: string;
}

const KID_JOE_RSA = "2010-12-29";
const KID_JOE_EC = "e9bc097a-ce51-4036-9562-d2ade882db0d";
const SIGNATURE_4_6 = "bWUSVaxorn7bEF1djytBd0kHv70Ly5pvbomzMWSOr20";
const SIGNATURE_4_7 = "xuLifqLGiblpv9zBpuZczWhNj1gARaLV3UxvxhJxZuk";

/** The JSON serializations (RFC 7515 section 7.2) of the examples, detached content and the unsecured token. */
export const ODDITIES: readonly Oddity[] = [
  { name: "RFC 7515 A.5, unsecured", token: `eyJhbGciOiJub25lIn0.${JOE}.`, key: macKey, want: "algorithm_not_allowed" },
  ...json("RFC 7515 A.6, general JSON", bilboRsa, {
    payload: JOE,
    signatures: [
      { protected: RS256, header: { kid: KID_JOE_RSA }, signature: SIGNATURE_A2 },
      { protected: ES256, header: { kid: KID_JOE_EC }, signature: SIGNATURE_A3 },
    ],
  }),
  ...json("RFC 7515 A.7, flattened JSON", bilboEc, {
    payload: JOE,
    protected: ES256,
    header: { kid: KID_JOE_EC },
    signature: SIGNATURE_A3,
  }),
  // Compact with nothing between the dots: in form a token of empty content, which nobody has signed.
  {
    name: "RFC 7520 4.5, detached compact",
    token: `${HEADER_MAC}..${SIGNATURE_MAC}`,
    key: macKey,
    want: "invalid_signature",
  },
  ...json("RFC 7520 4.5, detached general JSON", macKey, {
    signatures: [{ protected: HEADER_MAC, signature: SIGNATURE_MAC }],
  }),
  ...json("RFC 7520 4.5, detached flattened JSON", macKey, { protected: HEADER_MAC, signature: SIGNATURE_MAC }),
  ...json("RFC 7520 4.6, general JSON", macKey, {
    payload: FRODO,
    signatures: [{ protected: HS256, header: { kid: KID_MAC }, signature: SIGNATURE_4_6 }],
  }),
  ...json("RFC 7520 4.6, flattened JSON", macKey, {
    payload: FRODO,
    protected: HS256,
    header: { kid: KID_MAC },
    signature: SIGNATURE_4_6,
  }),
  ...json("RFC 7520 4.7, general JSON", macKey, {
    payload: FRODO,
    signatures: [{ header: { alg: "HS256", kid: KID_MAC }, signature: SIGNATURE_4_7 }],
  }),
  ...json("RFC 7520 4.7, flattened JSON", macKey, {
    payload: FRODO,
    header: { alg: "HS256", kid: KID_MAC },
    signature: SIGNATURE_4_7,
  }),
  // With the one of its three signatures that is also that of 4.4, and would verify alone.
  ...json("RFC 7520 4.8, several signatures", macKey, {
    payload: FRODO,
    signatures: [{ protected: HEADER_MAC, signature: SIGNATURE_MAC }],
  }),
  {
    name: "RFC 7520 4.7 as compact, without a protected header",
    token: `.${FRODO}.${SIGNATURE_4_7}`,
    key: macKey,
    want: "malformed_token",
  },
];

/** One JSON serialization as the text and as the object. */
function json(name: string, key: Readonly<Record<string, string>>, value: object): readonly Oddity[] {
  return [
    { name: `${name}, as text`, token: JSON.stringify(value), key, want: "malformed_token" },
    { name: `${name}, as an object`, token: value, key, want: "malformed_token" },
  ];
}
