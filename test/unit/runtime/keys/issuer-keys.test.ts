import { afterEach, describe, expect, it, vi } from "vitest";
import { engine } from "../../../../src/runtime/engine/platform-engine.js";
import { chooseKey } from "../../../../src/runtime/keys/issuer-keys.js";
import type { ConsumerDefinition } from "../../../../src/runtime/policy/definition.js";
import { matchIssuer } from "../../../../src/runtime/policy/issuer-pattern.js";
import { createVerifier } from "../../../../src/runtime/verify/verifier.js";
import { verifyToken } from "../../../../src/runtime/verify/verify.js";
import { CLAIMS, consumer, EC, EC_OTHER, HEADER, NOW, refusalOf, token } from "../sample.js";

const A = "https://a.example";
const B = "https://b.example";
const PATTERN = "https://login.example/{tenant}/v2.0";
const TENANT = "https://login.example/acme/v2.0";

const exact: ConsumerDefinition = consumer({ issuer: [A, B] });
const patterned: ConsumerDefinition = { ...consumer({ issuer: [A, PATTERN] }), matchIssuer };

const ofIssuer = (iss: unknown, key = EC.privateKey, header: object = HEADER) => token(header, { ...CLAIMS, iss }, key);
const codeOf = async (call: () => Promise<unknown>) => (await refusalOf(call)).code;

/** The two ways to verify, which have to agree: at once, and with a verifier that knows the token already. */
const WAYS = [
  [
    "verify",
    (definition: ConsumerDefinition, text: string, key: unknown) =>
      verifyToken(definition, text, { key: key as never, now: NOW }),
  ],
  [
    "a verifier",
    async (definition: ConsumerDefinition, text: string, key: unknown) => {
      const verify = createVerifier(definition, { key: key as never, cache: { entries: 2 } });
      await verify(text, { now: NOW });
      return verify(text, { now: NOW });
    },
  ],
] as const;

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(WAYS)("keys by issuer, given to %s", (_name, verify) => {
  it.each([
    ["a record", { issuers: { [A]: EC.publicKey, [B]: EC_OTHER.publicKey } }],
    [
      "a record of key sets",
      { issuers: { [A]: { keys: [EC.publicKey.export({ format: "jwk" })] }, [B]: EC_OTHER.publicKey } },
    ],
    ["a record of resolvers", { issuers: { [A]: () => EC.publicKey, [B]: async () => EC_OTHER.publicKey } }],
  ])("verify the tokens of their issuers as %s, and never those of another", async (_form, key) => {
    expect(await verify(exact, ofIssuer(A), key)).toMatchObject({ claims: { iss: A } });
    expect(await verify(exact, ofIssuer(B, EC_OTHER.privateKey), key)).toMatchObject({ claims: { iss: B } });
    expect(await codeOf(() => verify(exact, ofIssuer(B), key))).toBe("invalid_signature");
    expect(await codeOf(() => verify(exact, ofIssuer(A, EC_OTHER.privateKey), key))).toBe("invalid_signature");
  });

  it.each<[string, unknown]>([
    ["an unknown issuer", "https://c.example"],
    ["an issuer with a slash more", `${A}/`],
    ["an issuer in another case", "https://A.example"],
    ["a name that every object has", "constructor"],
    ["the name of the prototype", "__proto__"],
    ["a list with an issuer", [A]],
    ["no text", 1],
    ["a pattern", PATTERN],
  ])("refuse a token of %s before any key is looked at", async (_issuer, iss) => {
    const read = vi.fn(() => EC.publicKey);
    const verifySignature = vi.spyOn(engine, "verify");
    const issuers = { [A]: read };
    const refusal = await refusalOf(() => verify(exact, ofIssuer(iss), { issuers }));
    expect(refusal).toMatchObject({ code: "issuer_mismatch" });
    expect(refusal.message).not.toContain(String(iss));
    expect(read).not.toHaveBeenCalled();
    expect(verifySignature).not.toHaveBeenCalled();
  });

  it("refuse a token without an issuer, and one whose payload cannot be read", async () => {
    const key = { issuers: { [A]: EC.publicKey } };
    const { iss: _, ...rest } = CLAIMS;
    expect(await codeOf(() => verify(exact, token(HEADER, rest), key))).toBe("issuer_mismatch");
    expect(await codeOf(() => verify(exact, token(HEADER, `{"iss":"${A}","iss":"${B}"}`), key))).toBe(
      "malformed_token",
    );
    expect(await codeOf(() => verify(exact, token(HEADER, new Uint8Array([0xff])), key))).toBe("malformed_token");
  });

  it("do not widen the policy's issuers", async () => {
    const key = { issuers: { "https://c.example": EC.publicKey } };
    expect(await codeOf(() => verify(exact, ofIssuer("https://c.example"), key))).toBe("issuer_mismatch");
  });

  it("may stand under patterns where the policy has patterns", async () => {
    const key = { issuers: { [A]: EC_OTHER.publicKey, [PATTERN]: EC.publicKey } };
    expect(await verify(patterned, ofIssuer(TENANT), key)).toMatchObject({ issuerParameters: { tenant: "acme" } });
    expect(await codeOf(() => verify(patterned, ofIssuer(A), key))).toBe("invalid_signature");
    expect(await codeOf(() => verify(patterned, ofIssuer("https://login.example/a/v1"), key))).toBe("issuer_mismatch");
    expect(await codeOf(() => verify(exact, ofIssuer(TENANT), key))).toBe("issuer_mismatch");
  });

  it("count an issuer's own entry, else the first pattern that it fits", async () => {
    const own = { issuers: { [PATTERN]: EC_OTHER.publicKey, [TENANT]: EC.publicKey } };
    expect(await verify(patterned, ofIssuer(TENANT), own)).toMatchObject({ claims: { iss: TENANT } });
    const two = { issuers: { "https://login.example/acme/{version}": EC_OTHER.publicKey, [PATTERN]: EC.publicKey } };
    expect(await codeOf(() => verify(patterned, ofIssuer(TENANT), two))).toBe("invalid_signature");
  });

  it("tell a resolver for which issuer it is asked", async () => {
    const asked = vi.fn((..._: unknown[]) => EC.publicKey);
    await verify(patterned, ofIssuer(TENANT), { issuers: { [PATTERN]: asked } });
    const [header, parts, named] = asked.mock.calls[0] ?? [];
    expect(header).toEqual(HEADER);
    expect(parts).toHaveProperty("payload");
    expect(named).toEqual({ issuer: TENANT, issuerParameters: { tenant: "acme" } });
    await verify(patterned, ofIssuer(A), { issuers: { [A]: asked } });
    expect(asked.mock.lastCall?.[2]).toEqual({ issuer: A, issuerParameters: {} });
  });

  it("are for no issuer that calls itself a pattern, though that is an own member", async () => {
    const asked = vi.fn(() => EC.publicKey);
    expect(await codeOf(() => verify(patterned, ofIssuer(PATTERN), { issuers: { [PATTERN]: asked } }))).toBe(
      "issuer_mismatch",
    );
    expect(asked).not.toHaveBeenCalled();
  });

  it.each<[string, unknown]>([
    ["null", { issuers: null }],
    ["a key that is null", { issuers: { [A]: null } }],
    ["keys by issuer in keys by issuer", { issuers: { [A]: { issuers: { [A]: EC.publicKey } } } }],
    ["what throws when it is read", { issuers: new Proxy({}, { getOwnPropertyDescriptor: () => raise() }) }],
  ])("are refused where `issuers` is %s", async (_name, key) => {
    expect(await codeOf(() => verify(exact, ofIssuer(A), key))).toBe("invalid_key");
  });

  it("have no entries that they inherit, nor those of a Map", async () => {
    const inherited: unknown = Object.create({ [A]: EC.publicKey });
    for (const issuers of [inherited, new Map([[A, EC.publicKey]])]) {
      expect(await codeOf(() => verify(exact, ofIssuer(A), { issuers }))).toBe("issuer_mismatch");
    }
  });
});

