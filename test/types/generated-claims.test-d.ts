import type { CryptoKey } from "jose";
import { assertType, describe, expectTypeOf, it } from "vitest";
import {
  AccessTokenClaimNames,
  type AccessTokenClaims,
  type AccessTokenInput,
  type AccessTokenRole,
  type AccessTokenTenant,
  type GithubActionsTokenClaims,
  type IdTokenClaims,
  type IdTokenInput,
  issueAccessToken,
  issueServiceToken,
  ServiceTokenClaimNames,
  type ServiceTokenClaims,
  type ServiceTokenInput,
} from "../../generated/index.js";
import * as github from "../../generated/tokens/github-actions-token.js";
import type { MembersThatAreAny, OptionalNames, RequiredNames } from "./members.js";

const ROLE = "https://acme.example/claims/role";
const TENANT = "https://acme.example/claims/tenant";
const VERSION = "https://acme.example/claims/version";
const JOB = "https://acme.example/claims/job";

declare const key: CryptoKey;
declare const claims: AccessTokenClaims;
declare const service: ServiceTokenClaims;

const tenant = { id: "8b0a1d4e-0000-4000-8000-000000000000", plan: "team" };
const input: AccessTokenInput = { sub: "u", client_id: "c", aud: "a", [ROLE]: "admin", [TENANT]: tenant };

describe("what a producer supplies", () => {
  it("is complete without what issue fills in, and may hold it all the same", () => {
    assertType(issueAccessToken(input, { key }));
    assertType(issueAccessToken({ ...input, iss: "i", iat: 1, exp: 2, jti: "j", nbf: 1 }, { key }));
    expectTypeOf<OptionalNames<AccessTokenInput>>().toEqualTypeOf<
      OptionalNames<AccessTokenClaims> | "iss" | "exp" | "iat" | "jti"
    >();
    expectTypeOf<keyof AccessTokenInput>().toEqualTypeOf<keyof AccessTokenClaims>();
  });

  it("must not miss a claim", () => {
    // @ts-expect-error `sub` is missing
    issueAccessToken({ client_id: "c", aud: "a", [ROLE]: "admin", [TENANT]: tenant }, { key });
    // @ts-expect-error the role is missing
    issueAccessToken({ sub: "u", client_id: "c", aud: "a", [TENANT]: tenant }, { key });
    // @ts-expect-error `tenant.plan` is missing
    issueAccessToken({ ...input, [TENANT]: { id: tenant.id } }, { key });
    // @ts-expect-error two audiences are configured, so the producer says which
    issueAccessToken({ sub: "u", client_id: "c", [ROLE]: "admin", [TENANT]: tenant }, { key });
  });

  it("must not misspell a claim or bring one that is not declared", () => {
    // @ts-expect-error a misspelt optional claim
    issueAccessToken({ ...input, scopes: "read" }, { key });
    // @ts-expect-error a claim without its namespace
    issueAccessToken({ ...input, role: "admin" }, { key });
    // @ts-expect-error an undeclared claim deeper down
    issueAccessToken({ ...input, [TENANT]: { id: tenant.id, plan: "free", regoin: "eu" } }, { key });
  });

  it("must be of the right type", () => {
    // @ts-expect-error `sub` is a string
    issueAccessToken({ ...input, sub: 5 }, { key });
    // @ts-expect-error not one of the roles
    issueAccessToken({ ...input, [ROLE]: "root" }, { key });
    // @ts-expect-error a list of numbers
    issueAccessToken({ ...input, "https://acme.example/claims/permissions": [1] }, { key });
    // @ts-expect-error a time is a number of seconds
    issueAccessToken({ ...input, exp: new Date() }, { key });
    // @ts-expect-error a closed enum deeper down
    issueAccessToken({ ...input, [TENANT]: { ...tenant, region: "mars" } }, { key });
    // @ts-expect-error nothing at all
    issueAccessToken({}, { key });
    // @ts-expect-error a claims set is an object
    issueAccessToken("claims", { key });
  });

  it("may leave out a const that is required", () => {
    expectTypeOf<OptionalNames<ServiceTokenInput>>().toEqualTypeOf<
      "jti" | typeof VERSION | "iss" | "aud" | "exp" | "iat" | "nbf"
    >();
    expectTypeOf<RequiredNames<ServiceTokenInput>>().toEqualTypeOf<"sub" | typeof JOB>();
    assertType(issueServiceToken({ sub: "service:a", [JOB]: { kind: "report", month: "2026-01" } }, { key }));
    // @ts-expect-error the const is 1
    issueServiceToken({ sub: "service:a", [VERSION]: 2, [JOB]: { kind: "report", month: "2026-01" } }, { key });
    // @ts-expect-error the pattern starts with service:
    issueServiceToken({ sub: "user:a", [JOB]: { kind: "report", month: "2026-01" } }, { key });
    // @ts-expect-error members of two branches do not mix
    issueServiceToken({ sub: "service:a", [JOB]: { kind: "report", invoice: "1" } }, { key });
  });

  it("keeps the alternatives of a union", () => {
    const base = { sub: "u", aud: "a" };
    assertType<IdTokenInput>(base);
    assertType<IdTokenInput>({ ...base, email: "a@example.org", email_verified: true });
    // @ts-expect-error an address needs to say whether it was verified
    assertType<IdTokenInput>({ ...base, email: "a@example.org" });
  });

  it("cannot be issued for a third party", () => {
    expectTypeOf(github).not.toHaveProperty("issueGithubActionsToken");
  });
});

