import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type * as memory from "../../src/runtime/store/memory-store.js";
import type * as redis from "../../src/runtime/store/redis.js";
import type * as refresh from "../../src/runtime/store/refresh.js";
import type { TokenStore } from "../../src/runtime/store/token-store.js";
import { encodePart, KEYS, NOW } from "../support/forge-token.js";
import { A, B, type Call, CLAIMS, codeOf, make, useIssuers } from "../support/issuers-sample.js";

const { verify, createVerifier, authenticate, verifyAny, load } = useIssuers();

const key = KEYS.ec.publicKey;
const good = make("access", { iss: A });

/** Ways to verify an access token, the last of which knows it already. */
const WAYS: readonly (readonly [string, (token: string, options: object) => Promise<unknown>])[] = [
  ["verify", (token, options) => verify("access")(token, { key, ...options })],
  ["a verifier", (token, options) => createVerifier("access", { key, ...options })(token)],
  [
    "authenticate",
    (token, options) => authenticate("access", new Headers({ authorization: `Bearer ${token}` }), { key, ...options }),
  ],
  [
    "authenticate with a verifier",
    (token, options) =>
      authenticate("access", new Headers({ authorization: `Bearer ${token}` }), {
        verifier: createVerifier("access", { key, ...options }),
      }),
  ],
  ["verifyAny", (token, options) => verifyAny(token, { keys: { access: { issuers: { [A]: key } } }, ...options })],
  [
    "a verifier that knows the token",
    async (token, options) => {
      let isFirst = true;
      const { store, ...more } = options as { readonly store: { isRevoked(token: object): unknown } };
      const asked = { isRevoked: (told: object) => (isFirst ? false : store.isRevoked(told)) };
      const call: Call = createVerifier("access", { key, ...more, store: asked, cache: { entries: 4 } });
      await call(token);
      isFirst = false;
      return call(token);
    },
  ],
];

let createMemoryStore: typeof memory.createMemoryStore;
let createRedisStore: typeof redis.createRedisStore;
let createRefreshRotation: typeof refresh.createRefreshRotation;

beforeAll(async () => {
  // The modules export what the sources of the same names do.
  ({ createMemoryStore } = (await load("runtime/store/memory-store.js")) as unknown as typeof memory);
  ({ createRedisStore } = (await load("runtime/store/redis.js")) as unknown as typeof redis);
  ({ createRefreshRotation } = (await load("runtime/store/refresh.js")) as unknown as typeof refresh);
});

const unhandled = vi.fn();
beforeEach(() => {
  process.on("unhandledRejection", unhandled);
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: NOW * 1000 });
});
afterEach(() => {
  vi.useRealTimers();
  process.off("unhandledRejection", unhandled);
  unhandled.mockReset();
});

/** Long enough for what nobody has taken to be noticed. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** The code of a call that a clock may have to end. */
async function codeAfter(call: () => Promise<unknown>, milliseconds: number): Promise<string> {
  const code = codeOf(call);
  // The engine may take turns of the real loop before the store is asked.
  while (vi.getTimerCount() === 0) await settle();
  await vi.advanceTimersByTimeAsync(milliseconds);
  return code;
}

const thenable = (then: unknown) => ({ then });
type Take = (value: unknown) => void;

