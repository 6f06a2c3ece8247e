import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { decodeProtectedHeader } from "jose";
import { describe, expect, it } from "vitest";
import type { ClaimsErrorCode } from "../../../../src/runtime/errors/claims-error.js";
import { issueToken } from "../../../../src/runtime/issue/issue.js";
import type { IssueOptions } from "../../../../src/runtime/issue/issue-options.js";
import type { TokenPolicy } from "../../../../src/runtime/policy/definition.js";
import { verifyToken } from "../../../../src/runtime/verify/verify.js";
import {
  AUDIENCE,
  consumer,
  EC,
  EC_OTHER,
  ISSUER,
  NOW,
  producer,
  ROLE,
  RSA,
  RSA_WEAK,
  refusalOf,
  SECRET,
} from "../sample.js";

const CLAIMS = { sub: "u1", [ROLE]: "admin" };
const OPTIONS: IssueOptions = { key: EC.privateKey, now: NOW };
const jwk = EC.privateKey.export({ format: "jwk" });

/** Options of any shape, as a caller without a compiler may pass them. */
function withOptions(options: object): IssueOptions {
  return { ...OPTIONS, ...options };
}

const cycle: Record<string, unknown> = {};
cycle.org = cycle;
const endless: object = new Proxy(
  {},
  {
    ownKeys: () => ["a"],
    getOwnPropertyDescriptor: () => ({ value: endless, enumerable: true, configurable: true }),
    get: (_, key) => (key === "toJSON" ? undefined : endless),
  },
);
const deep = JSON.parse(`${"[".repeat(5000)}${"]".repeat(5000)}`) as unknown;

describe("issue refuses as invalid_claims", () => {
  it.each<{ name: string; claims: unknown; code: string; path: string }>([
    { name: "no object: null", claims: null, code: "invalid", path: "" },
    { name: "no object: a list", claims: [], code: "invalid", path: "" },
    { name: "no object: undefined", claims: undefined, code: "invalid", path: "" },
    { name: "an undeclared claim", claims: { ...CLAIMS, zzz: 1 }, code: "unknown", path: "/zzz" },
    {
      name: "an undeclared name inside",
      claims: { ...CLAIMS, org: { id: "o", x: 1 } },
      code: "unknown",
      path: "/org/x",
    },
    {
      name: "an undeclared name inside a list",
      claims: { ...CLAIMS, tags: [{ x: 1 }] },
      code: "unknown",
      path: "/tags/0/x",
    },
    { name: "a wrong type", claims: { ...CLAIMS, sub: 1 }, code: "invalid", path: "/sub" },
    {
      name: "a required claim that is undefined",
      claims: { ...CLAIMS, sub: undefined },
      code: "missing",
      path: "/sub",
    },
    { name: "undefined in a list", claims: { ...CLAIMS, tags: [undefined] }, code: "invalid", path: "/tags/0" },
    { name: "a Date", claims: { ...CLAIMS, sub: new Date(0) }, code: "invalid", path: "/sub" },
    { name: "a BigInt", claims: { ...CLAIMS, sub: 1n }, code: "invalid", path: "/sub" },
    { name: "a function", claims: { ...CLAIMS, sub: () => 1 }, code: "invalid", path: "/sub" },
    { name: "a symbol", claims: { ...CLAIMS, sub: Symbol("s") }, code: "invalid", path: "/sub" },
    { name: "a symbol as a name", claims: { ...CLAIMS, [Symbol("s")]: 1 }, code: "invalid", path: "" },
    { name: "NaN", claims: { ...CLAIMS, exp: Number.NaN }, code: "invalid", path: "/exp" },
    { name: "Infinity", claims: { ...CLAIMS, exp: Number.POSITIVE_INFINITY }, code: "invalid", path: "/exp" },
    { name: "a Map", claims: { ...CLAIMS, org: new Map() }, code: "invalid", path: "/org" },
    { name: "a class instance", claims: { ...CLAIMS, org: new (class Org {})() }, code: "invalid", path: "/org" },
    {
      name: "an own toJSON",
      claims: { ...CLAIMS, org: { id: "o", toJSON: () => ({}) } },
      code: "invalid",
      path: "/org",
    },
    { name: "a hole in a list", claims: { ...CLAIMS, tags: new Array(1) }, code: "invalid", path: "/tags/0" },
    { name: "a cycle", claims: { ...CLAIMS, org: cycle }, code: "invalid", path: "/org/org" },
    { name: "5 000 levels", claims: { ...CLAIMS, tags: deep }, code: "invalid", path: `/tags${"/0".repeat(127)}` },
    { name: "a proxy without end", claims: endless, code: "invalid", path: "/a".repeat(1) },
    {
      name: "a getter that throws",
      claims: {
        ...CLAIMS,
        get jti() {
          throw new TypeError("no");
        },
      },
      code: "invalid",
      path: "/jti",
    },
    { name: "a revoked proxy", claims: { ...CLAIMS, org: revoked() }, code: "invalid", path: "/org" },
    { name: "another value for a constant", claims: { ...CLAIMS, kind: "id" }, code: "invalid", path: "/kind" },
    { name: "nbf at exp", claims: { ...CLAIMS, nbf: NOW + 900 }, code: "invalid", path: "/nbf" },
    { name: "a misspelt name", claims: { sub: "u", rol: "admin" }, code: "misnamed", path: "/rol" },
    {
      name: "__proto__ as a name",
      claims: JSON.parse(`{"sub":"u","${ROLE}":"admin","__proto__":1}`),
      code: "unknown",
      path: "/__proto__",
    },
  ])("$name", async ({ claims, code, path }) => {
    const error = await refusalOf(() => issueToken(producer(), claims, OPTIONS));
    expect(error.code).toBe("invalid_claims");
    expect(error.issues?.map((issue) => ({ code: issue.code, path: issue.path }))).toContainEqual({ code, path });
  });

  it("a large sparse list without walking it", async () => {
    const tags: unknown[] = [];
    tags.length = 4_000_000_000;
    const error = await refusalOf(() => issueToken(producer(), { ...CLAIMS, tags }, OPTIONS));
    expect(error.issues).toHaveLength(100);
  });
});

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

