import { describe, expect, it, vi } from "vitest";
import type { ConsumerDefinition } from "../../../../src/runtime/policy/definition.js";
import { matchIssuer } from "../../../../src/runtime/policy/issuer-pattern.js";
import { verifyToken } from "../../../../src/runtime/verify/verify.js";
import { type TokenKind, verifyAnyToken } from "../../../../src/runtime/verify/verify-any.js";
import { CLAIMS, consumer, EC, EC_OTHER, encode, NOW, refusalOf, token } from "../sample.js";

const TENANT = "https://login.example/acme";

/** Kinds by name: two have types of their own, three have the same type and are told apart by issuer, as far as they can be. */
const KINDS = {
  access: kind({ ...consumer({ issuer: "https://a.example" }), acceptedTypes: ["at+jwt"] }),
  service: kind({ ...consumer({ issuer: "https://a.example", maxTokenBytes: 400 }), acceptedTypes: ["service+jwt"] }),
  plainA: kind({ ...consumer({ issuer: ["https://a.example", "https://a2.example"] }), acceptedTypes: [null, "JWT"] }),
  plainB: kind({ ...consumer({ issuer: "https://b.example" }), acceptedTypes: [null, "JWT"] }),
  tenant: kind({ ...consumer({ issuer: "https://login.example/{tenant}" }), acceptedTypes: ["JWT"], matchIssuer }),
  anyone: kind({ ...anyIssuer(), acceptedTypes: ["JWT"] }),
};

type Kinds = { readonly [Kind in keyof typeof KINDS]: object };

function kind(definition: ConsumerDefinition): TokenKind {
  const { policy, acceptedTypes, matchIssuer } = definition;
  const verify: TokenKind["verify"] = (text, options) => verifyToken(definition, text, options);
  return { policy, acceptedTypes, verify, ...(matchIssuer === undefined ? {} : { matchIssuer }) };
}

function anyIssuer(): ConsumerDefinition {
  const definition = consumer();
  const { issuer: _, ...policy } = definition.policy;
  return { ...definition, policy };
}

const verifyAny = (text: unknown, options: unknown) =>
  verifyAnyToken<Kinds, keyof Kinds>(KINDS, text as string, options as never);

/** One key for each of some kinds, which tells when it is used. */
function keysOf(...names: readonly string[]) {
  const used: string[] = [];
  const key = (name: string) => () => {
    used.push(name);
    return EC.publicKey;
  };
  return { used, keys: Object.fromEntries(names.map((name) => [name, key(name)])) };
}

const ALL_BUT_ANYONE = ["access", "service", "plainA", "plainB", "tenant"];

function signed(typ: string | undefined, iss: unknown, key = EC.privateKey): string {
  return token({ alg: "ES256", ...(typ === undefined ? {} : { typ }) }, { ...CLAIMS, iss }, key);
}

