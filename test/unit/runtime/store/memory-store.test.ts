import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createMemoryStore } from "../../../../src/runtime/store/memory-store.js";
import type { SingleToken, TokenIdentity } from "../../../../src/runtime/store/token-store.js";
import { ISSUER, NOW, refusalOf } from "../sample.js";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW * 1000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const wait = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
const single = (jti: string, more: Partial<SingleToken> = {}) => ({ iss: ISSUER, jti, exp: NOW + 600, ...more });
const told = (more: Partial<TokenIdentity> = {}): TokenIdentity => ({
  iss: ISSUER,
  sub: "u1",
  jti: "a",
  iat: NOW,
  exp: NOW + 600,
  ...more,
});
const codeOf = async (call: () => Promise<unknown>) => (await refusalOf(call)).code;

describe("revoke", () => {
  it.each<[string, Partial<TokenIdentity>, boolean]>([
    ["the token", {}, true],
    ["the token whatever else it says", { sub: "u2", iat: NOW - 5 }, true],
    ["another", { jti: "b" }, false],
    ["that of another issuer", { iss: "https://other.example" }, false],
  ])("revokes %s: %j %s", async (_, more, want) => {
    const store = createMemoryStore();
    await store.revoke(single("a"));
    expect(await store.isRevoked(told(more))).toBe(want);
  });

  it.each([",", '","', ":", "|", "\n", "\0", ""])(
    "tells texts apart that run into each other at %j",
    async (between) => {
      const store = createMemoryStore();
      await store.revoke(single(`c${between}d`, { iss: "b" }));
      expect(await store.isRevoked(told({ iss: `b${between}c`, jti: "d" }))).toBe(false);
      await store.useOnce(single(`c${between}d`, { iss: "b" }));
      await store.useOnce(single("d", { iss: `b${between}c` }));
    },
  );

  it("knows tokens without an issuer and without jti", async () => {
    const store = createMemoryStore();
    await store.revoke(single("a", { iss: null }));
    const { iss: _, ...anonymous } = told();
    expect(await store.isRevoked(anonymous)).toBe(true);
    const { jti: __, ...unnamed } = told();
    expect(await store.isRevoked(unnamed)).toBe(false);
  });

  it.each<[string, object]>([
    ["jti", { iss: ISSUER, exp: NOW }],
    ["jti", { iss: ISSUER, exp: NOW, jti: 5 }],
    ["iss", { jti: "a", exp: NOW }],
    ["iss", { jti: "a", exp: NOW, iss: undefined }],
    ["exp", { jti: "a", iss: ISSUER }],
    ["exp", { jti: "a", iss: ISSUER, exp: Number.NaN }],
    ["jti", Object.create(single("a"))],
    // What TypeScript refuses, JavaScript can pass.
    ["jti", null as unknown as object],
  ])("and useOnce refuse what has no %s of its own: %j", async (claim, token) => {
    const store = createMemoryStore();
    for (const call of [store.revoke, store.useOnce]) {
      const error = await refusalOf(() => call(token as SingleToken));
      expect([error.code, error.message.includes(`"${claim}"`)]).toEqual(["invalid_option", true]);
    }
  });
});

describe("revokeSubject", () => {
  it.each<[string, Partial<TokenIdentity> | { readonly iat: undefined }, boolean]>([
    ["issued before", { iat: NOW - 11 }, true],
    ["issued a fraction before", { iat: NOW - 10.5 }, true],
    ["issued then", { iat: NOW - 10 }, false],
    ["of another subject", { iat: NOW - 11, sub: "u2" }, false],
    ["of the same subject of another issuer", { iat: NOW - 11, iss: "https://other.example" }, false],
    ["that does not say when it was issued", { iat: undefined }, true],
    ["that says nonsense", { iat: Number.NaN }, true],
  ])("before a time, concerns a token %s: %j %s", async (_, more, want) => {
    const store = createMemoryStore();
    await store.revokeSubject({ iss: ISSUER, sub: "u1" }, { before: NOW - 10, lifetime: "15m" });
    expect(await store.isRevoked({ ...told(), ...more } as TokenIdentity)).toBe(want);
  });

  it.each([0, 0.4, 0.999])("takes the present second as a whole, since iat is cut to it: after %f", async (part) => {
    wait(part);
    const store = createMemoryStore();
    await store.revokeSubject({ iss: ISSUER, sub: "u1" }, { lifetime: "15m" });
    expect([await store.isRevoked(told()), await store.isRevoked(told({ iat: NOW + 1 }))]).toEqual([true, false]);
  });

  it("never takes a later time back for an earlier one, nor a longer memory for a shorter one", async () => {
    const store = createMemoryStore();
    const subject = { iss: ISSUER, sub: "u1" };
    await store.revokeSubject(subject, { before: NOW, lifetime: "30d" });
    await store.revokeSubject(subject, { before: new Date((NOW - 100) * 1000), lifetime: "1m" });
    expect(await store.isRevoked(told({ iat: NOW - 1 }))).toBe(true);
    wait(30 * 86_400);
    expect(await store.isRevoked(told({ iat: NOW - 1 }))).toBe(true);
    wait(361);
    expect(await store.isRevoked(told({ iat: NOW - 1 }))).toBe(false);
  });

  it("remembers a time that is still to come for a lifetime beyond it", async () => {
    const store = createMemoryStore();
    await store.revokeSubject({ iss: ISSUER, sub: "u1" }, { before: NOW + 1000, lifetime: "15m" });
    wait(1000 + 900 + 359);
    expect(await store.isRevoked(told({ iat: NOW + 999 }))).toBe(true);
    wait(2);
    expect(await store.isRevoked(told({ iat: NOW + 999 }))).toBe(false);
  });

  it.each<[string, object, object]>([
    ["no subject", { iss: ISSUER }, { lifetime: "15m" }],
    ["no issuer", { sub: "u1" }, { lifetime: "15m" }],
    ["no lifetime", { iss: ISSUER, sub: "u1" }, {}],
    ["a lifetime without a unit", { iss: ISSUER, sub: "u1" }, { lifetime: 900 }],
    ["milliseconds", { iss: ISSUER, sub: "u1" }, { lifetime: "15m", before: NOW * 1000 }],
    ["a time that is missing in the environment", { iss: ISSUER, sub: "u1" }, { lifetime: "15m", before: undefined }],
    ["an option that there is not", { iss: ISSUER, sub: "u1" }, { lifetime: "15m", until: NOW }],
  ])("refuses %s", async (_, subject, options) => {
    const store = createMemoryStore();
    // What TypeScript refuses, JavaScript can pass.
    expect(await codeOf(() => store.revokeSubject(subject as never, options as never))).toBe("invalid_option");
  });
});