describe("issue refuses what verify would refuse, and options that make no sense", () => {
  it.each<{ name: string; want: ClaimsErrorCode; claims?: object; options?: object; policy?: Partial<TokenPolicy> }>([
    { name: "exp in the past", want: "expired", claims: { exp: NOW - 1 } },
    { name: "exp now", want: "expired", claims: { exp: NOW } },
    { name: "exp not after iat", want: "expired", claims: { iat: NOW + 50, exp: NOW + 50 } },
    { name: "iat 61 seconds ahead", want: "not_yet_valid", claims: { iat: NOW + 61, exp: NOW + 90 } },
    { name: "a lifetime over the policy", want: "lifetime_exceeded", claims: { exp: NOW + 901 } },
    { name: "another issuer", want: "issuer_mismatch", claims: { iss: "x" } },
    { name: "another audience", want: "audience_mismatch", claims: { aud: "x" } },
    { name: "no audience where the policy has two", want: "audience_mismatch", policy: { audience: ["a", "b"] } },
    { name: "a token over the limit", want: "token_too_large", claims: { sub: "x".repeat(8192) } },
    { name: "expiresIn over the lifetime", want: "lifetime_exceeded", options: { expiresIn: "16m" } },
    ...["0s", "-1s", "", null, 60, "60", [], {}].map((expiresIn) => ({
      name: `expiresIn ${String(expiresIn)}`,
      want: "invalid_option" as const,
      options: { expiresIn },
    })),
    ...["", null, 5, "x", new Date(Number.NaN)].map((notBefore) => ({
      name: `notBefore ${String(notBefore)}`,
      want: "invalid_option" as const,
      options: { notBefore },
    })),
    { name: "expiresIn beside exp", want: "invalid_option", claims: { exp: NOW + 5 }, options: { expiresIn: "5s" } },
    { name: "notBefore beside nbf", want: "invalid_option", claims: { nbf: NOW }, options: { notBefore: "5s" } },
    ...["", null, 1].map((keyId) => ({
      name: `keyId ${String(keyId)}`,
      want: "invalid_option" as const,
      options: { keyId },
    })),
    { name: "an algorithm outside the policy", want: "algorithm_not_allowed", options: { algorithm: "ES512" } },
    { name: "algorithm none", want: "algorithm_not_allowed", options: { algorithm: "none" } },
    { name: "an algorithm that the key does not fit", want: "invalid_key", options: { algorithm: "RS256" } },
    { name: "header alg", want: "algorithm_not_allowed", options: { header: { alg: "none" } } },
    { name: "the same header alg", want: "algorithm_not_allowed", options: { header: { alg: "ES256" } } },
    { name: "header typ", want: "type_mismatch", options: { header: { typ: "JWT" } } },
    { name: "header typ null", want: "type_mismatch", options: { header: { typ: null } } },
    ...["crit", "b64", "jwk", "jku", "x5u", "x5c", "kid"].map((name) => ({
      name: `header ${name}`,
      want: "invalid_option" as const,
      options: { header: { [name]: "x" } },
    })),
    ...[null, [], "x", new Map(), { a: 1n }].map((header) => ({
      name: `header ${Object.prototype.toString.call(header)}`,
      want: "invalid_option" as const,
      options: { header },
    })),
    { name: "a public key", want: "invalid_key", options: { key: EC.publicKey } },
    { name: "a public JWK", want: "invalid_key", options: { key: EC.publicKey.export({ format: "jwk" }) } },
    { name: "RSA 1024", want: "invalid_key", options: { key: RSA_WEAK.privateKey } },
    { name: "a short secret", want: "invalid_key", options: { key: SECRET.slice(0, 31) } },
    { name: "a JWK for encryption", want: "invalid_key", options: { key: { ...jwk, use: "enc" } } },
    { name: "a JWK for verifying", want: "invalid_key", options: { key: { ...jwk, key_ops: ["verify"] } } },
    { name: "a JWK with a kid that is no string", want: "invalid_key", options: { key: { ...jwk, kid: 1 } } },
    { name: "a resolver", want: "invalid_key", options: { key: () => EC.privateKey } },
    {
      name: "a JWKS without the key id",
      want: "key_not_found",
      options: { key: { keys: [{ ...jwk, kid: "a" }] }, keyId: "b" },
    },
  ])("$want: $name", async ({ want, claims, options, policy }) => {
    const error = await refusalOf(() =>
      issueToken(producer(policy), { ...CLAIMS, ...claims }, withOptions(options ?? {})),
    );
    expect(error.code).toBe(want);
  });
});

