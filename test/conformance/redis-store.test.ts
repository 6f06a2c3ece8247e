import { createClient } from "redis";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { AuthenticationError } from "../../src/runtime/request/authentication-error.js";
import type * as redis from "../../src/runtime/store/redis.js";
import type * as refresh from "../../src/runtime/store/refresh.js";
import type { TokenStore } from "../../src/runtime/store/token-store.js";
import type { Verifier } from "../../src/runtime/verify/verifier.js";
import { findProgram } from "../support/find-program.js";
import { forgeToken, KEYS } from "../support/forge-token.js";
import { type LoadedPackage, loadPackage } from "../support/load-package.js";
import { type RedisServer, startRedisServer } from "../support/redis-server.js";

const program = findProgram("redis-server", "the store in Redis");

const ISSUER = "https://auth.acme.example";
const token = (schema: string, lifetime: string) => ({ schema, algorithms: ["ES256"], lifetime, issuer: ISSUER });
const CONFIG = {
  package: { name: "@acme/claims", version: "1.0.0" },
  output: "generated",
  tokens: { accessToken: token("access.json", "15m"), refreshToken: token("refresh.json", "30d") },
};
const text = { type: "string" };
const SCHEMAS = {
  "access.json": { type: "object", properties: { sub: text, jti: text }, required: ["sub", "jti"] },
  "refresh.json": {
    type: "object",
    properties: { sub: text, jti: text, sid: text },
    required: ["sub", "jti", "sid"],
  },
};

const connect = (url: string, more: object = {}) =>
  createClient({ url, socket: { reconnectStrategy: 20 }, disableOfflineQueue: true, ...more })
    // Told to every caller of a command as well.
    .on("error", () => undefined)
    .connect();
type Client = Awaited<ReturnType<typeof connect>>;

type Create = (options: object) => Verifier<object>;
type Authenticate = (request: Headers, options: object) => Promise<object>;