describe("verifyAny", () => {
  it.each([
    ["at+jwt", "https://a.example", "access"],
    ["application/AT+JWT", "https://a.example", "access"],
    ["service+jwt", "https://a.example", "service"],
    ["JWT", "https://a.example", "plainA"],
    ["jwt", "https://a2.example", "plainA"],
    [undefined, "https://b.example", "plainB"],
    ["JWT", TENANT, "tenant"],
  ])("takes a token of typ %s from %s as %s, and asks for the keys of that kind alone", async (typ, iss, want) => {
    const { keys, used } = keysOf(...ALL_BUT_ANYONE);
    const verified = await verifyAny(signed(typ, iss), { keys, now: NOW });
    expect(verified).toEqual({
      token: want,
      claims: { ...CLAIMS, iss },
      header: { alg: "ES256", ...(typ === undefined ? {} : { typ }) },
      ...(want === "tenant" ? { issuerParameters: { tenant: "acme" } } : {}),
    });
    expect(used).toEqual([want]);
  });

  it.each<[string, string | undefined, unknown, readonly string[], string]>([
    ["a type of no kind", "other+jwt", "https://a.example", ALL_BUT_ANYONE, "type_mismatch"],
    ["the type of a kind that has no keys here", "service+jwt", "https://a.example", ["access"], "type_mismatch"],
    ["no type where each kind has one", undefined, "https://a.example", ["access", "tenant"], "type_mismatch"],
    ["an issuer of no kind", "JWT", "https://c.example", ALL_BUT_ANYONE, "issuer_mismatch"],
    ["an issuer of a kind of another type", undefined, TENANT, ALL_BUT_ANYONE, "issuer_mismatch"],
    ["no issuer to choose by", "JWT", undefined, ALL_BUT_ANYONE, "issuer_mismatch"],
    ["an issuer that is no text", "JWT", ["https://a.example"], ALL_BUT_ANYONE, "issuer_mismatch"],
    ["two kinds that fit", "JWT", "https://a.example", ["plainA", "anyone"], "type_mismatch"],
    [
      "an issuer of no kind, where one kind alone has the type",
      "at+jwt",
      "https://c.example",
      ["access"],
      "issuer_mismatch",
    ],
  ])("refuses a token with %s", async (_name, typ, iss, names, want) => {
    const { keys, used } = keysOf(...names);
    const refusal = await refusalOf(() => verifyAny(signed(typ, iss), { keys, now: NOW }));
    expect(refusal.code).toBe(want);
    // Where the type leaves one kind, that kind's verify decides, which looks at the signature first.
    expect(used).toEqual(names.length === 1 && want === "issuer_mismatch" ? names : []);
  });

  it("never takes a token of one kind as one of another, whosever key has signed it", async () => {
    const keys = { plainA: EC.publicKey, plainB: EC_OTHER.publicKey };
    for (const iss of ["https://a.example", "https://b.example"]) {
      const wrong = iss === "https://a.example" ? EC_OTHER.privateKey : EC.privateKey;
      const refusal = await refusalOf(() => verifyAny(signed("JWT", iss, wrong), { keys, now: NOW }));
      expect(refusal.code).toBe("invalid_signature");
    }
  });

  it("looks for the chosen kind at all that its verify looks at", async () => {
    const { keys } = keysOf("access", "service");
    const long = token(
      { alg: "ES256", typ: "service+jwt" },
      { ...CLAIMS, iss: "https://a.example", jti: "x".repeat(300) },
    );
    const late = signed("at+jwt", "https://a.example");
    expect(await refusalOf(() => verifyAny(long, { keys, now: NOW }))).toMatchObject({ code: "token_too_large" });
    expect(await refusalOf(() => verifyAny(late, { keys, now: NOW + 600 }))).toMatchObject({ code: "expired" });
    const demands = { keys, now: NOW, audience: "https://other.example" };
    expect(await refusalOf(() => verifyAny(late, demands))).toMatchObject({ code: "audience_mismatch" });
  });

  it.each<[string, unknown, string]>([
    ["no text", 5, "malformed_token"],
    ["nothing", undefined, "malformed_token"],
    ["no token", "abc", "malformed_token"],
    ["an encrypted token", "a.b.c.d.e", "encrypted_token"],
    [
      "a payload that is no JSON",
      `${encode({ alg: "ES256", typ: "JWT" })}.${encode("{")}.${encode("x")}`,
      "malformed_token",
    ],
    ["more than any kind allows", "x".repeat(8193), "token_too_large"],
    ["an unsigned token", `${encode({ alg: "none", typ: "at+jwt" })}.${encode(CLAIMS)}.`, "algorithm_not_allowed"],
  ])("refuses %s", async (_name, text, want) => {
    const { keys, used } = keysOf(...ALL_BUT_ANYONE);
    expect(await refusalOf(() => verifyAny(text, { keys, now: NOW }))).toMatchObject({ code: want });
    expect(used).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ["none", undefined, "invalid_option"],
    ["a text", "keys", "invalid_option"],
    ["no keys", {}, "invalid_option"],
    ["keys that are null", { keys: null }, "invalid_option"],
    ["keys of no kind", { keys: {} }, "invalid_option"],
    ["keys of a kind that is not there", { keys: { acess: EC.publicKey } }, "invalid_option"],
    ["keys of a name that objects have", { keys: { constructor: EC.publicKey } }, "invalid_option"],
    ["a key beside the keys", { keys: { access: EC.publicKey }, key: EC.publicKey }, "invalid_option"],
    ["an option that is not there", { keys: { access: EC.publicKey }, audiense: "a" }, "invalid_option"],
    ["a kind whose key is missing", { keys: { access: EC.publicKey, service: undefined } }, "invalid_key"],
    [
      "a key that throws",
      {
        get keys() {
          throw new TypeError("no");
        },
      },
      "invalid_option",
    ],
  ])("refuses options that are %s", async (_name, options, want) => {
    const text = signed("at+jwt", "https://a.example");
    expect(await refusalOf(() => verifyAny(text, options))).toMatchObject({ code: want });
  });

  it("hands the store and other demands on to the kind's verify", async () => {
    const verify = vi.fn(async (..._: unknown[]) => ({ claims: {}, header: {} }));
    const kinds = { access: { ...KINDS.access, verify } };
    const store = { isRevoked: () => false };
    const options = { keys: { access: EC.publicKey }, store, now: NOW, clockTolerance: "1s" };
    await verifyAnyToken<{ access: object }, "access">(kinds, signed("at+jwt", "https://a.example"), options as never);
    expect(verify.mock.calls[0]?.[1]).toEqual({ key: EC.publicKey, store, now: NOW, clockTolerance: "1s" });
  });
});
