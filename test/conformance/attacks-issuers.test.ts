import { describe, expect, it } from "vitest";
import { forgeToken, KEYS, NOW, SECRET } from "../support/forge-token.js";
import {
  A,
  ACME,
  API,
  B,
  type Call,
  CLAIMS,
  codeOf,
  type Kind,
  LOGIN,
  make,
  REALM,
  useIssuers,
} from "../support/issuers-sample.js";

const { verify, createVerifier, authenticate, verifyAny } = useIssuers();

const own = KEYS.ec;
const other = KEYS.ecOther;

/** Ways to verify a token of a kind, the last of which knows it already where it is a good one. */
const WAYS: readonly (readonly [string, (kind: Kind, token: unknown, options: object) => Promise<unknown>])[] = [
  ["verify", (kind, token, options) => verify(kind)(token, options)],
  ["a verifier", (kind, token, options) => createVerifier(kind, options)(token)],
  [
    "a verifier that has seen the token",
    async (kind, token, options) => {
      const call: Call = createVerifier(kind, { ...options, cache: { entries: 4 } });
      await call(token).catch(() => undefined);
      return call(token);
    },
  ],
  [
    "authenticate",
    (kind, token, options) => authenticate(kind, new Headers({ authorization: `Bearer ${token}` }), options),
  ],
  [
    "verifyAny",
    (kind, token, { key, ...options }: { readonly key?: unknown }) =>
      verifyAny(token, { keys: { [kind]: key }, ...options }),
  ],
];

/** `iss` as JSON text that is not the issuer A, whatever somebody may take it for. */
const NOT_A = [
  `["${A}"]`,
  `{"0":"${A}"}`,
  `{"toString":"${A}"}`,
  "1",
  "null",
  "true",
  '""',
  `"${A}/"`,
  `"${A}#"`,
  `"${A}?"`,
  `"${A}:443"`,
  `"${A}."`,
  `" ${A}"`,
  `"${A}\\u0000"`,
  `"${A}\\n"`,
  '"HTTPS://a.example"',
  '"https://A.example"',
  '"https://user@a.example"',
  '"https://%61.example"',
  '"https://a.example%2f"',
  '"https://a.ex\\u0430mple"',
  '"https://\\uff41.example"',
  '"https://a.example\\u200b"',
  '"__proto__"',
  '"constructor"',
  '"toString"',
  '"issuers"',
  '"0"',
  '"length"',
];
const keysOfTwo = { issuers: { [A]: own.publicKey, [B]: other.publicKey } };

describe.each(WAYS)("keys by issuer, attacked through %s", (_name, call) => {
  const answer = (token: unknown, key: unknown, kind: Kind = "access") => codeOf(() => call(kind, token, { key }));
  const raw = (iss: string, kind: Kind = "access") =>
    make(kind, JSON.stringify({ ...CLAIMS, iss: undefined }).replace(/}$/, `,"iss":${iss}}`));

  it("take a token of each issuer with its own keys only", async () => {
    const answers = [];
    for (const iss of [A, B]) {
      for (const { privateKey } of [own, other])
        answers.push(await answer(make("access", { iss }, privateKey), keysOfTwo));
    }
    expect(answers).toEqual(["accepted", "invalid_signature", "invalid_signature", "accepted"]);
  });

  it.each(NOT_A)("are for no one who calls himself %s", async (iss) => {
    expect(await answer(raw(iss), keysOfTwo)).toBe("issuer_mismatch");
  });

  it("are for no one who is named twice, or on the prototype", async () => {
    expect(await answer(raw(`"${B}","iss":"${A}"`), keysOfTwo)).toBe("malformed_token");
    expect(await answer(raw(`"${B}","\\u0069ss":"${A}"`), keysOfTwo)).toBe("malformed_token");
    const inherited = JSON.stringify(CLAIMS).replace(/}$/, `,"__proto__":{"iss":"${A}"}}`);
    expect(await answer(make("access", inherited), keysOfTwo)).toBe("issuer_mismatch");
  });

  it("do not let a header name the issuer", async () => {
    const token = forgeToken({ alg: "ES256", typ: "at+jwt", iss: B }, { ...CLAIMS, iss: A }, other.privateKey);
    expect(await answer(token, keysOfTwo)).toBe("invalid_signature");
  });

  it("with members of every object's names are members like any other", async () => {
    const key = { issuers: JSON.parse('{"__proto__":{"kty":"EC"},"constructor":{"keys":[]}}') as object };
    for (const iss of ["toString", "hasOwnProperty", A])
      expect(await answer(raw(JSON.stringify(iss)), key)).toBe("issuer_mismatch");
  });

  it("hand a resolver nothing of a pattern that is named as an issuer", async () => {
    const asked: unknown[] = [];
    const resolver = (...given: unknown[]) => {
      asked.push(given[2]);
      return own.publicKey;
    };
    const key = { issuers: { [LOGIN]: resolver } };
    for (const iss of [
      LOGIN,
      "https://login.example/{x}/v2.0",
      "https://login.example//v2.0",
      "https://login.example/%2e/v2.0",
    ]) {
      expect(await answer(make("tenant", { iss }), key, "tenant")).toBe("issuer_mismatch");
    }
    expect(asked).toEqual([]);
  });
});

