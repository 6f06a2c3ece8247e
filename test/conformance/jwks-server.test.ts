import { createRemoteJWKSet, type RemoteJWKSetOptions } from "jose";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type * as remote from "../../src/runtime/remote-keys/remote-keys.js";
import { forgeToken, KEYS, NOW } from "../support/forge-token.js";
import { json, type KeyServer, RUBBISH, startKeyServer } from "../support/key-server.js";
import { type LoadedPackage, loadPackage } from "../support/load-package.js";

const CONFIG = {
  package: { name: "@acme/claims", version: "1.0.0" },
  output: "generated",
  tokens: { accessToken: { schema: "a.json", algorithms: ["ES256", "RS256"], lifetime: "15m" } },
};
const CLAIMS = { iss: "https://auth.acme.example", iat: NOW, exp: NOW + 600 };

const publicJwk = (kid: string, key = KEYS.ec) => ({ ...key.publicKey.export({ format: "jwk" }), kid });
const SET = { keys: [publicJwk("first")] };
const tokenOf = (kid: string, key = KEYS.ec) => forgeToken({ alg: "ES256", typ: "JWT", kid }, CLAIMS, key.privateKey);
const FIRST = tokenOf("first");

let pack: LoadedPackage;
let server: KeyServer;
let remoteKeys: typeof remote.remoteKeys;

beforeAll(async () => {
  pack = await loadPackage(CONFIG, { "a.json": { type: "object" } });
  // The module exports what the source of the same name does.
  ({ remoteKeys } = (await pack.load("runtime/remote-keys/remote-keys.js")) as unknown as typeof remote);
});
afterAll(() => pack.remove());
beforeEach(async () => {
  // Only the date: what waits for an answer waits as long as it takes.
  vi.useFakeTimers({ toFake: ["Date"], now: NOW * 1000 });
  server = await startKeyServer(json(SET));
});
afterEach(async () => {
  vi.useRealTimers();
  await server.stop();
});

/** Lets time go by, in seconds. */
const wait = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);

/** `accepted`, or the code of what verify throws, with a key and at the time of the sample. */
async function outcome(key: unknown, token = FIRST): Promise<string> {
  return (await failure(key, token))?.code ?? "accepted";
}

async function failure(key: unknown, token = FIRST): Promise<(Error & { readonly code: string }) | null> {
  try {
    await pack.tokens.get("accessToken")?.verify(token, { key, now: NOW });
    return null;
  } catch (error) {
    // Whatever else it is, its code would not be one of those that are expected.
    return error as Error & { readonly code: string };
  }
}

const jose = (options: RemoteJWKSetOptions = {}) => createRemoteJWKSet(new URL(server.url), options);
const own = (options: remote.RemoteKeysOptions = {}) => remoteKeys(server.url, options);

