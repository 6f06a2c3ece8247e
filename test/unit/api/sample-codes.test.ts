import { readFileSync } from "node:fs";
import { CompactSign, createRemoteJWKSet, exportJWK, generateKeyPair, type JWK } from "jose";
import { Project } from "ts-morph";
import { describe, expect, it } from "vitest";
import {
  AuthenticationError,
  authenticateAccessToken,
  ClaimsError,
  issueAccessToken,
  issueServiceToken,
  validateAccessTokenClaims,
  validateServiceTokenClaims,
  verifyAccessToken,
  verifyServiceToken,
} from "../../../generated/index.js";
import { REPOSITORY } from "../../support/project.js";

const NOW = 1_800_000_000;
const ROLE = "https://acme.example/claims/role";
const TENANT = "https://acme.example/claims/tenant";
const JOB = "https://acme.example/claims/job";

const keys = await generateKeyPair("ES256", { extractable: true });
const others = await generateKeyPair("ES256");
const secret = new Uint8Array(32).fill(9);
const publicJwk: JWK = { ...(await exportJWK(keys.publicKey)), kid: "one" };

const TENANT_VALUE = { id: "8b0a1d4e-0000-4000-8000-000000000000", plan: "team" };
const INPUT = {
  sub: "u",
  client_id: "c",
  aud: "https://api.acme.example",
  [ROLE]: "admin",
  [TENANT]: TENANT_VALUE,
} as const;
const CLAIMS = { ...INPUT, iss: "https://auth.acme.example", iat: NOW, exp: NOW + 900, jti: "1" };
const SERVICE = { sub: "service:a", [JOB]: { kind: "report", month: "2026-01" } } as const;

/** A token of any header and claims, signed with the sample's key. */
function sign(claims: object, header: object = {}): Promise<string> {
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: "ES256", typ: "at+jwt", ...header })
    .sign(keys.privateKey);
}

const verify = async (claims: object, options: object = {}, header: object = {}) =>
  verifyAccessToken(await sign(claims, header), { key: keys.publicKey, now: NOW, ...options });
const issue = (claims: object, options: object = {}) =>
  issueAccessToken({ ...INPUT, ...claims }, { key: keys.privateKey, now: NOW, ...options });

const unreachable = createRemoteJWKSet(new URL("http://127.0.0.1:1/jwks"), { timeoutDuration: 200 });

interface Case {
  readonly code: string;
  readonly when: string;
  readonly call: () => Promise<unknown>;
}

