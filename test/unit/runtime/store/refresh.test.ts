import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ClaimsError } from "../../../../src/runtime/errors/claims-error.js";
import { createMemoryStore } from "../../../../src/runtime/store/memory-store.js";
import {
  createRefreshRotation,
  type RefreshClaims,
  type RefreshOptions,
} from "../../../../src/runtime/store/refresh.js";
import type { FamilyStore } from "../../../../src/runtime/store/token-store.js";
import { NOW, refusalOf } from "../sample.js";

interface Session {
  readonly sub: string;
}
type Claims = RefreshClaims & Session;
type Options = RefreshOptions<Claims, Session, string>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"], now: NOW * 1000 });
});
afterEach(() => {
  vi.useRealTimers();
});

const wait = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000);
const codeOf = async (call: () => Promise<unknown>) => (await refusalOf(call)).code;

/** A rotation whose tokens are their claims in JSON: signatures are not its business. */
function rotationOf(more: Partial<Options> = {}) {
  return createRefreshRotation<Claims, Session, string>({
    store: createMemoryStore(),
    policy: { lifetime: 1000 },
    verify: async (token) => ({ claims: JSON.parse(token) as Claims }),
    issue: async (next, { sub }) => JSON.stringify({ sub, ...next }),
    ...more,
  });
}

describe("a rotation", () => {
  it("gives each token of a family an id of its own, and all of them the family's", async () => {
    const rotation = rotationOf();
    const tokens = [await rotation.begin({ sub: "u1" })];
    for (let at = 0; at < 3; at++) tokens.push(await rotation.rotate(tokens.at(-1) ?? ""));
    const claims = tokens.map((token) => JSON.parse(token) as Claims);
    expect([new Set(claims.map(({ sid }) => sid)).size, new Set(claims.map(({ jti }) => jti)).size]).toEqual([1, 4]);
    expect(claims.map(({ sub }) => sub)).toEqual(["u1", "u1", "u1", "u1"]);
    const other = JSON.parse(await rotation.begin({ sub: "u1" })) as Claims;
    expect(other.sid).not.toBe(claims[0]?.sid);
  });

  it("ends a family whose token comes again, tells of it, and leaves the others alone", async () => {
    const seen: Claims[] = [];
    const rotation = rotationOf({ onReuse: (claims) => seen.push(claims) });
    const [first, other] = [await rotation.begin({ sub: "u1" }), await rotation.begin({ sub: "u1" })];
    const second = await rotation.rotate(first);
    expect(await codeOf(() => rotation.rotate(first))).toBe("token_revoked");
    expect(await codeOf(() => rotation.rotate(second))).toBe("token_revoked");
    await rotation.rotate(other);
    // What comes after the end of a family is no further reuse.
    expect(seen).toEqual([JSON.parse(first)]);
  });

  it.each<[string, NonNullable<Options["onReuse"]>]>([
    [
      "throws",
      () => {
        throw new TypeError("no mail");
      },
    ],
    ["rejects", () => Promise.reject(new TypeError("no mail"))],
    ["never ends", () => new Promise(() => {})],
  ])("does not mind that who is told of it %s", async (_, onReuse) => {
    const rotation = rotationOf({ onReuse });
    const first = await rotation.begin({ sub: "u1" });
    await rotation.rotate(first);
    expect(await codeOf(() => rotation.rotate(first))).toBe("token_revoked");
  });

  it("gives one of many at a time the next token, and ends the family", async () => {
    const rotation = rotationOf();
    const first = await rotation.begin({ sub: "u1" });
    const results = await Promise.allSettled(Array.from({ length: 16 }, () => rotation.rotate(first)));
    const won = results.filter((result) => result.status === "fulfilled");
    expect(won).toHaveLength(1);
    expect(await codeOf(() => rotation.rotate(won[0]?.value ?? ""))).toBe("token_revoked");
  });

  it("ends a family when the user logs out, and when no one comes for a lifetime", async () => {
    const rotation = rotationOf();
    const [first, other] = [await rotation.begin({ sub: "u1" }), await rotation.begin({ sub: "u1" })];
    await rotation.end(first);
    expect(await codeOf(() => rotation.rotate(first))).toBe("token_revoked");
    wait(1359);
    const next = await rotation.rotate(other);
    wait(1360);
    expect(await codeOf(() => rotation.rotate(next))).toBe("token_revoked");
  });

  it.each<[string, object]>([
    ["jti", { sub: "u1", sid: "s" }],
    ["sid", { sub: "u1", jti: "j" }],
    ["sid", { sub: "u1", jti: "j", sid: 5 }],
    ["sid", { sub: "u1", jti: "j", __proto__: { sid: "s" } }],
  ])("refuses a token without claim %s: %j", async (claim, claims) => {
    const rotation = rotationOf({ verify: () => Promise.resolve({ claims: claims as Claims }) });
    const error = await refusalOf(() => rotation.rotate(""));
    expect([error.code, error.message.includes(`"${claim}"`)]).toEqual(["token_revoked", true]);
  });

  it("passes on what verify refuses, and asks the store nothing then", async () => {
    const store: FamilyStore = {
      beginFamily: () => Promise.reject(new TypeError("asked")),
      advanceFamily: () => Promise.reject(new TypeError("asked")),
      endFamily: () => Promise.reject(new TypeError("asked")),
    };
    const rotation = rotationOf({ store, verify: () => Promise.reject(new ClaimsError("expired", "It is old.")) });
    expect([await codeOf(() => rotation.rotate("")), await codeOf(() => rotation.end(""))]).toEqual([
      "expired",
      "expired",
    ]);
  });

  it("keeps the present token where the next one cannot be issued", async () => {
    const store = createMemoryStore();
    const failing = rotationOf({ store, issue: () => Promise.reject(new ClaimsError("invalid_key", "No key.")) });
    const working = rotationOf({ store });
    expect(await codeOf(() => failing.begin({ sub: "u1" }))).toBe("invalid_key");
    const first = await working.begin({ sub: "u1" });
    expect(await codeOf(() => failing.rotate(first))).toBe("invalid_key");
    const second = await working.rotate(first);
    expect(await codeOf(() => failing.rotate(first))).toBe("token_revoked");
    expect(await codeOf(() => working.rotate(second))).toBe("token_revoked");
  });

  it("issues nothing for a token that does not count", async () => {
    const issued: string[] = [];
    const rotation = rotationOf({
      issue: async (next, { sub }) => {
        issued.push(next.jti);
        return JSON.stringify({ sub, ...next });
      },
    });
    const first = await rotation.begin({ sub: "u1" });
    await rotation.rotate(first);
    await refusalOf(() => rotation.rotate(first));
    expect(issued).toHaveLength(2);
  });

  it.each<[string, object]>([
    ["no store", { store: undefined }],
    ["a store that only knows what is revoked", { store: { isRevoked: () => false } }],
    ["no policy", { policy: undefined }],
    ["a lifetime that is a text", { policy: { lifetime: "30d" } }],
    ["no verify", { verify: undefined }],
    ["no issue", { issue: null }],
    ["an onReuse that is missing", { onReuse: undefined }],
    ["an option that there is not", { grace: "10s" }],
  ])("is not made with %s", (_, more) => {
    // What TypeScript refuses, JavaScript can pass.
    const make = () => rotationOf(more as Partial<Options>);
    expect(make).toThrowError(expect.objectContaining({ code: "invalid_option" }));
  });
});