describe("useOnce", () => {
  it("succeeds once for a token, also for many at a time", async () => {
    const store = createMemoryStore();
    const calls = Array.from({ length: 16 }, () => store.useOnce(single("a")));
    const results = await Promise.allSettled(calls);
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await codeOf(() => store.useOnce(single("a")))).toBe("token_revoked");
    await store.useOnce(single("b"));
    await store.useOnce(single("a", { iss: null }));
    // To use is not to revoke.
    expect(await store.isRevoked(told())).toBe(false);
  });

  it("still knows of the use while any verifier may accept the token, and refuses the token afterwards", async () => {
    const store = createMemoryStore();
    await store.useOnce(single("a"));
    wait(600 + 359);
    expect(await codeOf(() => store.useOnce(single("a")))).toBe("token_revoked");
    wait(1);
    expect(await codeOf(() => store.useOnce(single("a")))).toBe("expired");
  });
});

describe("a memory that is full", () => {
  it("takes no more, says so, and forgets nothing that still matters", async () => {
    const store = createMemoryStore({ entries: 2 });
    await store.revoke(single("a"));
    await store.useOnce(single("b"));
    for (const call of [
      () => store.revoke(single("c")),
      () => store.useOnce(single("c")),
      () => store.revokeSubject({ iss: ISSUER, sub: "u1" }, { lifetime: "15m" }),
      () => store.beginFamily("f", "a", 100),
    ]) {
      expect(await codeOf(call)).toBe("revocation_unavailable");
    }
    expect(await store.isRevoked(told())).toBe(true);
    expect(await codeOf(() => store.useOnce(single("b")))).toBe("token_revoked");
    // What it knows already takes no more room.
    await store.revoke(single("a"));
  });

  it("makes room of what has expired", async () => {
    const store = createMemoryStore({ entries: 2 });
    await store.revoke(single("a", { exp: NOW + 10 }));
    await store.revoke(single("b"));
    expect(await codeOf(() => store.revoke(single("c")))).toBe("revocation_unavailable");
    wait(10 + 360);
    await store.revoke(single("c", { exp: NOW + 1000 }));
    expect([await store.isRevoked(told({ jti: "b" })), await store.isRevoked(told({ jti: "c" }))]).toEqual([
      true,
      true,
    ]);
  });

  it.each([{ entries: 0 }, { entries: 1.5 }, { entries: "5" }, { entries: undefined }, { entry: 5 }, null])(
    "is not made of %j",
    (options) => {
      const make = () => createMemoryStore(options as object);
      expect(make).toThrowError(expect.objectContaining({ code: "invalid_option" }));
    },
  );
});

describe("families", () => {
  it.each<[string, readonly (readonly [from: string, to: string])[], readonly string[]]>([
    [
      "go from each token to the next",
      [
        ["a", "b"],
        ["b", "c"],
      ],
      ["advanced", "advanced"],
    ],
    [
      "end when a token comes again",
      [
        ["a", "b"],
        ["a", "c"],
        ["b", "d"],
      ],
      ["advanced", "reused", "unknown"],
    ],
    [
      "end when a token comes that never was",
      [
        ["x", "y"],
        ["a", "b"],
      ],
      ["reused", "unknown"],
    ],
  ])("%s", async (_, steps, want) => {
    const store = createMemoryStore();
    await store.beginFamily("f", "a", 100);
    const got: string[] = [];
    for (const [from, to] of steps) got.push(await store.advanceFamily("f", from, to, 100));
    expect(got).toEqual(want);
    expect(await store.advanceFamily("other", "a", "b", 100)).toBe("unknown");
  });

  it("end when they are told to, and when nobody comes for their time", async () => {
    const store = createMemoryStore();
    for (const family of ["f", "g", "h"]) await store.beginFamily(family, "a", 100);
    await store.endFamily("f");
    expect(await store.advanceFamily("f", "a", "b", 100)).toBe("unknown");
    wait(99);
    expect(await store.advanceFamily("g", "a", "b", 100)).toBe("advanced");
    wait(1);
    expect(await store.advanceFamily("g", "b", "c", 100)).toBe("advanced");
    expect(await store.advanceFamily("h", "a", "b", 100)).toBe("unknown");
    expect(await codeOf(() => store.beginFamily("g", "a", 100))).toBe("revocation_unavailable");
  });
});