function raise(): never {
  throw new TypeError("no");
}

describe("chooseKey", () => {
  it.each<[string, unknown]>([
    ["a JWK", { ...EC.publicKey.export({ format: "jwk" }), issuers: {} }],
    ["a JWK Set", { keys: [], issuers: {} }],
    ["a KeyObject", EC.publicKey],
    ["a secret", new Uint8Array(32)],
    ["a PEM", EC.publicKey.export({ type: "spki", format: "pem" })],
    ["a resolver", () => EC.publicKey],
    ["an object that inherits `issuers`", Object.create({ issuers: {} })],
  ])("leaves %s as it is, and does not read the payload", (_name, key) => {
    expect(chooseKey(key, "no JSON", exact)).toBe(key);
  });
});

describe("a verifier that knows a token", () => {
  it("refuses it once its issuer is taken away, or has another key", async () => {
    const issuers = Object.fromEntries([
      [A, EC.publicKey],
      [B, EC_OTHER.publicKey],
    ]);
    const verify = createVerifier(exact, { key: { issuers }, cache: { entries: 2 } });
    await verify(ofIssuer(A), { now: NOW });
    const text = ofIssuer(A);
    await verify(text, { now: NOW });
    issuers[A] = EC_OTHER.publicKey;
    expect(await codeOf(() => verify(text, { now: NOW }))).toBe("invalid_signature");
    delete issuers[A];
    expect(await codeOf(() => verify(text, { now: NOW }))).toBe("issuer_mismatch");
  });

  it("still narrows the issuer, to the letter", async () => {
    const verify = createVerifier(patterned, { key: EC.publicKey, cache: { entries: 2 } });
    const text = ofIssuer(TENANT);
    const want = { issuerParameters: { tenant: "acme" } };
    for (const issuer of [TENANT, [A, TENANT]]) {
      expect(await verify(text, { now: NOW, issuer })).toMatchObject(want);
    }
    for (const issuer of [A, "https://login.example/other/v2.0", PATTERN, [PATTERN, A]]) {
      expect(await codeOf(() => verify(text, { now: NOW, issuer }))).toBe("issuer_mismatch");
    }
  });
});