const CASES: readonly Case[] = [
  { code: "malformed_token", when: "it is no token", call: () => verifyAccessToken("token", { key: keys.publicKey }) },
  {
    code: "encrypted_token",
    when: "it has five parts",
    call: () => verifyAccessToken("a.b.c.d.e", { key: keys.publicKey }),
  },
  { code: "token_too_large", when: "it is too long", call: () => verify({ ...CLAIMS, scope: "x".repeat(9000) }) },
  { code: "token_too_large", when: "what is issued would be", call: () => issue({ scope: "x".repeat(9000) }) },
  {
    code: "algorithm_not_allowed",
    when: "it is signed otherwise",
    call: async () => verifyAccessToken(await issueServiceToken(SERVICE, { key: secret }), { key: secret }),
  },
  { code: "algorithm_not_allowed", when: "the producer asks for it", call: () => issue({}, { algorithm: "RS256" }) },
  { code: "type_mismatch", when: "it is of another kind", call: () => verify(CLAIMS, {}, { typ: "JWT" }) },
  {
    code: "key_not_found",
    when: "no key has the id",
    call: () => verify(CLAIMS, { key: { keys: [publicJwk] } }, { kid: "two" }),
  },
  {
    code: "token_revoked",
    when: "the store says so",
    call: () => verify(CLAIMS, { store: { isRevoked: () => true } }),
  },
  {
    code: "revocation_unavailable",
    when: "the store does not answer",
    call: () => verify(CLAIMS, { store: { isRevoked: () => Promise.reject(new TypeError("down")) } }),
  },
  { code: "jwks_unavailable", when: "the key set cannot be fetched", call: () => verify(CLAIMS, { key: unreachable }) },
  { code: "invalid_key", when: "the key is private", call: () => verify(CLAIMS, { key: keys.privateKey }) },
  { code: "invalid_key", when: "there is no key to sign with", call: () => issue({}, { key: "" }) },
  { code: "invalid_signature", when: "somebody else signed it", call: () => verify(CLAIMS, { key: others.publicKey }) },
  { code: "expired", when: "its time is over", call: () => verify(CLAIMS, { now: NOW + 930 }) },
  { code: "expired", when: "what is issued would be", call: () => issue({ exp: NOW }) },
  { code: "not_yet_valid", when: "its time has not come", call: () => verify({ ...CLAIMS, nbf: NOW + 31 }) },
  { code: "lifetime_exceeded", when: "it lives too long", call: () => verify({ ...CLAIMS, exp: NOW + 901 }) },
  { code: "lifetime_exceeded", when: "the producer asks for it", call: () => issue({}, { expiresIn: "16m" }) },
  {
    code: "issuer_mismatch",
    when: "it is from someone else",
    call: () => verify({ ...CLAIMS, iss: "https://evil.example" }),
  },
  {
    code: "audience_mismatch",
    when: "it is for someone else",
    call: () => verify({ ...CLAIMS, aud: "https://evil.example" }),
  },
  { code: "invalid_claims", when: "a claim is missing", call: () => verify({ ...CLAIMS, sub: undefined }) },
  { code: "invalid_claims", when: "the producer forgets a claim", call: () => issue({ sub: undefined }) },
  { code: "invalid_option", when: "an option is empty", call: () => verify(CLAIMS, { audience: "" }) },
  { code: "invalid_option", when: "an option makes no sense to issue", call: () => issue({}, { expiresIn: "soon" }) },
];

const authenticate = async (authorization: string | null, scope?: string) => {
  const headers = new Headers(authorization === null ? {} : { authorization });
  return authenticateAccessToken(headers, {
    key: keys.publicKey,
    now: NOW,
    ...(scope === undefined ? {} : { scope }),
  });
};

/** Codes of a request, whose error says how to answer. */
const REQUESTS: readonly (Case & { readonly status: number })[] = [
  { code: "missing_token", when: "there is no token", status: 401, call: () => authenticate(null) },
  { code: "unsupported_scheme", when: "it is a password", status: 401, call: () => authenticate("Basic YTpi") },
  { code: "dpop_not_supported", when: "it is bound to a key", status: 401, call: () => authenticate("DPoP a.b.c") },
  { code: "invalid_request", when: "there is only a scheme", status: 400, call: () => authenticate("Bearer") },
  {
    code: "insufficient_scope",
    when: "the token grants something else",
    status: 403,
    call: async () => authenticate(`Bearer ${await sign({ ...CLAIMS, scope: "invoices:read" })}`, "invoices:write"),
  },
];

/** The literals of an exported union in the runtime. */
function membersOf(file: string, find: (source: import("ts-morph").SourceFile) => import("ts-morph").Type): string[] {
  const text = readFileSync(`${REPOSITORY}src/runtime/${file}`, "utf8");
  const source = new Project({ useInMemoryFileSystem: true }).createSourceFile(file, text);
  return find(source)
    .getUnionTypes()
    .map((type) => String(type.getLiteralValue()))
    .sort();
}

describe("every code of ClaimsError is reached through the sample's package", () => {
  it("takes the sample's token in the first place", async () => {
    expect((await verify(CLAIMS)).claims).toEqual(CLAIMS);
    const issued = await verifyAccessToken(await issue({}), { key: keys.publicKey, now: NOW });
    expect(issued.claims).toEqual({ ...CLAIMS, jti: expect.any(String) });
  });

  it.each(CASES)("$code when $when", async ({ code, call }) => {
    const error = await call().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(ClaimsError);
    expect(error).toMatchObject({ name: "ClaimsError", code });
    const { issues } = error as ClaimsError;
    if (code === "invalid_claims") expect(issues).toHaveLength(1);
    else expect(issues).toBeUndefined();
  });

  it.each(REQUESTS)("$code when $when", async ({ code, status, call }) => {
    const error: unknown = await call().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AuthenticationError);
    expect(error).toMatchObject({ code, status });
  });

  it("and no code is left out of the tables", () => {
    const codes = membersOf("errors/claims-error.ts", (source) =>
      source.getTypeAliasOrThrow("ClaimsErrorCode").getType(),
    );
    expect(codes).toHaveLength(23);
    expect([...new Set([...CASES, ...REQUESTS].map(({ code }) => code))].sort()).toEqual(codes);
  });
});