describe.each([
  ["remoteKeys", own, () => own({ timeout: "1s" })],
  ["jose's resolver", jose, () => jose({ timeoutDuration: 300 })],
] as const)("verify with %s", (name, make, makeImpatient) => {
  it("fetches once for many tokens at a time", async () => {
    const key = make();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => outcome(key)));
    expect([new Set(outcomes), server.requests()]).toEqual([new Set(["accepted"]), 1]);
    expect([await outcome(key), server.requests()]).toEqual(["accepted", 0]);
  });

  it.each(Object.entries(RUBBISH))("says jwks_unavailable of a server that answers with %s", async (_, answer) => {
    server.answer(answer);
    expect(await outcome(make())).toBe("jwks_unavailable");
  });

  it("says jwks_unavailable of a server that is down", async () => {
    await server.stop();
    expect(await outcome(make())).toBe("jwks_unavailable");
  });

  it("says jwks_unavailable of a server that never answers, or stops in the middle", async () => {
    server.answer(() => {});
    expect(await outcome(makeImpatient())).toBe("jwks_unavailable");
    server.answer((response) => response.write('{"keys":['));
    expect(await outcome(makeImpatient())).toBe("jwks_unavailable");
  });

  it("follows no redirect", async () => {
    server.answer((response, { url }) => {
      if (url === "/jwks") response.writeHead(302, { location: "/elsewhere" }).end();
      else json(SET)(response, {} as never);
    });
    expect([await outcome(make()), server.requests()]).toEqual(["jwks_unavailable", 1]);
  });

  it.each([
    ["an empty set", { keys: [] }],
    ["a set with other keys", { keys: [publicJwk("second")] }],
    ["a set whose key is for something else", { keys: [{ ...publicJwk("first"), use: "enc" }] }],
    ["a set whose key is no point of the curve", { keys: [{ ...publicJwk("first"), x: "AAAA" }] }],
  ])("says key_not_found of %s", async (_, set) => {
    server.answer(json(set));
    expect(await outcome(make())).toBe("key_not_found");
  });

  it("never verifies with a private key that was published", async () => {
    server.answer(json({ keys: [{ ...KEYS.ec.privateKey.export({ format: "jwk" }), kid: "first" }] }));
    // jose says no more of it than that the set is invalid.
    expect(await outcome(make())).toBe(name === "remoteKeys" ? "invalid_key" : "jwks_unavailable");
  });

  it("fetches once more for an unknown key id, and then leaves the server alone", async () => {
    const key = make();
    await outcome(key);
    wait(31);
    server.requests();
    expect([await outcome(key, tokenOf("unknown")), server.requests()]).toEqual(["key_not_found", 1]);
    const flood = await Promise.all(Array.from({ length: 50 }, (_, at) => outcome(key, tokenOf(`unknown-${at}`))));
    expect([new Set(flood), server.requests()]).toEqual([new Set(["key_not_found"]), 0]);
  });

  it("finds a key that was published in the meantime, by its id", async () => {
    const key = make();
    await outcome(key);
    server.answer(json({ keys: [...SET.keys, publicJwk("second", KEYS.ecOther)] }));
    wait(31);
    expect(await outcome(key, tokenOf("second", KEYS.ecOther))).toBe("accepted");
  });

  it("says jwks_unavailable of an unknown key id while the server is down", async () => {
    const key = make();
    await outcome(key);
    server.answer((response) => response.writeHead(503).end());
    wait(31);
    expect(await outcome(key, tokenOf("unknown"))).toBe("jwks_unavailable");
    // A key that is known is not concerned.
    expect(await outcome(key)).toBe("accepted");
  });

  it("refuses a key that was withdrawn, once the set is old", async () => {
    const key = make();
    await outcome(key);
    server.answer(json({ keys: [publicJwk("second", KEYS.ecOther)] }));
    wait(601);
    expect(await outcome(key)).toBe("key_not_found");
  });

  it("holds nothing of the token or the answer in what it throws", async () => {
    server.answer((response) => response.end("<p>SECRET</p>"));
    const error = await failure(make());
    expect(`${error?.message} ${error?.stack}`).not.toMatch(/SECRET|eyJ/);
  });
});

type KeyResponses = () => Promise<Response>;

/** Waits until fetches have been answered, and what follows from a status has happened. */
async function settled(fetches: readonly Promise<unknown>[]): Promise<void> {
  await Promise.allSettled(fetches);
  await new Promise((resolve) => setImmediate(resolve));
}