describe.each(WAYS)("a store, asked by %s", (name, call) => {
  it.each<[string, () => unknown]>([
    ["0", () => 0],
    ["an empty text", () => ""],
    ["the text false", () => "false"],
    ["not a number", () => Number.NaN],
    ["nothing", () => undefined],
    ["null", () => null],
    ["an object", () => ({})],
    ["an object of false", () => new Boolean(false)],
    ["an object that is worth false", () => ({ valueOf: () => false })],
    ["an empty list", () => []],
    ["a list of false", () => [false]],
    ["a function", () => () => false],
    ["a symbol", () => Symbol("false")],
    ["a promise of an object of false", async () => new Boolean(false)],
    ["a promise of 0", async () => 0],
    ["a promise of null", async () => null],
    ["a promise of a list", async () => [false]],
    ["a thenable of nothing", () => thenable((take: Take) => take(undefined))],
    [
      "a thenable that throws",
      () =>
        thenable(() => {
          throw new TypeError("no");
        }),
    ],
    [
      "an object whose `then` cannot be read",
      () =>
        Object.defineProperty({}, "then", {
          get() {
            throw new TypeError("no");
          },
        }),
    ],
    ["a rejection without a reason", () => Promise.reject()],
    ["a thenable that rejects", () => thenable((_: Take, reject: Take) => reject(undefined))],
  ])("refuses a token where it answers %s", async (_name, isRevoked) => {
    expect(await codeOf(() => call(good, { store: { isRevoked } }))).toBe("revocation_unavailable");
    await settle();
    expect([vi.getTimerCount(), unhandled.mock.calls]).toEqual([0, []]);
  });

  it.each<[string, unknown]>([
    ["an object", thenable(() => undefined)],
    [
      "a function",
      Object.assign(
        () => false,
        thenable(() => undefined),
      ),
    ],
    ["a promise", new Promise(() => undefined)],
    ["a thenable of a thenable", thenable((take: Take) => take(thenable(() => undefined)))],
  ])("does not wait longer than it may where it never answers: %s", async (_name, answer) => {
    expect(await codeAfter(() => call(good, { store: { isRevoked: () => answer } }), 1000)).toBe(
      "revocation_unavailable",
    );
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each<[string, (take: Take, reject: Take) => void]>([
    ["false", (take) => take(false)],
    ["true", (take) => take(true)],
    ["an error", (_take, reject) => reject(new TypeError("late"))],
  ])("is not heard any more once it is late, though it says %s", async (_name, end) => {
    let late = () => {};
    const isRevoked = () =>
      new Promise((take, reject) => {
        late = () => end(take, reject);
      });
    const call2 = () => call(good, { store: { isRevoked }, storeTimeout: "2s" });
    expect(await codeAfter(call2, 2000)).toBe("revocation_unavailable");
    late();
    await settle();
    expect(unhandled).not.toHaveBeenCalled();
  });

  it("leaves no clock running once it has answered", async () => {
    expect(await codeOf(() => call(good, { store: { isRevoked: async () => false }, storeTimeout: "60s" }))).toBe(
      "accepted",
    );
    expect(await codeOf(() => call(good, { store: { isRevoked: async () => true } }))).toBe("token_revoked");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("may be of a class, with members of its own", async () => {
    class Store {
      readonly #revoked = new Set(["j1"]);
      isRevoked({ jti }: { readonly jti: string }): boolean {
        return this.#revoked.has(jti);
      }
    }
    expect(await codeOf(() => call(good, { store: new Store() }))).toBe("token_revoked");
  });

  it("is told copies of five claims, whatever else the token has", async () => {
    const asked: object[] = [];
    const more = { iss: A, nbf: NOW, sid: "s", isRevoked: false, told: { jti: "x" } };
    const token = make("access", JSON.stringify({ ...CLAIMS, ...more }).replace(/}$/, ',"__proto__":{"jti":"j0"}}'));
    const isRevoked = (told: Record<string, unknown>) => {
      asked.push({ ...told });
      told["sub"] = "root";
      return false;
    };
    const verified = await call(token, { store: { isRevoked } });
    const { sub, jti, iat, exp } = CLAIMS;
    expect(asked).toEqual([{ iss: A, sub, jti, iat, exp }]);
    expect(verified).toMatchObject({ claims: { sub } });
  });

  it("cannot be had a second look at", async () => {
    let reads = 0;
    const store = {
      get isRevoked() {
        reads++;
        return reads % 2 === 1 ? () => true : undefined;
      },
    };
    expect(await codeOf(() => call(good, { store }))).not.toBe("accepted");
  });

  it.each(["0s", "61s", "30d", "0.5s", "1000ms", 1000, null])("is not waited for %s", async (storeTimeout) => {
    const store = { isRevoked: async () => false };
    expect(await codeOf(() => Promise.resolve().then(() => call(good, { store, storeTimeout })))).toBe(
      "invalid_option",
    );
  });

  if (name.includes("knows")) return;

  it.each<[string, string, object]>([
    ["signed by another", make("access", { iss: A }, KEYS.ecOther.privateKey), {}],
    ["signed by nobody", `${good.slice(0, good.lastIndexOf("."))}.`, {}],
    ["with another's payload", good.replace(/\.[^.]+\./, `.${encodePart({ ...CLAIMS, iss: A, jti: "j2" })}.`), {}],
    ["of another issuer", make("access", { iss: "https://c.example" }), {}],
    ["of another kind", make("plain", { iss: A }), {}],
    ["for another audience", make("access", { iss: A, aud: "https://other.example" }), {}],
    ["that has expired", make("access", { iss: A, exp: NOW, iat: NOW - 60 }), {}],
    ["that is not valid yet", make("access", { iss: A, nbf: NOW + 60 }), {}],
    ["that lives too long", make("access", { iss: A, exp: NOW + 901 }), {}],
    ["with a jti that is no text", make("access", { iss: A, jti: ["j1"] }), {}],
    ["with a jti that is an object", make("access", { iss: A, jti: { toString: "j1" } }), {}],
    ["with a sub that is no text", make("access", { iss: A, sub: 1 }), {}],
    ["with an iat that is no time", make("access", { iss: A, iat: "0" }), {}],
    ["without a claim that it needs", make("access", { iss: A, role: undefined }), {}],
    ["that is too long", make("access", { iss: A, sub: "u".repeat(9000) }), {}],
  ])("is asked nothing of a token %s", async (_name, token, options) => {
    const isRevoked = vi.fn(() => false);
    expect(await codeOf(() => call(token, { store: { isRevoked }, ...options }))).not.toBe("accepted");
    expect(isRevoked).not.toHaveBeenCalled();
  });
});

describe("a request whose token cannot be checked", () => {
  it.each<[unknown, object]>([
    [true, { code: "token_revoked", status: 401, retryAfter: null, challenge: 'Bearer error="invalid_token"' }],
    [undefined, { code: "revocation_unavailable", status: 503, challenge: null }],
  ])("is answered according to the store's %s, without its words", async (answer, want) => {
    const store = { isRevoked: () => answer };
    const request = new Headers({ authorization: `Bearer ${good}` });
    const error: unknown = await authenticate("access", request, { key, store }).catch((reason: unknown) => reason);
    expect(error).toMatchObject(want);
    expect(String(error)).not.toMatch(/store|revoked|j1|u1/);
  });
});

describe("marks of a token", () => {
  const codeWith = (store: TokenStore, claims: object) =>
    codeOf(() => verify("access")(make("access", { iss: A, ...claims }), { key, store, now: Date.now() / 1000 }));

  it("count for a verifier that knows it, at once, and for its issuer alone", async () => {
    const store = createMemoryStore();
    const call = createVerifier("access", { key, store, cache: { entries: 4 } });
    const ofB = make("access", { iss: B });
    for (const token of [good, ofB, good, ofB]) await call(token);
    await store.revoke({ iss: A, jti: "j1", exp: CLAIMS.exp });
    expect([await codeOf(() => call(good)), await codeOf(() => call(ofB))]).toEqual(["token_revoked", "accepted"]);
    await store.revokeSubject({ iss: B, sub: "u1" }, { lifetime: "15m" });
    expect(await codeOf(() => call(ofB))).toBe("token_revoked");
  });

  it("are as short for a long name, and another for each", async () => {
    const keys = new Set<string>();
    const send = async ([command = "", second = ""]: readonly string[]) => {
      if (command === "GET") keys.add(second);
      return null;
    };
    const store = createRedisStore(send);
    const names = [
      "j",
      "j".repeat(5000),
      `${"j".repeat(4999)}k`,
      "\r\nDEL *",
      '","',
      "\u0000",
      "__proto__",
      "ſ",
      "s",
      "\uD800",
      "\uFFFD",
    ];
    for (const jti of names) await store.isRevoked({ iss: A, jti, sub: "u", exp: NOW });
    const [first = ""] = keys;
    expect([keys.size, new Set([...keys].map((one) => one.replace(/:(?:revoked|subject):/, "").length)).size]).toEqual([
      names.length + 1,
      1,
    ]);
    expect(first).toMatch(/^claims:(?:revoked|subject):[A-Za-z0-9+/]{43}=$/);
  });

  it("outlive it by what any verifier may tolerate, to the fraction", async () => {
    const store = createMemoryStore();
    const exp = NOW + 600.75;
    await store.revoke({ iss: A, jti: "j1", exp });
    vi.setSystemTime((exp + 299.9) * 1000);
    const token = make("access", { iss: A, exp });
    const late = { key, store, clockTolerance: "5m", now: Date.now() / 1000 };
    expect(await codeOf(() => verify("access")(token, late))).toBe("token_revoked");
  });

  it("of a subject are never lowered, and reach tokens without iat", async () => {
    const store = createMemoryStore();
    const subject = { iss: A, sub: "u1" };
    await store.revokeSubject(subject, { lifetime: "15m", before: NOW + 30 });
    await store.revokeSubject(subject, { lifetime: "1s", before: NOW - 600 });
    await store.revokeSubject(subject, { lifetime: "1s" });
    const codes = [
      {},
      { iat: NOW + 29.9 },
      { iat: NOW + 30 },
      { iat: undefined },
      { jti: undefined },
      { sub: undefined },
    ];
    expect(await Promise.all(codes.map((claims) => codeWith(store, claims)))).toEqual([
      "token_revoked",
      "token_revoked",
      "accepted",
      "token_revoked",
      "token_revoked",
      "accepted",
    ]);
  });

  it.each<[string, object]>([
    ["in milliseconds", { before: NOW * 1000 }],
    ["that is no date", { before: new Date("then") }],
    ["as text", { before: "2025-01-01" }],
    ["that is undefined", { before: undefined }],
  ])("of a subject take no time %s, and say so of `before`", async (_name, options) => {
    const call = createMemoryStore().revokeSubject({ iss: A, sub: "u1" }, { lifetime: "15m", ...options });
    await expect(call).rejects.toMatchObject({ code: "invalid_option", message: expect.stringContaining("`before`") });
  });
});

describe("a token that counts once", () => {
  const token = { iss: A, jti: "j1", exp: NOW + 60 };
  const outcomes = async (calls: readonly Promise<void>[]) =>
    (await Promise.all(calls.map((call) => codeOf(() => call)))).toSorted();

  it("counts once for many at a time, whose texts differ only where it does not matter", async () => {
    const store = createMemoryStore();
    const calls = Array.from({ length: 50 }, (_, at) =>
      store.useOnce({ ...token, exp: token.exp + at, sub: at } as typeof token),
    );
    expect(await outcomes(calls)).toEqual(["accepted", ...Array.from({ length: 49 }, () => "token_revoked")]);
  });

  it("is not used up by a forged time, and never comes back", async () => {
    const store = createMemoryStore();
    expect(await codeOf(() => store.useOnce({ ...token, exp: Number.POSITIVE_INFINITY }))).toBe("invalid_option");
    expect(await codeOf(() => store.useOnce({ ...token, exp: NOW - 360 }))).toBe("expired");
    await store.useOnce(token);
    vi.setSystemTime((token.exp + 359) * 1000);
    expect(await codeOf(() => store.useOnce(token))).toBe("token_revoked");
    vi.setSystemTime((token.exp + 361) * 1000);
    expect(await codeOf(() => store.useOnce(token))).toBe("expired");
  });
});

describe("a server that is no Redis, or not a good one", () => {
  const replies: readonly (readonly [string, unknown])[] = [
    ["nothing", undefined],
    ["a number as text", "1"],
    ["bytes", Buffer.from("OK")],
    ["a large number", 1n],
    ["true", true],
    ["an error as a value", new Error("WRONGTYPE Operation against a key holding the wrong kind of value")],
    ["a list", ["OK"]],
    ["ok in small letters", "ok"],
    ["QUEUED", "QUEUED"],
  ];
  const tokenOf = { iss: A, jti: "j1", exp: NOW + 60 };
  const CALLS: Readonly<Record<string, (store: TokenStore) => Promise<unknown>>> = {
    revoke: (store) => store.revoke(tokenOf),
    revokeSubject: (store) => store.revokeSubject({ iss: A, sub: "u" }, { lifetime: "1m" }),
    useOnce: (store) => store.useOnce(tokenOf),
    beginFamily: (store) => store.beginFamily("f", "a", 60),
    advanceFamily: (store) => store.advanceFamily("f", "a", "b", 60),
    endFamily: (store) => store.endFamily("f"),
  };
  it.each(replies)("keeps nothing where it replies %s", async (_name, reply) => {
    const store = createRedisStore(async () => reply);
    for (const call of Object.values(CALLS)) expect(await codeOf(() => call(store))).toBe("revocation_unavailable");
  });

  it.each(replies.filter(([, reply]) => typeof reply !== "string"))(
    "revokes no token and accepts none where it replies %s",
    async (_name, reply) => {
      const store = createRedisStore(async () => reply);
      expect(await codeOf(() => verify("access")(good, { key, store }))).toBe("revocation_unavailable");
    },
  );

  it.each([
    "MOVED 1 127.0.0.1:7000",
    "WRONGTYPE x",
    "NOSCRIPT No matching script",
    "OOM command not allowed",
    "READONLY x",
  ])("keeps nothing where it fails with %s", async (message) => {
    const store = createRedisStore(() => Promise.reject(new Error(message)));
    for (const call of Object.values(CALLS)) expect(await codeOf(() => call(store))).toBe("revocation_unavailable");
    expect(await codeOf(() => verify("access")(good, { key, store }))).toBe("revocation_unavailable");
    await settle();
    expect(unhandled).not.toHaveBeenCalled();
  });

  it("is given every script whole, so that it can forget those that it knew", async () => {
    const commands: (string | undefined)[] = [];
    const store = createRedisStore(async (command) => {
      commands.push(command[0]);
      return "OK";
    });
    for (const call of Object.values(CALLS)) await codeOf(() => call(store));
    expect([...new Set(commands)]).toEqual(["EVAL", "SET", "DEL"]);
  });
});

describe("refresh tokens, attacked", () => {
  const claims = { iss: A, role: undefined, iat: NOW, exp: NOW + 86_400 };
  /** A service that rotates: tokens are those of the package, signed by its key. */
  function service(store: TokenStore = createMemoryStore()) {
    const reused: object[] = [];
    const fault: { error: Error | null } = { error: null };
    const rotation = createRefreshRotation<refresh.RefreshClaims & { sub: string }, { sub: string }, string>({
      store,
      policy: { lifetime: 86_400 },
      // What verify returns has the claims that the claim set demands.
      verify: (token) => verify("refreshToken")(token, { key, store }) as never,
      issue: async (next, { sub }) => {
        if (fault.error !== null) throw fault.error;
        return make("refreshToken", { ...claims, sub, ...next });
      },
      onReuse: ({ sub, sid }) => reused.push({ sub, sid }),
    });
    return { ...rotation, store, reused, fault };
  }
  const sidOf = (token: string): unknown =>
    JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()).sid;

  it("give one of two at a time the next, and end the family for both", async () => {
    const { begin, rotate, reused } = service();
    const first = await begin({ sub: "u1" });
    const both = await Promise.allSettled([rotate(first), rotate(first)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const won = both.find((one) => one.status === "fulfilled");
    expect(await codeOf(() => rotate(won?.value ?? ""))).toBe("token_revoked");
    expect(reused).toEqual([{ sub: "u1", sid: sidOf(first) }]);
  });

  it("are refused after the end, and tell of no reuse then", async () => {
    const { begin, rotate, end, reused } = service();
    const first = await begin({ sub: "u1" });
    const second = await rotate(first);
    await end(second);
    for (const token of [first, second]) expect(await codeOf(() => rotate(token))).toBe("token_revoked");
    await end(first);
    await settle();
    expect(reused).toEqual([]);
  });

  it("end the family by an older one, also after the service broke down between two steps", async () => {
    const store = createMemoryStore();
    const { begin, rotate, reused } = service(store);
    const tokens = [await begin({ sub: "u1" })];
    for (let at = 0; at < 3; at++) tokens.push(await rotate(tokens.at(-1) ?? ""));
    const present = tokens.at(-1) ?? "";
    // The step was taken, and the next token was never signed.
    const { jti } = JSON.parse(Buffer.from(present.split(".")[1] ?? "", "base64url").toString()) as { jti: string };
    await store.advanceFamily(String(sidOf(present)), jti, "lost", 60);
    expect(await codeOf(() => rotate(tokens[1] ?? ""))).toBe("token_revoked");
    expect(await codeOf(() => rotate(present))).toBe("token_revoked");
    expect(reused).toHaveLength(1);
  });

  it("are of no family that the store did not begin, whatever sid they bear", async () => {
    const { begin, rotate, reused } = service();
    const victim = await begin({ sub: "victim" });
    for (const sid of ["", "__proto__", "f", `${sidOf(victim)} `, `family:${sidOf(victim)}`]) {
      const forged = make("refreshToken", { ...claims, sub: "evil", jti: "x", sid });
      expect(await codeOf(() => rotate(forged))).toBe("token_revoked");
    }
    expect(reused).toEqual([]);
    await rotate(victim);
  });

  it("of two families do not touch each other, and neither do those of other kinds", async () => {
    const { begin, rotate } = service();
    const [one, two] = [await begin({ sub: "u1" }), await begin({ sub: "u2" })];
    const access = make("access", { ...CLAIMS, iss: A, sid: sidOf(two) });
    expect(await codeOf(() => rotate(access))).toBe("type_mismatch");
    await rotate(one);
    expect(await codeOf(() => rotate(one))).toBe("token_revoked");
    await rotate(two);
  });

  it("whose signature is another's end nothing", async () => {
    const { begin, rotate, reused } = service();
    const first = await begin({ sub: "u1" });
    const [, payload = ""] = first.split(".");
    const old = JSON.parse(Buffer.from(payload, "base64url").toString()) as object;
    const forged = make("refreshToken", { ...old, jti: "old" }, KEYS.ecOther.privateKey);
    expect(await codeOf(() => rotate(forged))).toBe("invalid_signature");
    await rotate(first);
    expect(reused).toEqual([]);
  });

  it("are refused once their subject is revoked", async () => {
    const { begin, rotate, store } = service();
    const first = await begin({ sub: "u1" });
    await store.revokeSubject({ iss: A, sub: "u1" }, { lifetime: "1d" });
    expect(await codeOf(() => rotate(first))).toBe("token_revoked");
  });

  it("count for one of two again where the next one could not be issued", async () => {
    const { begin, rotate, fault } = service();
    const first = await begin({ sub: "u1" });
    fault.error = new TypeError("closed");
    await expect(rotate(first)).rejects.toThrow("closed");
    fault.error = null;
    const both = await Promise.allSettled([rotate(first), rotate(first)]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("are refused, and issue nothing, where the store is down", async () => {
    const issue = vi.fn();
    const down = createRedisStore(() => Promise.reject(new Error("down")));
    const rotation = createRefreshRotation({
      store: down,
      policy: { lifetime: 60 },
      verify: async () => ({ claims: { jti: "j", sid: "s" } }),
      issue,
    });
    for (const call of [() => rotation.begin({}), () => rotation.rotate("x"), () => rotation.end("x")]) {
      expect(await codeOf(call)).toBe("revocation_unavailable");
    }
    expect(issue).not.toHaveBeenCalled();
  });
});