const { sub: _, ...WITHOUT_SUB } = CLAIMS;
const SERVICE_CLAIMS = {
  ...SERVICE,
  "https://acme.example/claims/version": 1,
  jti: "1",
  iss: "https://auth.acme.example",
  aud: "https://billing.acme.example",
  iat: NOW,
  exp: NOW + 120,
};

const ISSUES = [
  {
    code: "missing",
    result: () => validateAccessTokenClaims(WITHOUT_SUB),
    want: { claim: "sub", path: "/sub", message: 'Claim "sub" is missing.', keyword: "required" },
  },
  {
    code: "misnamed",
    result: () => validateAccessTokenClaims({ ...WITHOUT_SUB, user_id: "u" }),
    want: {
      claim: "user_id",
      path: "/user_id",
      expected: "sub",
      message: 'Claim "user_id" is not in the claim set; did you mean "sub"?',
    },
  },
  {
    code: "misnamed",
    result: () =>
      validateAccessTokenClaims({
        ...Object.fromEntries(Object.entries(CLAIMS).filter(([name]) => name !== ROLE)),
        role: "admin",
      }),
    want: {
      claim: "role",
      path: "/role",
      expected: ROLE,
      message: `Claim "role" is not in the claim set; did you mean "${ROLE}"?`,
    },
  },
  {
    code: "invalid",
    result: () => validateAccessTokenClaims({ ...CLAIMS, [TENANT]: { ...TENANT_VALUE, region: "mars" } }),
    want: {
      claim: TENANT,
      path: "/https:~1~1acme.example~1claims~1tenant/region",
      keyword: "enum",
      message: `Claim "${TENANT}" at "/https:~1~1acme.example~1claims~1tenant/region" must be one of "eu", "us".`,
    },
  },
  {
    code: "unknown",
    result: () => validateServiceTokenClaims({ ...SERVICE_CLAIMS, colour: "red" }),
    want: {
      claim: "colour",
      path: "/colour",
      message: 'Claim "colour" is not in the claim set.',
      keyword: "additionalProperties",
    },
  },
] as const;

describe("every code of ClaimIssue is reached through the sample's package", () => {
  it.each(ISSUES)("$code: $want.claim", ({ code, result, want }) => {
    expect(result()).toEqual({ issues: [{ code, ...want }] });
  });

  it("and no code is left out of the table", () => {
    const codes = membersOf("errors/claim-issue.ts", (source) =>
      source.getInterfaceOrThrow("ClaimIssue").getPropertyOrThrow("code").getType(),
    );
    expect(codes).toHaveLength(4);
    expect([...new Set(ISSUES.map(({ code }) => String(code)))].sort()).toEqual(codes);
  });

  it("with a token as with plain claims", async () => {
    await expect(verify(WITHOUT_SUB)).rejects.toMatchObject({
      code: "invalid_claims",
      issues: [{ code: "missing", claim: "sub" }],
    });
    const token = await issueServiceToken(SERVICE, { key: secret, now: NOW });
    expect((await verifyServiceToken(token, { key: secret, now: NOW })).claims).toEqual({
      ...SERVICE_CLAIMS,
      jti: expect.any(String),
    });
    const undeclared = { ...SERVICE, colour: "red" };
    await expect(issueServiceToken(undeclared, { key: secret, now: NOW })).rejects.toMatchObject({
      code: "invalid_claims",
      issues: [{ code: "unknown", claim: "colour" }],
    });
  });
});
