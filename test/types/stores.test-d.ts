import { type createClient, createCluster } from "redis";
import { assertType, describe, expectTypeOf, it } from "vitest";
import type { AccessTokenClaims } from "../../generated/index.js";
import { createMemoryStore } from "../../src/runtime/store/memory-store.js";
import { createRedisStore } from "../../src/runtime/store/redis.js";
import { createRefreshRotation } from "../../src/runtime/store/refresh.js";
import type { RevocationStore, TokenStore } from "../../src/runtime/store/token-store.js";
import type { VerifyOptions } from "../../src/runtime/verify/verify-options.js";
import type { MembersThatAreAny } from "./members.js";

declare const client: ReturnType<typeof createClient>;
declare const store: TokenStore;
declare const claims: AccessTokenClaims;

/** What ioredis declares of itself, as far as it matters. */
declare const ioredis: {
  call(command: string): Promise<unknown>;
  call(command: string, ...words: (string | number | Uint8Array)[]): Promise<unknown>;
  sendCommand(command: { readonly name: string }): unknown;
};

describe("stores", () => {
  it("are what verify takes", () => {
    const stores = [createMemoryStore(), createRedisStore(client), createRedisStore(ioredis)];
    expectTypeOf(stores).toExtend<RevocationStore[]>();
    assertType<VerifyOptions>({ key: "", store: { isRevoked: ({ jti }) => jti === "a" }, storeTimeout: "2s" });
    // @ts-expect-error a number would be taken for milliseconds
    assertType<VerifyOptions>({ key: "", store, storeTimeout: 1000 });
    // @ts-expect-error what says nothing must not pass for a no
    assertType<VerifyOptions>({ key: "", store: { isRevoked: () => undefined } });
    // @ts-expect-error undefined would switch the check off
    assertType<VerifyOptions>({ key: "", store: undefined });
  });

  it("have nothing that is any", () => {
    expectTypeOf<MembersThatAreAny<TokenStore>>().toBeNever();
  });

  it("take a cluster as a function only, since its commands need a key", () => {
    const cluster = createCluster({ rootNodes: [] });
    createRedisStore((command, key) => cluster.sendCommand(key, false, command));
    // @ts-expect-error its sendCommand takes something else
    createRedisStore(cluster);
  });

  it("take verified claims, and nothing that cannot be told from others", () => {
    store.revoke(claims);
    store.useOnce(claims);
    store.revokeSubject(claims, { lifetime: "30d" });
    store.revoke({ iss: null, jti: "a", exp: 1 });
    // @ts-expect-error without jti
    store.revoke({ iss: "a", exp: 1 });
    const optional: { iss: string; jti?: string; exp: number } = { iss: "a", exp: 1 };
    // @ts-expect-error some tokens without jti
    store.revoke(optional);
    // @ts-expect-error without issuer, it would be forgotten that tokens have one
    store.useOnce({ jti: "a", exp: 1 });
    // @ts-expect-error for how long to remember it
    store.revokeSubject(claims, {});
  });
});

describe("a rotation", () => {
  interface RefreshTokenClaims {
    iss: string;
    sub: string;
    jti: string;
    sid: string;
    exp: number;
  }
  const policy = { lifetime: 100 };
  const verify = async (_token: string): Promise<{ claims: RefreshTokenClaims; header: object }> => ({
    claims: { iss: "", sub: "", jti: "", sid: "", exp: 1 },
    header: {},
  });

  it("gives what issue makes, of what begin is given or the token says", () => {
    const rotation = createRefreshRotation({
      store,
      policy,
      verify,
      issue: async ({ jti, sid }, { sub }: { readonly sub: string }) => ({ refreshToken: `${sub}${jti}${sid}` }),
      onReuse: ({ iss }) => expectTypeOf(iss).toBeString(),
    });
    expectTypeOf(rotation.begin).parameters.toEqualTypeOf<[{ readonly sub: string }]>();
    expectTypeOf(rotation.rotate).toEqualTypeOf<(token: string) => Promise<{ refreshToken: string }>>();
    // @ts-expect-error who has logged in
    rotation.begin({});
  });

  it("needs a claim set with jti and sid, and a store of families", () => {
    const issue = async () => "";
    // @ts-expect-error no sid
    createRefreshRotation({ store, policy, verify: async () => ({ claims: { jti: "" } }), issue });
    // @ts-expect-error knows only what is revoked
    createRefreshRotation({ store: { isRevoked: () => false }, policy, verify, issue });
  });
});
