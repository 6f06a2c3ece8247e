import { assertType, describe, expectTypeOf, it } from "vitest";
import type { IssuerKeys, TokenHeader, VerifyKey } from "../../src/runtime/keys/key-forms.js";
import type { OfIssuer } from "../../src/runtime/policy/issuer-pattern.js";
import type { AuthenticateOptions } from "../../src/runtime/request/authenticate-options.js";
import type { Verifier } from "../../src/runtime/verify/verifier.js";
import type { VerifiedToken } from "../../src/runtime/verify/verify.js";
import type { AnyToken, VerifyAnyOptions } from "../../src/runtime/verify/verify-any.js";
import type { VerifyOptions } from "../../src/runtime/verify/verify-options.js";

interface Access {
  sub: string;
}
interface Service {
  service: number;
}
interface Kinds {
  readonly access: VerifiedToken<Access> & OfIssuer<{ readonly tenant: string }>;
  readonly service: VerifiedToken<Service>;
  readonly other: VerifiedToken<object>;
}

declare function verifyAny<Kind extends keyof Kinds>(
  token: string,
  options: VerifyAnyOptions<Kind>,
): Promise<AnyToken<Kinds, Kind>>;
declare const key: VerifyKey;
declare const jwk: { kty: "EC"; crv: "P-256"; x: string; y: string };

describe("verifyAny", () => {
  it("is a union of the kinds that have keys, told apart by `token`", async () => {
    const found = await verifyAny("", { keys: { access: key, service: key }, audience: "a", now: 1 });
    expectTypeOf(found.token).toEqualTypeOf<"access" | "service">();
    expectTypeOf(found.header).toEqualTypeOf<TokenHeader>();
    if (found.token === "access") {
      expectTypeOf(found.claims).toEqualTypeOf<Access>();
      expectTypeOf(found.issuerParameters.tenant).toEqualTypeOf<string>();
    } else {
      expectTypeOf(found.claims).toEqualTypeOf<Service>();
      // @ts-expect-error no pattern, no parameters
      void found.issuerParameters;
    }
  });

  it("is one kind where one has keys", async () => {
    const { token, claims } = await verifyAny("", { keys: { service: key } });
    expectTypeOf(token).toEqualTypeOf<"service">();
    expectTypeOf(claims).toEqualTypeOf<Service>();
  });

  it("takes the options of verify with keys in place of the key", () => {
    expectTypeOf<Omit<VerifyAnyOptions<"access">, "keys">>().toEqualTypeOf<Omit<VerifyOptions, "key">>();
    // @ts-expect-error there is no such kind
    void verifyAny("", { keys: { acess: key } });
    // @ts-expect-error no keys
    void verifyAny("", {});
    // @ts-expect-error one key for all kinds
    void verifyAny("", { key });
  });
});

describe("keys by issuer", () => {
  it("are a record", () => {
    assertType<VerifyKey>({ issuers: { "https://a.example": jwk, "https://b.example": { keys: [jwk] } } });
    assertType<IssuerKeys>({
      issuers: {
        "https://login.example/{tenant}": (_header, _token, { issuer, issuerParameters }) => {
          expectTypeOf(issuer).toEqualTypeOf<string>();
          expectTypeOf(issuerParameters["tenant"]).toEqualTypeOf<string | undefined>();
          return jwk;
        },
      },
    });
    // @ts-expect-error keys by issuer in keys by issuer
    assertType<VerifyKey>({ issuers: { "https://a.example": { issuers: {} } } });
    // @ts-expect-error a Map
    assertType<VerifyKey>({ issuers: new Map([["https://a.example", jwk]]) });
  });
});

describe("parameters of the issuer", () => {
  it("are what a verifier and authenticate return besides", () => {
    type Tenant = OfIssuer<{ readonly tenant: string }>;
    expectTypeOf<Verifier<Access, Tenant>>().toExtend<Verifier<Access>>();
    expectTypeOf<Verifier<Access>>().not.toExtend<Verifier<Access, Tenant>>();
    expectTypeOf<Awaited<ReturnType<Verifier<Access>>>>().toEqualTypeOf<VerifiedToken<Access>>();
    type Options = AuthenticateOptions<Access, never, Tenant>;
    expectTypeOf<{ verifier: Verifier<Access, Tenant> }>().toExtend<Options>();
    expectTypeOf<{ verifier: Verifier<Access> }>().not.toExtend<Options>();
  });
});
