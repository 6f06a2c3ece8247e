import { type CryptoKey, createRemoteJWKSet, type JSONWebKeySet, type JWK } from "jose";
import { assertType, describe, expectTypeOf, it } from "vitest";
import type * as everything from "../../generated/index.js";
import {
  type AccessTokenClaims,
  accessTokenPolicy,
  accessTokenSchema,
  type ClaimIssue,
  ClaimsError,
  type ClaimsErrorCode,
  type Duration,
  type IssueOptions,
  isAccessTokenClaims,
  issueAccessToken,
  type TokenPolicy,
  type ValidationResult,
  type VerifiedToken,
  type VerifyOptions,
  validateAccessTokenClaims,
  verifyAccessToken,
} from "../../generated/index.js";
import type { MembersThatAreAny } from "./members.js";

declare const key: CryptoKey;
declare const value: unknown;

describe("nothing in the public API is any", () => {
  it("of what is exported as a value", () => {
    type Exports = typeof everything;
    type Found = { [Name in keyof Exports]: MembersThatAreAny<Exports[Name]> }[Exclude<
      keyof Exports,
      "ClaimsError" | "AuthenticationError"
    >];
    expectTypeOf<Found>().toBeNever();
  });

  it("of options, results and errors", () => {
    expectTypeOf<MembersThatAreAny<Omit<IssueOptions, "key">>>().toBeNever();
    expectTypeOf<MembersThatAreAny<Omit<VerifyOptions, "key">>>().toBeNever();
    expectTypeOf<MembersThatAreAny<VerifiedToken<AccessTokenClaims>>>().toBeNever();
    expectTypeOf<MembersThatAreAny<ValidationResult<AccessTokenClaims>>>().toBeNever();
    expectTypeOf<MembersThatAreAny<TokenPolicy>>().toBeNever();
    expectTypeOf<MembersThatAreAny<ClaimIssue>>().toBeNever();
    expectTypeOf<ClaimsError["code"]>().toEqualTypeOf<ClaimsErrorCode>();
    expectTypeOf<ClaimsError["issues"]>().toEqualTypeOf<readonly ClaimIssue[] | undefined>();
    expectTypeOf<IssueOptions["key"]>().not.toBeAny();
    expectTypeOf<VerifyOptions["key"]>().not.toBeAny();
  });
});

describe("issue", () => {
  it("gives a promise of a token", () => {
    expectTypeOf(issueAccessToken).returns.toEqualTypeOf<Promise<string>>();
  });

  it("takes every form of a private key, and no resolver", () => {
    for (const one of [key, {} as JWK, {} as JSONWebKeySet, "-----BEGIN PRIVATE KEY-----", new Uint8Array()]) {
      assertType<IssueOptions>({ key: one });
    }
    // @ts-expect-error a resolver finds keys of tokens that exist
    assertType<IssueOptions>({ key: () => key });
    // @ts-expect-error a number is no key
    assertType<IssueOptions>({ key: 5 });
    // @ts-expect-error the key is missing
    assertType<IssueOptions>({});
  });

  it("takes durations with their unit only", () => {
    assertType<IssueOptions>({ key, expiresIn: "15m", notBefore: "30s" });
    assertType<IssueOptions>({ key, expiresIn: "90d", notBefore: new Date(0), now: 1 });
    // @ts-expect-error seconds or milliseconds?
    assertType<IssueOptions>({ key, expiresIn: 15 });
    // @ts-expect-error seconds or milliseconds?
    assertType<IssueOptions>({ key, expiresIn: "15" });
    // @ts-expect-error no such unit
    assertType<IssueOptions>({ key, expiresIn: "15 minutes" });
    // @ts-expect-error not a number
    assertType<IssueOptions>({ key, expiresIn: "m" });
    // @ts-expect-error a misspelt option
    assertType<IssueOptions>({ key, expireIn: "15m" });
    assertType<Duration>("1h");
    // @ts-expect-error a bare number
    assertType<Duration>(3600);
  });
});

describe("verify", () => {
  it("gives typed claims and the header", async () => {
    expectTypeOf(verifyAccessToken).returns.resolves.toEqualTypeOf<VerifiedToken<AccessTokenClaims>>();
    const { claims, header } = await verifyAccessToken("token", { key });
    expectTypeOf(claims).toEqualTypeOf<AccessTokenClaims>();
    expectTypeOf(header.alg).toEqualTypeOf<string>();
    expectTypeOf(header.kid).toEqualTypeOf<string | undefined>();
    expectTypeOf(header["other"]).toEqualTypeOf<unknown>();
  });

  it("takes keys and resolvers, jose's among them", () => {
    assertType<VerifyOptions>({ key: createRemoteJWKSet(new URL("https://auth.acme.example/jwks")) });
    assertType<VerifyOptions>({ key: async (header) => (header.kid === "1" ? key : "pem") });
    assertType<VerifyOptions>({ key, audience: ["a", "b"], issuer: "i", clockTolerance: "5s", now: new Date() });
    // @ts-expect-error a number of seconds, or of milliseconds?
    assertType<VerifyOptions>({ key, clockTolerance: 5 });
    // @ts-expect-error a missing environment variable must not switch a check off
    assertType<VerifyOptions>({ key, audience: undefined });
    // @ts-expect-error what jose calls it
    assertType<VerifyOptions>({ key, algorithms: ["ES256"] });
    // @ts-expect-error a token is a string
    verifyAccessToken(undefined, { key });
    // @ts-expect-error the options are not optional
    verifyAccessToken("token");
  });
});