describe.each(WAYS)("a pattern of issuers, attacked through %s", (_name, call) => {
  const answer = (iss: unknown, more: object = {}) =>
    codeOf(() => call("tenant", make("tenant", { iss }), { key: own.publicKey, ...more }));

  it.each(["acme", "ACME", "a.b", ".a", "...a", "-", "_", "~", "0", "v2.0", "a".repeat(4000)])(
    "fits %s",
    async (tenant) => {
      expect(await answer(`https://login.example/${tenant}/v2.0`)).toBe("accepted");
    },
  );

  it.each([
    "",
    ".",
    "..",
    "...",
    "/",
    "a/b",
    "a%2fb",
    "%2e%2e",
    "%61",
    "a b",
    "a\n",
    "\na",
    "a?",
    "a#",
    "a;b",
    "a:1",
    "u@a",
    "a\\b",
    "{tenant}",
    "{",
    "*",
    "\u0430cme",
    "\uff41",
    "é",
    "\u0000",
    "a\u2028",
    "\u200b",
    "\u212a",
    "\u017f",
    "\ud800",
  ])("does not fit %j", async (tenant) => {
    expect(await answer(`https://login.example/${tenant}/v2.0`)).toBe("issuer_mismatch");
  });

  it.each([
    "https://login.example.evil.example/acme/v2.0",
    "https://login.example@evil.example/acme/v2.0",
    "https://user@login.example/acme/v2.0",
    "https://login.example:8443/acme/v2.0",
    "https://LOGIN.example/acme/v2.0",
    "http://login.example/acme/v2.0",
    "https:/login.example/acme/v2.0",
    "https:///login.example/acme/v2.0",
    "https://login.example/acme/v2.0/",
    "https://login.example//acme/v2.0",
    "https://login.example/acme/V2.0",
    "https://login.example/acme/v2.0?x",
    "https://login.example/x/../acme/v2.0",
    "https://login.example/acme",
    "https://{x}/acme/v2.0",
    "https://id.example/realms",
    "https://id.example/realms/",
    "https://id.example/realms/a/b",
    "https://id.example/{realms}/a",
  ])("does not fit %s", async (iss) => {
    expect(await answer(iss)).toBe("issuer_mismatch");
  });

  it.each([[[ACME]], [{ "0": ACME }], [null], [7], [undefined]])("does not fit %j, which is no text", async (iss) => {
    expect(await answer(iss)).toBe("issuer_mismatch");
  });

  it("is no wildcard that a caller's value can bring in", async () => {
    // As when the tenant stands in the path of the request: `https://login.example/${tenant}/v2.0`.
    for (const tenant of ["{x}", "{tenant}", "evil"]) {
      expect(await answer(ACME, { issuer: `https://login.example/${tenant}/v2.0` })).toBe("issuer_mismatch");
    }
    expect(await answer(ACME, { issuer: ACME })).toBe("accepted");
  });
});

describe("a tenant", () => {
  it("is what the verified token says, also where undeclared claims are taken out", async () => {
    const token = make("tenant", { iss: ACME, extra: 1, issuerParameters: { tenant: "evil" } });
    const { claims, issuerParameters } = await verify("tenant")(token, { key: own.publicKey });
    expect([Object.keys(claims), issuerParameters]).toEqual([
      ["aud", "sub", "role", "iat", "exp", "iss"],
      { tenant: "acme" },
    ]);
  });

  it("is one of the pattern that it fits", async () => {
    const token = make("tenant", { iss: "https://id.example/realms/r1" });
    expect(await verify("tenant")(token, { key: own.publicKey })).toMatchObject({ issuerParameters: { realm: "r1" } });
    const narrowed = { key: own.publicKey, issuer: [REALM, ACME] };
    expect(await codeOf(() => verify("tenant")(token, narrowed))).toBe("issuer_mismatch");
  });
});