describe("what a consumer reads", () => {
  it("holds what issue fills in", () => {
    expectTypeOf<RequiredNames<AccessTokenClaims>>().toEqualTypeOf<
      "iss" | "exp" | "aud" | "sub" | "client_id" | "iat" | "jti" | typeof ROLE | typeof TENANT
    >();
    expectTypeOf(claims.iss).toEqualTypeOf<string>();
    expectTypeOf(claims.exp).toEqualTypeOf<number>();
    expectTypeOf(claims.aud).toEqualTypeOf<string | string[]>();
    expectTypeOf(claims.scope).toEqualTypeOf<string | undefined>();
    expectTypeOf(claims[ROLE]).toEqualTypeOf<"admin" | "billing" | "member">();
    expectTypeOf(claims[TENANT].region).toEqualTypeOf<"eu" | "us" | undefined>();
    expectTypeOf(service[VERSION]).toEqualTypeOf<1>();
    expectTypeOf(service.sub).toEqualTypeOf<`service:${string}`>();
  });

  it("does not hold what is misspelt", () => {
    // @ts-expect-error the wire name has a namespace
    claims.role;
    // @ts-expect-error misspelt
    claims.scpoe;
    // @ts-expect-error misspelt deeper down
    claims[TENANT].regoin;
    // @ts-expect-error another language's spelling
    claims.clientId;
  });

  it("is not of another type", () => {
    // @ts-expect-error a string is no number
    assertType<number>(claims.sub);
    // @ts-expect-error an optional claim may be absent
    assertType<string>(claims.scope);
    // @ts-expect-error no such role
    assertType<boolean>(claims[ROLE] === "root");
  });

  it("narrows by the member that tells alternatives apart", () => {
    const job = service[JOB];
    expectTypeOf(job.kind).toEqualTypeOf<"invoice" | "report">();
    // @ts-expect-error not known yet which one it is
    job.month;
    if (job.kind === "report") {
      expectTypeOf(job.month).toEqualTypeOf<string>();
      // @ts-expect-error a report has no invoice
      job.invoice;
    } else {
      expectTypeOf(job).toEqualTypeOf<{ kind: "invoice"; invoice: string }>();
    }
  });

  it("completes an enum that may grow, and takes every other string", () => {
    type Plan = AccessTokenTenant["plan"];
    expectTypeOf<Extract<Plan, "free" | "team" | "enterprise">>().toEqualTypeOf<"free" | "team" | "enterprise">();
    expectTypeOf<string>().toExtend<Plan>();
    // The literals would be gone from `string`.
    expectTypeOf<Plan>().not.toEqualTypeOf<string>();
    expectTypeOf<number>().not.toExtend<Plan>();
    expectTypeOf<AccessTokenRole>().toEqualTypeOf<"admin" | "billing" | "member">();
  });

  it("says nothing of undeclared claims, but where the claim set does", () => {
    expectTypeOf<string>().not.toExtend<keyof AccessTokenClaims>();
    expectTypeOf<string>().not.toExtend<keyof IdTokenClaims>();
    expectTypeOf<string>().not.toExtend<keyof ServiceTokenClaims>();
    expectTypeOf<GithubActionsTokenClaims["repo_property_team"]>().toEqualTypeOf<string>();
    // @ts-expect-error misspelt
    assertType<keyof GithubActionsTokenClaims>("repositry");
  });
});

describe("no member of the claims is any", () => {
  it("at any depth", () => {
    expectTypeOf<MembersThatAreAny<AccessTokenClaims>>().toBeNever();
    expectTypeOf<MembersThatAreAny<AccessTokenInput>>().toBeNever();
    expectTypeOf<MembersThatAreAny<IdTokenClaims>>().toBeNever();
    expectTypeOf<MembersThatAreAny<ServiceTokenClaims>>().toBeNever();
    expectTypeOf<MembersThatAreAny<GithubActionsTokenClaims>>().toBeNever();
  });

  it("and the walk would find one", () => {
    // biome-ignore lint/suspicious/noExplicitAny: it is what the walk has to find.
    expectTypeOf<MembersThatAreAny<{ a: string; b?: { c: any }[] }>>().toEqualTypeOf<"b.[].c">();
    // biome-ignore lint/suspicious/noExplicitAny: it is what the walk has to find.
    expectTypeOf<MembersThatAreAny<(a: any) => string>>().toEqualTypeOf<"().[]">();
  });
});

describe("the names on the wire", () => {
  it("are literals by their short names", () => {
    expectTypeOf(AccessTokenClaimNames.role).toEqualTypeOf<typeof ROLE>();
    expectTypeOf(AccessTokenClaimNames.emailVerified).toEqualTypeOf<"email_verified">();
    expectTypeOf(claims[AccessTokenClaimNames.role]).toEqualTypeOf<AccessTokenRole>();
    expectTypeOf(service[ServiceTokenClaimNames.version]).toEqualTypeOf<1>();
    expectTypeOf<(typeof AccessTokenClaimNames)[keyof typeof AccessTokenClaimNames]>().toEqualTypeOf<
      keyof AccessTokenClaims
    >();
  });

  it("are the ones that exist, and cannot be changed", () => {
    // @ts-expect-error misspelt
    AccessTokenClaimNames.rol;
    // @ts-expect-error readonly
    AccessTokenClaimNames.role = "role";
  });
});