describe("issue", () => {
  it("fills in constants, issuer, audience, times and the token's id", async () => {
    const token = await issueToken(producer(), CLAIMS, {
      ...OPTIONS,
      now: NOW + 0.9,
      expiresIn: "5m",
      notBefore: "10s",
    });
    const { claims } = await verifyToken<Record<string, unknown>>(consumer(), token, {
      key: EC.publicKey,
      now: NOW + 10,
    });
    const { jti, ...rest } = claims;
    expect(jti).toMatch(/^[0-9a-f-]{36}$/);
    expect(rest).toEqual({
      ...CLAIMS,
      kind: "access",
      iss: ISSUER,
      aud: AUDIENCE,
      iat: NOW,
      exp: NOW + 300,
      nbf: NOW + 10,
    });
  });

  it("reads every getter once", async () => {
    let reads = 0;
    const claims = {
      ...CLAIMS,
      get sub() {
        return `u${++reads}`;
      },
    };
    const token = await issueToken(producer(), claims, OPTIONS);
    expect(reads).toBe(1);
    const { claims: got } = await verifyToken<{ sub: string }>(consumer(), token, { key: EC.publicKey, now: NOW });
    expect(got.sub).toBe("u1");
  });

  it("takes the first algorithm of the policy that the key fits, and the key's id", async () => {
    const rsa = await issueToken(producer(), CLAIMS, {
      key: RSA.privateKey,
      now: NOW,
      keyId: "k",
      header: { cty: "x", typ: "application/AT+JWT" },
    });
    expect(decodeProtectedHeader(rsa)).toEqual({ alg: "RS256", typ: "at+jwt", kid: "k", cty: "x" });
    const fromSet = await issueToken(producer(), CLAIMS, {
      key: { keys: [{ ...jwk, kty: "EC", kid: "a" }] },
      now: NOW,
    });
    expect(decodeProtectedHeader(fromSet)).toEqual({ alg: "ES256", typ: "at+jwt", kid: "a" });
    expect(
      decodeProtectedHeader(await issueToken(producer(), CLAIMS, { key: SECRET, algorithm: "HS512", now: NOW })).alg,
    ).toBe("HS512");
  });

  it("signs nothing that verify refuses", async () => {
    const ed = generateKeyPairSync("ed25519");
    const json = fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom("sub", "org", ROLE, "nbf", "aud", "__proto__")),
      fc.jsonValue(),
    );
    await fc.assert(
      fc.asyncProperty(
        json,
        fc.integer({ min: -2000, max: 2000 }),
        fc.string({ unit: "binary" }),
        async (extra, offset, sub) => {
          let token: string;
          try {
            token = await issueToken(
              producer(),
              offset % 2 === 0 ? { ...CLAIMS, sub, exp: NOW + offset } : { sub, [ROLE]: "member", ...extra },
              { key: ed.privateKey, now: NOW },
            );
          } catch (error) {
            expect(error).toHaveProperty("name", "ClaimsError");
            return;
          }
          const nbf = NOW;
          await expect(
            verifyToken(consumer({ unknownClaims: "reject" }), token, { key: ed.publicKey, now: nbf }),
          ).resolves.toBeDefined();
        },
      ),
      { numRuns: 200 },
    );
  });

  it("makes tokens of which no changed character is accepted", async () => {
    const token = await issueToken(producer(), CLAIMS, OPTIONS);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(token.length - 1),
        fc.string({ unit: "binary", minLength: 0, maxLength: 1 }),
        async (index, character) => {
          const changed = token.slice(0, index) + character + token.slice(index + 1);
          fc.pre(changed !== token);
          await refusalOf(() => verifyToken(consumer(), changed, { key: EC.publicKey, now: NOW }));
        },
      ),
      { numRuns: 500 },
    );
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 1), fc.constantFrom(...alphabet), async (index, character) => {
        fc.pre(token[index] !== character);
        await refusalOf(() =>
          verifyToken(consumer(), token.slice(0, index) + character + token.slice(index + 1), {
            key: EC.publicKey,
            now: NOW,
          }),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it("signs with the key that was given", async () => {
    const token = await issueToken(producer(), CLAIMS, OPTIONS);
    const error = await refusalOf(() => verifyToken(consumer(), token, { key: EC_OTHER.publicKey, now: NOW }));
    expect(error.code).toBe("invalid_signature");
  });
});