describe("verifyAny, attacked", () => {
  const used: string[] = [];
  const keyOf = (kind: Kind) => () => {
    used.push(kind);
    return kind === "job" ? SECRET : own.publicKey;
  };
  const answer = async (token: unknown, ...kinds: readonly Kind[]) => {
    used.length = 0;
    const keys = Object.fromEntries(kinds.map((kind) => [kind, keyOf(kind)]));
    const code = await codeOf(() => verifyAny(token, { keys }));
    return [code, ...used];
  };
  const typed = (typ: unknown, iss: unknown, alg = "ES256", key: Parameters<typeof forgeToken>[2] = own.privateKey) =>
    forgeToken({ alg, ...(typ === undefined ? {} : { typ }) }, { ...CLAIMS, iss }, key);

  it.each<[string, unknown, unknown, readonly Kind[], readonly string[]]>([
    ["a type of no kind", "x+jwt", A, ["access", "job"], ["type_mismatch"]],
    ["no type, where each kind wants one", undefined, A, ["access", "job"], ["type_mismatch"]],
    ["a type of a kind that is not accepted here", "job+jwt", A, ["access", "plain"], ["type_mismatch"]],
    ["a list of types", ["at+jwt"], A, ["access", "job"], ["type_mismatch"]],
    ["a type with a parameter", "at+jwt;x=1", A, ["access", "job"], ["type_mismatch"]],
    ["a type with a space", "at+jwt ", A, ["access", "job"], ["type_mismatch"]],
    ["a type of another alphabet", "\u0430t+jwt", A, ["access", "job"], ["type_mismatch"]],
    ["a type __proto__", "__proto__", A, ["access", "job"], ["type_mismatch"]],
    ["a type of two kinds, and an issuer of neither", "JWT", B, ["plain", "tenant"], ["issuer_mismatch"]],
    ["a type of two kinds, and an issuer in a list", "JWT", [A], ["plain", "tenant"], ["issuer_mismatch"]],
    ["no type, which two kinds may lack", undefined, A, ["plain", "tenant"], ["accepted", "plain"]],
    ["a type of two kinds, and no issuer", "JWT", undefined, ["plain", "tenant"], ["issuer_mismatch"]],
    ["an issuer that two patterns fit", "JWT", ACME, ["tenant", "special"], ["type_mismatch"]],
    ["an issuer that a kind takes from anyone", "JWT", A, ["plain", "open"], ["type_mismatch"]],
    [
      "an issuer that one of the patterns fits",
      "JWT",
      "https://login.example/acme/v3",
      ["tenant", "special"],
      ["accepted", "special"],
    ],
    ["an issuer that is told by its text", "JWT", A, ["plain", "tenant", "special"], ["accepted", "plain"]],
    ["the type of another issuer's kind", "JWT", A, ["tenant"], ["issuer_mismatch", "tenant"]],
  ])("answers to %s", async (_name, typ, iss, kinds, want) => {
    expect(await answer(typed(typ, iss), ...kinds)).toEqual(want);
  });

  it("does not let the algorithm choose the kind", async () => {
    const asJob = typed("job+jwt", A);
    expect(await answer(asJob, "access", "job")).toEqual(["algorithm_not_allowed"]);
    const publicText = own.publicKey.export({ type: "spki", format: "pem" });
    const confused = typed("at+jwt", A, "HS256", Buffer.from(publicText));
    expect(await answer(confused, "access", "job")).toEqual(["algorithm_not_allowed"]);
  });

  it("does not let a `token` among the claims say the kind", async () => {
    const token = make("access", { iss: A, token: "job" });
    const verified = await verifyAny(token, { keys: { access: own.publicKey, job: SECRET } });
    expect(verified.token).toBe("access");
  });

  it("has no kinds but those of the package", async () => {
    for (const keys of ['{"__proto__":{"kty":"EC"}}', '{"constructor":{"kty":"EC"}}', '{"toString":"x"}']) {
      const options = { keys: JSON.parse(keys) as object };
      expect(await codeOf(() => verifyAny(make("access", { iss: A }), options))).toBe("invalid_option");
    }
  });
});