describe.skipIf(program === null)("the store in Redis", () => {
  let pack: LoadedPackage;
  let server: RedisServer;
  let createRedisStore: typeof redis.createRedisStore;
  let createRefreshRotation: typeof refresh.createRefreshRotation;
  let createVerifier: Create;
  let authenticate: Authenticate;
  let clients: Client[] = [];
  let store: TokenStore;
  let now: number;

  beforeAll(async () => {
    server = await startRedisServer(program ?? "");
    pack = await loadPackage(CONFIG, SCHEMAS);
    // The modules export what the sources of the same names do, and the declarations of the package say the rest.
    ({ createRedisStore } = (await pack.load("runtime/store/redis.js")) as unknown as typeof redis);
    ({ createRefreshRotation } = (await pack.load("runtime/store/refresh.js")) as unknown as typeof refresh);
    const index = await pack.load("index.js");
    createVerifier = index["createAccessTokenVerifier"] as Create;
    authenticate = index["authenticateAccessToken"] as Authenticate;
  });
  afterAll(async () => {
    await pack?.remove();
    await server?.remove();
  });
  beforeEach(async () => {
    now = Math.floor(Date.now() / 1000);
    store = createRedisStore(await open());
  });
  afterEach(async () => {
    await (clients.find((client) => client.isReady) ?? (await open())).flushAll();
    for (const client of clients) client.destroy();
    clients = [];
  });

  /** A client of its own, as another instance of the service has. */
  async function open(more: object = {}): Promise<Client> {
    const client = await connect(server.url, more);
    clients.push(client);
    return client;
  }
  const claimsOf = (jti: string, more: object = {}) => ({
    iss: ISSUER,
    sub: "alice@acme.example",
    jti,
    iat: now,
    exp: now + 600,
    ...more,
  });
  const tokenOf = (claims: object) => forgeToken({ alg: "ES256", typ: "JWT" }, claims, KEYS.ec.privateKey);
  const key = KEYS.ec.publicKey;
  const codeOf = async (call: Promise<unknown>): Promise<string> => {
    try {
      await call;
      return "accepted";
    } catch (error) {
      // Whatever else it is, its code would not be one of those that are expected.
      return (error as { readonly code: string }).code;
    }
  };
  const verify = (claims: object, options: object = {}) =>
    codeOf(pack.tokens.get("accessToken")?.verify(tokenOf(claims), { key, store, ...options }) ?? Promise.reject());

  it("revokes one token, for every instance", async () => {
    const other = createRedisStore(await open());
    await store.revoke(claimsOf("a"));
    expect(await verify(claimsOf("a"), { store: other })).toBe("token_revoked");
    expect(await verify(claimsOf("b"), { store: other })).toBe("accepted");
    expect(await verify(claimsOf("a"), { store: createRedisStore(await open(), { prefix: "other:" }) })).toBe(
      "accepted",
    );
  });

  it("revokes a token that a verifier remembers, at once", async () => {
    const verifier = createVerifier({ key, store, cache: { entries: 10 } });
    const known = tokenOf(claimsOf("a"));
    expect([await codeOf(verifier(known)), await codeOf(verifier(known))]).toEqual(["accepted", "accepted"]);
    await store.revoke(claimsOf("a"));
    expect(await codeOf(verifier(known))).toBe("token_revoked");
  });

  it("revokes the tokens of a subject before a time, whoever says an earlier one afterwards", async () => {
    const options = (before: number) => ({ before, lifetime: "15m" }) as const;
    await store.revokeSubject(claimsOf("a"), options(now - 5));
    await store.revokeSubject(claimsOf("a"), options(now - 50));
    expect(await verify(claimsOf("a", { iat: now - 6 }))).toBe("token_revoked");
    expect(await verify(claimsOf("a", { iat: now - 5 }))).toBe("accepted");
    expect(await verify(claimsOf("a", { iat: undefined }))).toBe("token_revoked");
    expect(await verify(claimsOf("a", { sub: "bob", iat: now - 6 }))).toBe("accepted");
    await store.revokeSubject(claimsOf("a"), { lifetime: "15m" });
    expect(await verify(claimsOf("a"))).toBe("token_revoked");
  });

  it("lets exactly one of 16 clients use a token", async () => {
    const stores = await Promise.all(Array.from({ length: 16 }, async () => createRedisStore(await open())));
    for (let round = 0; round < 20; round++) {
      const codes = await Promise.all(stores.map((one) => codeOf(one.useOnce(claimsOf(`once-${round}`)))));
      expect(codes.toSorted()).toEqual(["accepted", ...Array.from({ length: 15 }, () => "token_revoked")]);
    }
  });

  it("keeps each mark for as long as it matters, and no longer", async () => {
    const client = await open();
    await store.revoke(claimsOf("a"));
    await store.useOnce(claimsOf("a"));
    await store.revokeSubject(claimsOf("a"), { lifetime: "30d" });
    // Shorter than what is kept already.
    await store.revokeSubject(claimsOf("a"), { lifetime: "1m" });
    await store.beginFamily("f", "a", 100);
    const left = new Map<string, number>();
    for (const name of await client.keys("*")) left.set(name.replace(/:[\w+/=]{44}$/, ""), await client.pTTL(name));
    expect([...left.keys()].toSorted()).toEqual(["claims:family", "claims:revoked", "claims:subject", "claims:used"]);
    for (const [name, seconds] of [
      ["claims:revoked", 960],
      ["claims:used", 960],
      ["claims:subject", 2_592_361],
      ["claims:family", 100],
    ] as const) {
      expect(left.get(name)).toBeGreaterThan((seconds - 30) * 1000);
      expect(left.get(name)).toBeLessThanOrEqual(seconds * 1000);
    }
  });

  it("forgets a token once nobody can accept it", async () => {
    const client = await open();
    await store.revoke(claimsOf("a", { exp: Date.now() / 1000 - 359.9 }));
    await vi.waitFor(async () => expect(await client.dbSize()).toBe(0));
    // Whether it was used before is not known any more.
    expect(await codeOf(store.useOnce(claimsOf("a", { exp: now - 361 })))).toBe("expired");
  });

  it("shows nothing of a token in its keys, and takes none of it as a command", async () => {
    const client = await open();
    const hostile = 'x"\r\nFLUSHALL\r\n*1\u2028{a}__proto__';
    await store.revoke(claimsOf(hostile, { sub: "alice" }));
    await store.useOnce(claimsOf(hostile));
    await store.revokeSubject(claimsOf(hostile, { iss: hostile }), { lifetime: "15m" });
    expect((await client.keys("*")).filter((name) => !/^claims:[a-z]+:[\w+/]{43}=$/.test(name))).toEqual([]);
    expect(await verify(claimsOf(hostile))).toBe("token_revoked");
    expect(await verify(claimsOf("x"))).toBe("accepted");
  });

  it("fails closed when the server is killed in the middle, and recovers", async () => {
    const verifier = createVerifier({ key, store, cache: { entries: 10 } });
    const known = tokenOf(claimsOf("a"));
    expect(await codeOf(verifier(known))).toBe("accepted");
    await server.kill();
    expect(await verify(claimsOf("a"))).toBe("revocation_unavailable");
    expect(await codeOf(verifier(known))).toBe("revocation_unavailable");
    expect(await codeOf(store.revoke(claimsOf("a")))).toBe("revocation_unavailable");
    expect(await codeOf(store.useOnce(claimsOf("b")))).toBe("revocation_unavailable");
    const request = new Headers({ authorization: `Bearer ${known}` });
    const error = await authenticate(request, { key, store }).catch((reason: AuthenticationError) => reason);
    expect(error).toMatchObject({ code: "revocation_unavailable", status: 503, headers: { "retry-after": "5" } });
    expect(JSON.stringify(error)).not.toContain(known);
    await server.start();
    await vi.waitFor(async () => expect(await verify(claimsOf("a"))).toBe("accepted"), { timeout: 10_000 });
    await store.useOnce(claimsOf("b"));
  });

  it("fails closed when the server hangs, after the time that was given", async () => {
    // A client that queues what it cannot send waits for ever.
    const patient = createRedisStore(await open({ disableOfflineQueue: false }), { timeout: "1s" });
    server.freeze();
    const codes = await Promise.all([
      verify(claimsOf("a"), { store: patient, storeTimeout: "1s" }),
      codeOf(patient.useOnce(claimsOf("a"))),
    ]);
    server.thaw();
    expect(codes).toEqual(["revocation_unavailable", "revocation_unavailable"]);
    expect(await verify(claimsOf("a"), { store: patient })).toBe("accepted");
  });

  it("takes a client of the form of ioredis, and a function", async () => {
    const client = await open();
    const call = (command: string, ...words: string[]) => client.sendCommand<unknown>([command, ...words]);
    // That of ioredis takes objects.
    const sendCommand = () => Promise.reject(new TypeError("no command"));
    const io = createRedisStore({ call, sendCommand });
    const keys: string[] = [];
    const any = createRedisStore((command, key) => {
      keys.push(key);
      return client.sendCommand(command);
    });
    await io.revoke(claimsOf("a"));
    await any.revoke(claimsOf("b"));
    expect(await verify(claimsOf("a"), { store: any })).toBe("token_revoked");
    expect(await verify(claimsOf("b"), { store: io })).toBe("token_revoked");
    expect(new Set(keys)).toEqual(new Set(await client.keys("claims:*:*")).add(keys.at(-1) ?? ""));
  });

  describe("rotates refresh tokens", () => {
    const keyPair = KEYS.ec;
    function rotationOf(families: TokenStore) {
      const { issue, verify: check } = pack.tokens.get("refreshToken") ?? {};
      return createRefreshRotation({
        store: families,
        policy: { lifetime: 2_592_000 },
        // The claim set says so.
        verify: (given) =>
          check?.(given, { key: keyPair.publicKey, store: families }) as Promise<{
            readonly claims: { readonly sub: string; readonly jti: string; readonly sid: string };
          }>,
        issue: async (next, { sub }: { readonly sub: string }) =>
          (await issue?.({ sub, ...next }, { key: keyPair.privateKey })) ?? "",
      });
    }

    it("of which each counts once, and a stolen one ends the family", async () => {
      const [one, other] = [rotationOf(store), rotationOf(createRedisStore(await open()))];
      const first = await one.begin({ sub: "alice" });
      const second = await other.rotate(first);
      const third = await one.rotate(second);
      expect(await codeOf(one.rotate(first))).toBe("token_revoked");
      expect(await codeOf(other.rotate(third))).toBe("token_revoked");
      const next = await one.begin({ sub: "alice" });
      await store.revokeSubject({ iss: ISSUER, sub: "alice" }, { lifetime: "30d" });
      expect(await codeOf(one.rotate(next))).toBe("token_revoked");
    });

    it("gives one of 16 clients at once the next token, and ends the family for the others' sake", async () => {
      const rotations = await Promise.all(
        Array.from({ length: 16 }, async () => rotationOf(createRedisStore(await open()))),
      );
      const first = await rotations[0]?.begin({ sub: "alice" });
      const results = await Promise.allSettled(rotations.map((rotation) => rotation.rotate(first ?? "")));
      const won = results.filter((result) => result.status === "fulfilled");
      expect(won).toHaveLength(1);
      expect(await codeOf(rotations[0]?.rotate(won[0]?.value ?? "") ?? Promise.resolve())).toBe("token_revoked");
    });

    it("and knows no family any more when its memory is lost", async () => {
      const rotation = rotationOf(store);
      const first = await rotation.begin({ sub: "alice" });
      await server.kill();
      expect(await codeOf(rotation.rotate(first))).toBe("revocation_unavailable");
      await server.start();
      await vi.waitFor(async () => expect(await codeOf(rotation.rotate(first))).toBe("token_revoked"), {
        timeout: 10_000,
      });
    });
  });
});
