import type { IncomingMessage } from "node:http";
import type { Http2ServerRequest } from "node:http2";
import { assertType, describe, expectTypeOf, it } from "vitest";
import type { ClaimsError, ClaimsErrorCode } from "../../src/runtime/errors/claims-error.js";
import type { AuthenticatedToken } from "../../src/runtime/request/authenticate.js";
import type { AuthenticateOptions } from "../../src/runtime/request/authenticate-options.js";
import type { AuthenticationError } from "../../src/runtime/request/authentication-error.js";
import type { GrantList, GrantValue, ScopeList, ScopeValue } from "../../src/runtime/request/grant-types.js";
import type { RequestLike } from "../../src/runtime/request/request-headers.js";
import type { Verifier } from "../../src/runtime/verify/verifier.js";
import type { MembersThatAreAny } from "./members.js";

interface Claims {
  scope?: "read write" | "read" | "admin";
  open: "read write" | (string & {});
  any: string;
  role: "admin" | "member of the board" | null;
  permissions?: ("a" | "b")[];
  both: "x" | ("y" | 5)[];
  prefixed: `service:${string}`;
}

describe("what a claim grants", () => {
  it("is known as far as the claim set says it", () => {
    expectTypeOf<ScopeValue<Claims, "scope">>().toEqualTypeOf<"read" | "write" | "admin">();
    expectTypeOf<ScopeValue<Claims, "any">>().toEqualTypeOf<string>();
    expectTypeOf<ScopeValue<Claims, "open">>().toEqualTypeOf<"read" | "write" | (string & {})>();
    expectTypeOf<ScopeValue<Claims, "prefixed">>().toEqualTypeOf<`service:${string}`>();
    expectTypeOf<ScopeValue<Claims, "permissions">>().toEqualTypeOf<"a" | "b">();
    expectTypeOf<GrantValue<Claims, "role">>().toEqualTypeOf<"admin" | "member of the board">();
    expectTypeOf<GrantValue<Claims, "permissions">>().toEqualTypeOf<"a" | "b">();
    expectTypeOf<GrantValue<Claims, "both">>().toEqualTypeOf<"x" | "y">();
  });

  it("is known of claim sets that differ from case to case", () => {
    type Either = { kind: "a"; role: "admin" } | { kind: "b"; role?: "member" } | { kind: "c" };
    expectTypeOf<GrantValue<Either, "role">>().toEqualTypeOf<"admin" | "member">();
  });

  it("is asked for once at least", () => {
    assertType<GrantList<Claims, "role">>(["admin"]);
    assertType<ScopeList<Claims, "scope">>(["read", "write"]);
    // @ts-expect-error nothing is demanded
    assertType<GrantList<Claims, "role">>([]);
    // @ts-expect-error no such role
    assertType<GrantList<Claims, "role">>(["root"]);
    // @ts-expect-error two words
    assertType<ScopeList<Claims, "scope">>(["read write"]);
  });
});

describe("authenticate", () => {
  it("takes the requests of the web and of Node", () => {
    assertType<RequestLike>(new Headers());
    assertType<RequestLike>({} as Request);
    assertType<RequestLike>({} as IncomingMessage);
    assertType<RequestLike>({} as Http2ServerRequest);
    // @ts-expect-error AWS Lambda's event: its plain headers do not show what was sent twice
    assertType<RequestLike>({ headers: { authorization: "Bearer" } });
    // @ts-expect-error a promise, as Next.js gives of its headers
    assertType<RequestLike>(Promise.resolve(new Headers()));
    // @ts-expect-error a Map misses a name in other letters
    assertType<RequestLike>(new Map<string, string>());
    // @ts-expect-error a token: that is what verify takes
    assertType<RequestLike>("token");
  });

  it("takes a key or a verifier, and what is demanded besides", () => {
    type Options = AuthenticateOptions<Claims, "read" | "write">;
    const verifier = {} as Verifier<Claims>;
    assertType<Options>({ key: "pem", cookie: "t", realm: "acme", scope: "read", audience: "a" });
    assertType<Options>({ verifier, scope: ["read", "write"], audience: "a" });
    // @ts-expect-error neither
    assertType<Options>({ scope: "read" });
    // @ts-expect-error the verifier has its key
    assertType<Options>({ key: "pem", verifier });
    // @ts-expect-error a verifier of another kind of token
    assertType<Options>({ verifier: {} as Verifier<{ sub: string }> });
    // @ts-expect-error no such scope
    assertType<Options>({ key: "pem", scope: "delete" });
    // @ts-expect-error a missing environment variable
    assertType<Options>({ key: "pem", cookie: undefined });
    // @ts-expect-error a claim set without a scope
    assertType<AuthenticateOptions<Claims>>({ key: "pem", scope: "read" });
  });

  it("says where the token stood", () => {
    expectTypeOf<AuthenticatedToken<Claims>["source"]>().toEqualTypeOf<"header" | "cookie">();
    expectTypeOf<AuthenticatedToken<Claims>["claims"]>().toEqualTypeOf<Claims>();
    expectTypeOf<MembersThatAreAny<AuthenticatedToken<Claims>>>().toBeNever();
  });

  it("throws what can be answered with", () => {
    expectTypeOf<AuthenticationError>().toExtend<ClaimsError>();
    expectTypeOf<AuthenticationError["code"]>().toEqualTypeOf<ClaimsErrorCode>();
    expectTypeOf<AuthenticationError["status"]>().toEqualTypeOf<400 | 401 | 403 | 503>();
    expectTypeOf<AuthenticationError["challenge"]>().toEqualTypeOf<string | null>();
    expectTypeOf<AuthenticationError["headers"]>().toEqualTypeOf<Record<string, string>>();
  });
});