describe("remoteKeys", () => {
  it("reads no more than 1 MiB", async () => {
    let sent = 0;
    server.answer((response) => {
      const send = (): void => {
        while (!response.destroyed && sent < 100_000_000) {
          sent += 65_536;
          if (!response.write("x".repeat(65_536))) {
            response.once("drain", send);
            return;
          }
        }
      };
      send();
    });
    const error = await failure(own());
    expect(error?.code).toBe("jwks_unavailable");
    expect(error?.message).toContain("larger than 1 MiB");
    expect(sent).toBeLessThan(20_000_000);
  });

  it("goes on with the keys that it has while the server is down, and asks less and less often", async () => {
    const fetches: Promise<unknown>[] = [];
    const key = own({
      fetch: (url, request) => {
        const response = fetch(url, request);
        fetches.push(response);
        return response;
      },
    });
    await outcome(key);
    server.answer((response) => response.writeHead(500).end());
    wait(601);
    const asked: number[] = [];
    for (let second = 0; second < 60; second++) {
      const before = fetches.length;
      expect(await outcome(key)).toBe("accepted");
      if (fetches.length > before) asked.push(second);
      await settled(fetches);
      wait(1);
    }
    // After 1, 2, 4, 8 and 16 seconds, then every 30.
    expect(asked).toEqual([0, 1, 3, 7, 15, 31]);
    server.answer(json({ keys: [publicJwk("second", KEYS.ecOther)] }));
    wait(30);
    await outcome(key);
    await vi.waitFor(async () => expect(await outcome(key)).toBe("key_not_found"));
  });

  it("lets no token wait for a server that is in trouble, if it has the key", async () => {
    let answer: KeyResponses = () => fetch(server.url);
    const key = own({ fetch: () => answer() });
    await outcome(key);
    answer = () => Promise.reject(new TypeError("down"));
    wait(601);
    await outcome(key);
    let giveUp = () => {};
    answer = () =>
      new Promise((_, reject) => {
        giveUp = () => reject(new TypeError("down"));
      });
    wait(2);
    const waited = new Promise((resolve) => setTimeout(resolve, 2000, "waited"));
    expect(await Promise.race([Promise.all([outcome(key), outcome(key)]), waited])).toEqual(["accepted", "accepted"]);
    giveUp();
  });

  it("bears a clock that is set back a little, and fetches anew after a leap", async () => {
    const key = own();
    await outcome(key);
    server.requests();
    wait(-30);
    expect([await outcome(key), server.requests()]).toEqual(["accepted", 0]);
    wait(-3600);
    expect([await outcome(key), server.requests()]).toEqual(["accepted", 1]);
  });

  it("trusts no key for longer than maxAge and maxStale", async () => {
    const key = own({ maxAge: "5m", maxStale: "10m" });
    await outcome(key);
    await server.stop();
    wait(899);
    expect(await outcome(key)).toBe("accepted");
    wait(1);
    expect(await outcome(key)).toBe("jwks_unavailable");
  });

  it("asks a server that was down from the start no more often than once a second", async () => {
    server.answer((response) => response.writeHead(500).end());
    const key = own();
    for (let at = 0; at < 50; at++) expect(await outcome(key)).toBe("jwks_unavailable");
    expect(server.requests()).toBe(1);
    server.answer(json(SET));
    wait(1);
    expect(await outcome(key)).toBe("accepted");
  });

  it("starts with saved keys while the server is down, as old as they are", async () => {
    const saved: remote.SavedKeys[] = [];
    await outcome(own({ onFetch: (keys) => saved.push(keys) }));
    await server.stop();
    const text = JSON.stringify(saved[0]);
    expect(saved).toHaveLength(1);
    wait(3600);
    expect(await outcome(own({ saved: JSON.parse(text) }))).toBe("accepted");
    wait(3600);
    expect(await outcome(own({ saved: JSON.parse(text) }))).toBe("jwks_unavailable");
    expect(await outcome(own({ saved: JSON.parse(text), maxStale: "7d" }))).toBe("accepted");
  });

  it("does not let saving fail a token", async () => {
    const key = own({
      onFetch: () => {
        throw new TypeError("The disk is full.");
      },
    });
    expect(await outcome(key)).toBe("accepted");
    expect(await outcome(own({ onFetch: () => Promise.reject(new TypeError("The disk is full.")) }))).toBe("accepted");
  });

  it("fetches as the caller says", async () => {
    const seen: string[] = [];
    const key = own({
      fetch: (url, request) => {
        seen.push(`${request.method} ${url} ${request.redirect}`);
        return fetch(url, { ...request, headers: { ...request.headers, via: "proxy" } });
      },
    });
    expect([await outcome(key), seen]).toEqual(["accepted", [`GET ${server.url} manual`]]);
  });

  it.each([
    ["never settles", () => new Promise<never>(() => {})],
    [
      "throws at once",
      () => {
        throw new TypeError("no proxy");
      },
    ],
    [
      "gives nonsense",
      () =>
        Promise.resolve({
          status: 200,
          body: { getReader: () => ({ read: () => Promise.resolve({ done: false, value: "x" }) }) },
        }),
    ],
  ])("says jwks_unavailable of a fetch that %s", async (_, given) => {
    expect(await outcome(own({ fetch: given, timeout: "1s" }))).toBe("jwks_unavailable");
  });

  it("works the same with a verifier that remembers tokens", async () => {
    const { createAccessTokenVerifier } = await pack.load("index.js");
    // The generated declarations say so.
    const create = createAccessTokenVerifier as (
      options: object,
    ) => (token: string, options: object) => Promise<object>;
    const verify = create({ key: own(), cache: { entries: 10 } });
    await verify(FIRST, { now: NOW });
    await verify(FIRST, { now: NOW });
    expect(server.requests()).toBe(1);
    server.answer(json({ keys: [publicJwk("second", KEYS.ecOther)] }));
    wait(601);
    await expect(verify(FIRST, { now: NOW })).rejects.toMatchObject({ code: "key_not_found" });
  });

  it.each([
    ["http://auth.acme.example/jwks", {}],
    ["https://user:secret@auth.acme.example/jwks", {}],
    ["file:///etc/jwks.json", {}],
    ["jwks.json", {}],
    [undefined, {}],
    ["https://auth.acme.example/jwks", { timeout: 5 }],
    ["https://auth.acme.example/jwks", { cooldown: "0s" }],
    ["https://auth.acme.example/jwks", { maxAge: undefined }],
    ["https://auth.acme.example/jwks", { maxage: "5m" }],
    ["https://auth.acme.example/jwks", { fetch: true }],
    ["https://auth.acme.example/jwks", { saved: { keys: [] } }],
  ])("refuses %j with %j", (url, options) => {
    // What TypeScript refuses, JavaScript can pass.
    const call = () => remoteKeys(url as string, options as object);
    expect(call).toThrowError(expect.objectContaining({ code: "invalid_option" }));
  });
});