describe("a policy of one family of algorithms", () => {
  const rsa = KEYS.rsa.publicKey;
  const spki = rsa.export({ type: "spki", format: "pem" }) as string;
  const confused = [
    ["a PEM", spki],
    ["a PEM as bytes", Buffer.from(spki)],
    ["DER bytes", new Uint8Array(rsa.export({ type: "spki", format: "der" }))],
    ["a KeyObject", rsa],
    ["a JWK", rsa.export({ format: "jwk" })],
    ["a JWK as bytes", Buffer.from(JSON.stringify(rsa.export({ format: "jwk" })))],
    ["a secret JWK that holds a PEM", { kty: "oct", k: Buffer.from(spki).toString("base64url") }],
    ["a JWK Set", { keys: [rsa.export({ format: "jwk" })] }],
    [
      "a JWK Set with a secret that holds a PEM",
      { keys: [{ kty: "oct", k: Buffer.from(spki).toString("base64url") }] },
    ],
  ] as const;
  const secrets = [
    Buffer.from(spki),
    new Uint8Array(rsa.export({ type: "spki", format: "der" })),
    Buffer.from(JSON.stringify(rsa.export({ format: "jwk" }))),
  ];

  it.each(confused)("takes no public key for a secret, given as %s", async (_name, key) => {
    for (const secret of secrets) {
      const token = forgeToken({ alg: "HS256", typ: "job+jwt" }, { ...CLAIMS, iss: A }, secret);
      for (const given of [key, () => key, { issuers: { [A]: key } }]) {
        expect(await codeOf(() => verify("job")(token, { key: given }))).toMatch(/^(?:invalid_key|key_not_found)$/);
      }
    }
  });

  it.each([
    "none",
    "None",
    "HS256",
    "HS384",
    "RS256",
    "PS256",
    "ES384",
    "ES256K",
    "EdDSA",
    "Ed25519",
    "Ed448",
    "ecdsa",
    "__proto__",
    "toString",
  ])("knows no algorithm %s of another", async (alg) => {
    const token = forgeToken({ alg, typ: "at+jwt" }, { ...CLAIMS, iss: A }, own.privateKey);
    const key = { issuers: { [A]: own.publicKey } };
    expect(await codeOf(() => verify("access")(token, { key }))).toBe("algorithm_not_allowed");
  });
});

describe("a verifier that knows a token", () => {
  const token = make("access", { iss: A });
  it.each<[string, object, string]>([
    ["gone", {}, "issuer_mismatch"],
    ["replaced", { [A]: other.publicKey }, "invalid_signature"],
    ["undefined", { [A]: undefined }, "invalid_key"],
    ["an empty set", { [A]: { keys: [] } }, "key_not_found"],
    ["a resolver that knows none", { [A]: () => undefined }, "key_not_found"],
    ["a resolver that fails", { [A]: () => Promise.reject(new TypeError("down")) }, "jwks_unavailable"],
  ])("refuses it while its issuer's key is %s", async (_name, now, want) => {
    const issuers: Record<string, unknown> = { ...keysOfTwo.issuers };
    const call = createVerifier("access", { key: { issuers }, cache: { entries: 4 } });
    await call(token);
    delete issuers[A];
    Object.assign(issuers, now);
    expect([await codeOf(() => call(token)), await codeOf(() => call(token))]).toEqual([want, want]);
    issuers[A] = own.publicKey;
    expect(await codeOf(() => call(token))).toBe("accepted");
  });

  it("does not answer one issuer's token for another's that ends alike", async () => {
    const call = createVerifier("access", { key: keysOfTwo, cache: { entries: 4 } });
    await call(token);
    const [header, , signature] = token.split(".");
    const [, payload] = make("access", { iss: B }).split(".");
    expect(await codeOf(() => call(`${header}.${payload}.${signature}`))).toBe("invalid_signature");
    expect(await codeOf(() => call(token, { issuer: B }))).toBe("issuer_mismatch");
    expect(await codeOf(() => call(token, { now: NOW + 600 }))).toBe("expired");
    expect(await codeOf(() => call(token, { audience: `${API}/` }))).toBe("audience_mismatch");
  });
});
