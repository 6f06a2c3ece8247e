import { describe, expect, it } from "vitest";
import { createRedisStore, type RedisClient } from "../../../../src/runtime/store/redis.js";
import { refusalOf } from "../sample.js";

// What a real server does is in test/conformance/redis-store.test.ts.

const FAR = Date.now() / 1000 + 600;
const single = { iss: null, jti: "a", exp: FAR };

/** Every call of a store that asks its server something. */
const CALLS = {
  revoke: (store: ReturnType<typeof createRedisStore>) => store.revoke(single),
  revokeSubject: (store: ReturnType<typeof createRedisStore>) =>
    store.revokeSubject({ iss: null, sub: "a" }, { lifetime: "15m" }),
  useOnce: (store: ReturnType<typeof createRedisStore>) => store.useOnce(single),
  beginFamily: (store: ReturnType<typeof createRedisStore>) => store.beginFamily("f", "a", 100),
  advanceFamily: (store: ReturnType<typeof createRedisStore>) => store.advanceFamily("f", "a", "b", 100),
  endFamily: (store: ReturnType<typeof createRedisStore>) => store.endFamily("f"),
};

describe.each(Object.entries(CALLS))("%s", (_name, call) => {
  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["that the command waits", "QUEUED"],
    ["bytes", new Uint8Array(2)],
    ["an error as a value", new TypeError("READONLY")],
  ])("fails closed where the server says %s", async (_, reply) => {
    const store = createRedisStore(() => Promise.resolve(reply));
    expect((await refusalOf(() => call(store))).code).toBe("revocation_unavailable");
  });

  it("fails closed where the client throws, with its reason", async () => {
    const reason = new TypeError("The client is closed.");
    const store = createRedisStore(() => {
      throw reason;
    });
    expect(await refusalOf(() => call(store))).toMatchObject({ code: "revocation_unavailable", cause: reason });
  });
});

describe("isRevoked", () => {
  const answers = (reply: unknown) => createRedisStore(() => Promise.resolve(reply));

  it("is no answer where the server gives none, for verify to refuse", async () => {
    for (const reply of [undefined, 1, new Uint8Array(1)]) {
      await expect(answers(reply).isRevoked({ jti: "a", exp: FAR })).rejects.toThrow(TypeError);
    }
  });

  it("takes a mark of a subject that is no number for every time", async () => {
    expect(await answers("damaged").isRevoked({ sub: "a", iat: FAR, exp: FAR })).toBe(true);
    expect(await answers(null).isRevoked({ sub: "a", iat: FAR, exp: FAR })).toBe(false);
  });

  it("asks once for each claim that is there, and nothing where there is none", async () => {
    const commands: string[][] = [];
    const store = createRedisStore(async (command) => {
      commands.push(command);
      return null;
    });
    await store.isRevoked({ jti: "a", sub: "b", exp: FAR });
    expect(commands.map(([word, key]) => [word, key?.split(":")[1]])).toEqual([
      ["GET", "revoked"],
      ["GET", "subject"],
    ]);
    expect(await store.isRevoked({ exp: FAR })).toBe(false);
    expect(commands).toHaveLength(2);
  });

  it("asks for the same key in every runtime", async () => {
    const keys: string[] = [];
    const store = createRedisStore(async (_, key) => {
      keys.push(key);
      return null;
    });
    await store.isRevoked({ iss: "https://auth.acme.example", jti: "a\ud800\u2028", exp: FAR });
    expect(keys).toEqual(["claims:revoked:BAFVGn153IPrfkJnhq/xh0jwZI8xRE2F/c4fL1Fvwn4="]);
  });
});

it.each<[string, unknown, object]>([
  ["no client", undefined, {}],
  ["a URL", "redis://127.0.0.1", {}],
  ["a client of node-redis 3", { send_command: () => true }, {}],
  ["an empty prefix", () => Promise.resolve(), { prefix: "" }],
  ["a prefix that is missing in the environment", () => Promise.resolve(), { prefix: undefined }],
  ["a time without a unit", () => Promise.resolve(), { timeout: 5 }],
  ["no time", () => Promise.resolve(), { timeout: "0s" }],
  ["an option that there is not", () => Promise.resolve(), { keyPrefix: "a" }],
])("a store is not made with %s", (_, client, options) => {
  // What TypeScript refuses, JavaScript can pass.
  const make = () => createRedisStore(client as RedisClient, options);
  expect(make).toThrowError(expect.objectContaining({ code: "invalid_option" }));
});
