import { createLocalJWKSet } from "jose";
import { afterEach, describe, expect, it, vi } from "vitest";
import { engine } from "../../../../src/runtime/engine/platform-engine.js";
import { createVerifier } from "../../../../src/runtime/verify/verifier.js";
import type { VerifierOptions } from "../../../../src/runtime/verify/verifier-options.js";
import { AUDIENCE, CLAIMS, consumer, EC, EC_OTHER, encode, HEADER, ISSUER, NOW, refusalOf, token } from "../sample.js";

const jwk = { ...EC.publicKey.export({ format: "jwk" }), kid: "one" };
const otherJwk = { ...EC_OTHER.publicKey.export({ format: "jwk" }), kid: "two" };
const cached = (options: Partial<VerifierOptions> = {}, policy = {}) =>
  createVerifier(consumer(policy), { key: EC.publicKey, cache: { entries: 3 }, ...options });
const codeOf = async (call: () => Promise<unknown>) => (await refusalOf(call)).code;

afterEach(() => {
  vi.restoreAllMocks();
});

/** Counts the signatures that are verified from here on. */
function countSignatures(): { readonly count: () => number } {
  const verify = vi.spyOn(engine, "verify");
  return { count: () => verify.mock.calls.length };
}

describe("a verifier without a cache", () => {
  it("verifies each token with the key and the demands of its making", async () => {
    const signatures = countSignatures();
    const verify = createVerifier(consumer(), { key: EC.publicKey, audience: AUDIENCE, issuer: [ISSUER] });
    const want = { claims: CLAIMS, header: HEADER };
    expect(await verify(token(), { now: NOW })).toEqual(want);
    expect(await verify(token(), { now: NOW })).toEqual(want);
    expect(signatures.count()).toBe(2);
  });
});

describe("a verifier", () => {
  it.each<[string, Partial<VerifierOptions>, object, string]>([
    ["an audience that it was made with", { audience: "https://other.example" }, {}, "audience_mismatch"],
    ["an audience of the call", {}, { audience: "https://other.example" }, "audience_mismatch"],
    ["both audiences", { audience: "https://other.example" }, { audience: AUDIENCE }, "audience_mismatch"],
    ["an issuer that it was made with", { issuer: "https://other.example" }, { issuer: ISSUER }, "issuer_mismatch"],
    ["an issuer of the call", { issuer: ISSUER }, { issuer: "https://other.example" }, "issuer_mismatch"],
    ["the time of the call", { clockTolerance: "5m" }, { now: NOW + 900 }, "expired"],
    ["the tolerance of the call", { clockTolerance: "5m" }, { now: NOW + 600, clockTolerance: "0s" }, "expired"],
    ["options that exist", {}, { key: EC.publicKey }, "invalid_option"],
  ])("demands %s, with a token that it knows too", async (_name, options, call, want) => {
    for (const cache of [{}, { cache: { entries: 1 } }]) {
      const verify = createVerifier(consumer(), { key: EC.publicKey, ...cache, ...options });
      expect(await codeOf(() => verify(token(), { now: NOW, ...call }))).toBe(want);
    }
    const knowing = cached();
    await knowing(token(), { now: NOW });
    if (Object.keys(options).length === 0) {
      expect(await codeOf(() => knowing(token(), { now: NOW, ...call }))).toBe(want);
    }
  });

  it.each<[string, object, string]>([
    ["no key", { key: undefined }, "invalid_key"],
    ["an unknown option", { now: NOW }, "invalid_option"],
    ["a cache that is a number", { cache: 100 }, "invalid_option"],
    ["a cache without entries", { cache: {} }, "invalid_option"],
    ["a cache of nothing", { cache: { entries: 0 } }, "invalid_option"],
    ["a cache of half an entry", { cache: { entries: 0.5 } }, "invalid_option"],
    ["a cache without end", { cache: { entries: Number.POSITIVE_INFINITY } }, "invalid_option"],
    ["a misspelt option of the cache", { cache: { entries: 1, ttl: 5 } }, "invalid_option"],
    ["an empty audience", { audience: "" }, "invalid_option"],
    ["a tolerance without a unit", { clockTolerance: 30 }, "invalid_option"],
  ])("is not made with %s", async (_name, options, want) => {
    const make = async () => createVerifier(consumer(), { key: EC.publicKey, ...options } as never);
    expect(await codeOf(make)).toBe(want);
  });
});

