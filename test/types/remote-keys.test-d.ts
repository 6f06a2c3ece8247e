import type { createRemoteJWKSet } from "jose";
import { expectTypeOf, test } from "vitest";
import type { KeyResolver, VerifyKey } from "../../src/runtime/keys/key-forms.js";
import {
  type FetchKeys,
  type RemoteKeysOptions,
  remoteKeys,
  type SavedKeys,
} from "../../src/runtime/remote-keys/remote-keys.js";

test("keys from a URL are a key to verify with", () => {
  expectTypeOf(remoteKeys).returns.toEqualTypeOf<KeyResolver>();
  expectTypeOf<ReturnType<typeof remoteKeys>>().toExtend<VerifyKey>();
  expectTypeOf<ReturnType<typeof createRemoteJWKSet>>().toExtend<VerifyKey>();
  expectTypeOf(remoteKeys).parameter(0).toEqualTypeOf<string | URL>();
});

test("the global fetch does as the option", () => {
  expectTypeOf<typeof fetch>().toExtend<FetchKeys>();
});

test("what is saved is what is told, and durations have a unit", () => {
  expectTypeOf<NonNullable<RemoteKeysOptions["onFetch"]>>().parameter(0).toEqualTypeOf<SavedKeys>();
  expectTypeOf<RemoteKeysOptions["saved"]>().toEqualTypeOf<SavedKeys | null | undefined>();
  // @ts-expect-error a bare number is seconds to some and milliseconds to others
  remoteKeys("https://auth.acme.example/jwks", { maxAge: 600 });
  // @ts-expect-error a misspelt option
  remoteKeys("https://auth.acme.example/jwks", { maxage: "10m" });
});