describe("validation", () => {
  it("takes anything, and narrows its result by its member", () => {
    expectTypeOf(validateAccessTokenClaims).parameters.toEqualTypeOf<[value: unknown]>();
    const result = validateAccessTokenClaims(value);
    // @ts-expect-error not known yet whether there is a value
    result.value;
    if ("value" in result) {
      expectTypeOf(result.value).toEqualTypeOf<AccessTokenClaims>();
      // @ts-expect-error no issues where there is a value
      result.issues;
    } else {
      expectTypeOf(result.issues).toEqualTypeOf<readonly ClaimIssue[]>();
      expectTypeOf(result.issues[0]?.code).toEqualTypeOf<"missing" | "misnamed" | "invalid" | "unknown" | undefined>();
    }
  });

  it("guards", () => {
    expectTypeOf(isAccessTokenClaims).guards.toEqualTypeOf<AccessTokenClaims>();
    if (isAccessTokenClaims(value)) expectTypeOf(value).toEqualTypeOf<AccessTokenClaims>();
  });
});

describe("errors", () => {
  it("can be told apart by a switch that the compiler checks", () => {
    expectTypeOf<ClaimsErrorCode>().toEqualTypeOf<
      | "malformed_token"
      | "encrypted_token"
      | "token_too_large"
      | "algorithm_not_allowed"
      | "type_mismatch"
      | "key_not_found"
      | "jwks_unavailable"
      | "invalid_key"
      | "invalid_signature"
      | "expired"
      | "not_yet_valid"
      | "lifetime_exceeded"
      | "issuer_mismatch"
      | "audience_mismatch"
      | "invalid_claims"
      | "token_revoked"
      | "revocation_unavailable"
      | "missing_token"
      | "unsupported_scheme"
      | "dpop_not_supported"
      | "invalid_request"
      | "insufficient_scope"
      | "invalid_option"
    >();
    const error: unknown = null;
    if (error instanceof ClaimsError) {
      expectTypeOf(error.code).toEqualTypeOf<ClaimsErrorCode>();
      // @ts-expect-error no such code
      assertType<boolean>(error.code === "expird");
    }
  });
});

describe("the policy", () => {
  it("can be read and not changed", () => {
    expectTypeOf(accessTokenPolicy).toEqualTypeOf<TokenPolicy>();
    expectTypeOf(accessTokenPolicy.lifetime).toEqualTypeOf<number>();
    expectTypeOf(accessTokenPolicy.algorithms).toEqualTypeOf<readonly string[]>();
    // @ts-expect-error readonly
    accessTokenPolicy.lifetime = 1e9;
    // @ts-expect-error a readonly list
    accessTokenPolicy.algorithms.push("none");
    // @ts-expect-error readonly
    accessTokenPolicy.issuer = "https://evil.example";
  });
});

/** Standard Schema v1, as standardschema.dev writes it down. */
interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (
      value: unknown,
      options?: { readonly libraryOptions?: Record<string, unknown> | undefined } | undefined,
    ) => StandardResult<Output> | Promise<StandardResult<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | {
      readonly issues: readonly {
        readonly message: string;
        readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
      }[];
    };

/** Standard JSON Schema v1. */
interface StandardJsonSchemaV1 {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly jsonSchema: {
      readonly input: (options: {
        readonly target: "draft-2020-12" | "draft-07" | "openapi-3.0" | (string & {});
      }) => Record<string, unknown>;
      readonly output: (options: {
        readonly target: "draft-2020-12" | "draft-07" | "openapi-3.0" | (string & {});
      }) => Record<string, unknown>;
    };
  };
}

describe("the schema", () => {
  it("is one for every library that takes a Standard Schema or Standard JSON Schema", () => {
    expectTypeOf(accessTokenSchema).toExtend<StandardSchemaV1<AccessTokenClaims>>();
    expectTypeOf(accessTokenSchema).toExtend<StandardJsonSchemaV1>();
  });

  it("tells such a library what comes out", () => {
    function parse<Schema extends StandardSchemaV1>(
      _schema: Schema,
    ): NonNullable<Schema["~standard"]["types"]>["output"] {
      throw new TypeError("Only its type is looked at.");
    }
    expectTypeOf(parse<typeof accessTokenSchema>).returns.toEqualTypeOf<AccessTokenClaims>();
  });

  it("gives its JSON Schema as data that is not to be changed", () => {
    expectTypeOf(accessTokenSchema.jsonSchema).toEqualTypeOf<Readonly<Record<string, unknown>>>();
    // @ts-expect-error readonly
    accessTokenSchema.jsonSchema = {};
  });
});
