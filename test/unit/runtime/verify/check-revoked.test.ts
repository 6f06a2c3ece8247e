import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createMemoryStore } from "../../../../src/runtime/store/memory-store.js";
import type { RevocationStore, TokenIdentity } from "../../../../src/runtime/store/token-store.js";
import { createVerifier } from "../../../../src/runtime/verify/verifier.js";
import { verifyToken } from "../../../../src/runtime/verify/verify.js";
import type { VerifyOptions } from "../../../../src/runtime/verify/verify-options.js";
import {
  CLAIMS,
  close,
  compile,
  consumer,
  EC,
  EC_OTHER,
  encode,
  HEADER,
  NOW,
  refusalOf,
  SCHEMA,
  token,
} from "../sample.js";

const ID = { ...CLAIMS, jti: "one" };

beforeEach(() => {
  // Only the date: what waits for an answer waits as long as it takes.
  vi.useFakeTimers({ toFake: ["Date"], now: NOW * 1000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A store that says what it is told to, and takes down what it was asked. */
function answering(answer: () => unknown): RevocationStore & { readonly asked: TokenIdentity[] } {
  const asked: TokenIdentity[] = [];
  return {
    asked,
    isRevoked(identity) {
      asked.push(identity);
      // What TypeScript refuses, JavaScript can answer.
      return answer() as boolean;
    },
  };
}

/** Each way to verify: at once, with a verifier, with one that knows the token already. */
const WAYS: readonly (readonly [
  string,
  (given: string, options: VerifyOptions, policy?: object) => Promise<unknown>,
])[] = [
  ["verify", (given, options, policy) => verifyToken(consumer(policy), given, options)],
  ["a verifier", (given, options, policy) => createVerifier(consumer(policy), options)(given)],
  [
    "a verifier that knows the token",
    async (given, options, policy) => {
      const known = { isKnown: false };
      const store = options.store;
      const isRevoked: RevocationStore["isRevoked"] = (identity) =>
        store !== undefined && known.isKnown ? store.isRevoked(identity) : false;
      const verify = createVerifier(consumer(policy), {
        ...options,
        cache: { entries: 5 },
        ...(store === undefined ? {} : { store: { isRevoked } }),
      });
      await verify(given);
      known.isKnown = true;
      return verify(given);
    },
  ],
];

describe.each(WAYS)("%s", (name, verify) => {
  const options = (store: RevocationStore) => ({ key: EC.publicKey, store });

  it.each<[string, () => unknown, string]>([
    ["says true", () => true, "token_revoked"],
    ["says true later", () => Promise.resolve(true), "token_revoked"],
    ["says nothing", () => undefined, "revocation_unavailable"],
    ["says null", () => null, "revocation_unavailable"],
    ["says no with a number", () => 0, "revocation_unavailable"],
    ["says nothing later", () => Promise.resolve(undefined), "revocation_unavailable"],
    [
      "throws",
      () => {
        throw new TypeError("down");
      },
      "revocation_unavailable",
    ],
    ["rejects", () => Promise.reject(new TypeError("down")), "revocation_unavailable"],
    ["never answers", () => new Promise(() => {}), "revocation_unavailable"],
  ])("refuses a token of which the store %s", async (_, answer, want) => {
    expect((await refusalOf(() => verify(token(), options(answering(answer))))).code).toBe(want);
  });

  it.each([() => false, () => Promise.resolve(false)])("accepts a token of which the store says false", async (no) => {
    const store = answering(no);
    expect(await verify(token(HEADER, ID), options(store))).toMatchObject({ claims: ID });
    expect(store.asked).toEqual([{ iss: ID.iss, sub: ID.sub, jti: "one", iat: ID.iat, exp: ID.exp }]);
  });

  it("tells the store texts and numbers only, and of no other claim", async () => {
    const store = answering(() => false);
    const claims = `${JSON.stringify({ ...CLAIMS, iat: undefined }).slice(0, -1)},"__proto__":{"jti":"x"},"constructor":"y","role":1}`;
    await verify(token(HEADER, claims), options(store));
    expect(store.asked).toEqual([{ iss: CLAIMS.iss, sub: CLAIMS.sub, exp: CLAIMS.exp }]);
    expect(Object.keys(store.asked[0] ?? {}).toSorted()).toEqual(["exp", "iss", "sub"]);
  });

  if (name.includes("knows")) return;

  it.each<[string, string, object]>([
    ["that is none", "a.b.c", {}],
    ["whose signature is another's", token(HEADER, CLAIMS, EC_OTHER.privateKey), {}],
    ["that was changed", `${encode(HEADER)}.${encode({ ...CLAIMS, sub: "u2" })}.${token().split(".")[2]}`, {}],
    ["that has expired", token(HEADER, { ...CLAIMS, exp: NOW }), {}],
    ["for someone else", token(), { audience: "https://other.example" }],
    ["from someone else", token(), { issuer: "https://other.example" }],
    ["whose claims are wrong", token(HEADER, { ...CLAIMS, sub: 1 }), {}],
  ])("asks the store nothing of a token %s", async (_, given, more) => {
    const store = answering(() => true);
    const { code } = await refusalOf(() => verify(given, { ...options(store), ...more }));
    expect([code === "token_revoked", store.asked]).toEqual([false, []]);
  });

  it.each<[string, object]>([
    ["a store that is missing in the environment", { store: undefined }],
    ["no store", { store: null }],
    ["a store that is a function", { store: () => false }],
    ["a store without its function", { store: { isrevoked: () => false } }],
    ["a time without a unit", { store: createMemoryStore(), storeTimeout: 1000 }],
    ["no time", { store: createMemoryStore(), storeTimeout: "0s" }],
    ["a time of more than a minute", { store: createMemoryStore(), storeTimeout: "61s" }],
    ["a time that is missing in the environment", { store: createMemoryStore(), storeTimeout: undefined }],
    ["a time for a store that there is not", { storeTimeout: "2s" }],
    ["a store under another name", { revocation: createMemoryStore() }],
  ])("refuses %s", async (_, more) => {
    const wrong = { key: EC.publicKey, ...more } as VerifyOptions;
    expect((await refusalOf(() => Promise.resolve().then(() => verify(token(), wrong)))).code).toBe("invalid_option");
  });

  it("says what the store said, and nothing of the token", async () => {
    const down = new TypeError("down");
    const error = await refusalOf(() => verify(token(), options(answering(() => Promise.reject(down)))));
    expect([error.cause, error.message]).toEqual([
      down,
      "The store did not answer. This is not the token's fault; see `cause`, and try again later.",
    ]);
  });
});

it("the store is told of a jti that the claim set does not declare and that is taken out of the claims", async () => {
  const { jti: _, ...properties } = SCHEMA.properties;
  const definition = { ...consumer({ unknownClaims: "strip" }), closed: compile(close({ ...SCHEMA, properties })) };
  const store = answering(() => false);
  const options = { key: EC.publicKey, store };
  const verify = createVerifier(definition, { ...options, cache: { entries: 5 } });
  const given = token(HEADER, ID);
  for (const { claims } of [await verifyToken(definition, given, options), await verify(given), await verify(given)]) {
    expect(claims).not.toHaveProperty("jti");
  }
  expect(store.asked.map(({ jti }) => jti)).toEqual(["one", "one", "one"]);
});

it("a verifier with a cache asks the store each time, and remembers no token that is revoked", async () => {
  const answers = [false, false, true, false];
  const store = answering(() => answers.shift());
  const verify = createVerifier(consumer(), { key: EC.publicKey, store, cache: { entries: 5 } });
  const codes: string[] = [];
  for (let at = 0; at < 4; at++) {
    codes.push(
      await verify(token()).then(
        () => "accepted",
        ({ code }: { readonly code: string }) => code,
      ),
    );
  }
  expect([codes, store.asked.length]).toEqual([["accepted", "accepted", "token_revoked", "accepted"], 4]);
});

it("a call cannot put another store in the place of the verifier's", async () => {
  const verify = createVerifier(consumer(), { key: EC.publicKey, store: answering(() => true) });
  const call = { store: answering(() => false) } as object;
  expect((await refusalOf(() => verify(token(), call))).code).toBe("invalid_option");
});