describe("a verifier with a cache", () => {
  it("verifies a signature once for a token, and gives each caller claims of its own", async () => {
    const signatures = countSignatures();
    const verify = cached();
    const first = await verify(token(HEADER, CLAIMS), { now: NOW });
    const given = token(HEADER, { ...CLAIMS, org: { id: "a" } });
    const one = await verify(given, { now: NOW });
    (one.claims as { org: { id: string } }).org.id = "changed";
    (one.header as { alg: string }).alg = "none";
    const two = await verify(given, { now: NOW });
    expect(first.claims).toEqual(CLAIMS);
    expect(two).toEqual({ claims: { ...CLAIMS, org: { id: "a" } }, header: HEADER });
    expect(signatures.count()).toBe(2);
  });

  it("knows a token by all of it: the same claims with another signature are another token", async () => {
    const verify = cached();
    const given = token();
    await verify(given, { now: NOW });
    const [header = "", payload = "", signature = ""] = given.split(".");
    const bytes = Buffer.from(signature, "base64url");
    bytes[5] = (bytes[5] ?? 0) ^ 1;
    for (const forged of [
      `${header}.${payload}.${bytes.toString("base64url")}`,
      `${header}.${encode({ ...CLAIMS, sub: "u2" })}.${signature}`,
      `${encode({ ...HEADER, kid: "x" })}.${payload}.${signature}`,
    ]) {
      expect(await codeOf(() => verify(forged, { now: NOW }))).toBe("invalid_signature");
    }
    expect(await codeOf(() => verify(`${given}=`, { now: NOW }))).toBe("malformed_token");
    expect(await codeOf(() => verify(` ${given}`, { now: NOW }))).toBe("malformed_token");
  });

  it("remembers nothing that it refused", async () => {
    const signatures = countSignatures();
    const verify = cached();
    const given = token(HEADER, { ...CLAIMS, sub: 7 });
    for (let index = 0; index < 2; index += 1) {
      expect(await codeOf(() => verify(given, { now: NOW }))).toBe("invalid_claims");
    }
    expect(signatures.count()).toBe(2);
  });

  it("checks the times of a token that it knows, and forgets it at its exp", async () => {
    const signatures = countSignatures();
    const verify = cached();
    const given = token();
    await verify(given, { now: NOW });
    expect(await codeOf(() => verify(given, { now: NOW + 600 }))).toBe("expired");
    expect(signatures.count()).toBe(2);
    // Forgotten it stays, also for a caller whose clock is behind.
    await verify(given, { now: NOW + 599 });
    expect(signatures.count()).toBe(3);
    expect(await codeOf(() => verify(given, { now: NOW - 100 }))).toBe("not_yet_valid");
    // Within its tolerance an expired token is accepted, at the price of its signature.
    await verify(given, { now: NOW + 620, clockTolerance: "30s" });
    await verify(given, { now: NOW + 620, clockTolerance: "30s" });
    expect(signatures.count()).toBe(5);
  });

  it("forgets the token that was not seen longest when it is full", async () => {
    const signatures = countSignatures();
    const verify = cached();
    const tokens = ["a", "b", "c", "d"].map((sub) => token(HEADER, { ...CLAIMS, sub }));
    for (const one of tokens) await verify(one, { now: NOW });
    for (const one of tokens.slice(1)) await verify(one, { now: NOW });
    expect(signatures.count()).toBe(4);
    await verify(tokens[0] ?? "", { now: NOW });
    expect(signatures.count()).toBe(5);
  });

  it.each<[string, (set: { keys: object[] }) => VerifierOptions["key"]]>([
    ["a key set", (set) => set as never],
    ["a resolver", (set) => (header, parts) => createLocalJWKSet(structuredClone(set) as never)(header, parts)],
    ["a resolver of JWKs", (set) => () => set.keys[0] as never],
  ])("notices when the key is withdrawn from %s", async (_name, keyOf) => {
    const set = { keys: [jwk as object] };
    const verify = cached({ key: keyOf(set) });
    const given = token({ ...HEADER, kid: "one" });
    await verify(given, { now: NOW });
    await verify(given, { now: NOW });
    set.keys = [{ ...otherJwk, kid: "one" }];
    expect(await codeOf(() => verify(given, { now: NOW }))).toBe("invalid_signature");
    set.keys = [otherJwk];
    expect(await codeOf(() => verify(given, { now: NOW }))).toMatch(/^key_not_found$|^invalid_signature$/);
    set.keys = [jwk, otherJwk];
    expect((await verify(given, { now: NOW })).claims).toEqual(CLAIMS);
  });

  it("asks a resolver each time, and tells when it is down", async () => {
    let isDown = false;
    const resolver = () => {
      if (isDown) throw new TypeError("no connection");
      return EC.publicKey;
    };
    const verify = cached({ key: resolver });
    await verify(token(), { now: NOW });
    isDown = true;
    expect(await codeOf(() => verify(token(), { now: NOW }))).toBe("jwks_unavailable");
  });

  it("takes undeclared claims out of a token that it knows, as out of one that it does not", async () => {
    const verify = cached({}, { unknownClaims: "strip" });
    const given = token(HEADER, { ...CLAIMS, more: 1, org: { id: "a", more: 1 } });
    const want = { ...CLAIMS, org: { id: "a" } };
    expect((await verify(given, { now: NOW })).claims).toEqual(want);
    expect((await verify(given, { now: NOW })).claims).toEqual(want);
  });

  it("gives the same values the second time, also those that JSON cannot write again", async () => {
    const verify = cached();
    const given = token(
      HEADER,
      JSON.stringify({ ...CLAIMS, zzz: 0 }).replace('"zzz":0', '"zzz":[1e400,-0],"__proto__":1'),
    );
    const first = await verify(given, { now: NOW });
    const second = await verify(given, { now: NOW });
    expect(second).toEqual(first);
    expect(Object.entries(second.claims as object)).toContainEqual(["zzz", [Number.POSITIVE_INFINITY, -0]]);
    expect(Object.hasOwn(second.claims as object, "__proto__")).toBe(true);
  });

  it.each<[unknown, string]>([
    [7, "malformed_token"],
    ["", "malformed_token"],
    ["a.b.c.d.e", "encrypted_token"],
    ["x".repeat(9000), "token_too_large"],
  ])("answers to %j as verify does", async (given, want) => {
    expect(await codeOf(() => cached()(given as string))).toBe(want);
  });
});
