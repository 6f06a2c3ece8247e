import { readFileSync } from "node:fs";
import path from "node:path";
import { generateKeyPair, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type LoadedPackage, type LoadedToken, loadPackage } from "../support/load-package.js";
import { testData } from "../support/test-data.js";

type Claims = Readonly<Record<string, unknown>>;

/** A provider's token as a consumer describes it. */
interface Provider {
  readonly name: string;
  readonly key: string;
  readonly schema: object;
  readonly policy: object;
  /** A token of our own making, in the provider's form. */
  readonly fixture: Claims;
  /** Tokens that the provider or its users published. */
  readonly published: readonly string[];
  /** A claim and a value of the wrong type. */
  readonly wrong: readonly [claim: string, value: unknown];
  /** A required claim, and what it is called by mistake. */
  readonly misnamed: readonly [claim: string, mistake: string];
}

const text = { type: "string" };
const number = { type: "string", pattern: "^[0-9]+$" };
const roles = { type: "object", properties: { roles: { type: "array", items: text } } };

const PROVIDERS: readonly Provider[] = [
  {
    name: "GitHub Actions",
    key: "githubActions",
    policy: {
      issuer: "https://token.actions.githubusercontent.com",
      audience: ["https://github.com/octo-org", "https://github.com/github", "https://deploy.acme.example"],
      lifetime: "6h",
    },
    schema: {
      type: "object",
      properties: {
        sub: text,
        jti: text,
        repository: text,
        repository_id: number,
        repository_owner: text,
        repository_owner_id: number,
        repository_visibility: { enum: ["public", "private", "internal"] },
        actor: text,
        actor_id: number,
        event_name: text,
        ref: text,
        ref_type: { enum: ["branch", "tag"] },
        ref_protected: { enum: ["true", "false"] },
        sha: text,
        job_workflow_ref: text,
        runner_environment: { anyOf: [{ enum: ["github-hosted", "self-hosted"] }, text] },
        run_number: number,
        run_attempt: number,
      },
      patternProperties: { "^repo_property_": text },
      required: ["sub", "jti", "repository", "repository_owner", "event_name", "ref", "sha", "iat"],
    },
    fixture: {
      jti: "5d4c3b2a-0000-4000-8000-000000000001",
      sub: "repo:acme/shop:ref:refs/heads/main",
      aud: "https://deploy.acme.example",
      ref: "refs/heads/main",
      sha: "0123456789abcdef0123456789abcdef01234567",
      repository: "acme/shop",
      repository_owner: "acme",
      repository_visibility: "internal",
      repository_id: "41",
      actor: "jo",
      event_name: "push",
      ref_type: "branch",
      ref_protected: "true",
      runner_environment: "self-hosted",
      repo_property_team: "checkout",
      run_number: "7",
      iss: "https://token.actions.githubusercontent.com",
      nbf: 1_800_000_000,
      iat: 1_800_000_600,
      exp: 1_800_000_900,
    },
    published: ["github-actions", "github-actions-debugger"],
    wrong: ["repository_id", 74],
    misnamed: ["repository_owner", "repositoryOwner"],
  },
  {
    name: "Auth0",
    key: "auth0",
    policy: {
      issuer: ["https://example.us.auth0.com/", "https://acme.us.auth0.com/"],
      audience: ["https://example/api/v1/resource/server", "my-app", "https://api.acme.example"],
      lifetime: "30d",
    },
    schema: {
      type: "object",
      properties: { sub: text, azp: text, scope: text, gty: { const: "client-credentials" } },
      required: ["sub", "azp", "gty", "iat"],
    },
    fixture: {
      iss: "https://acme.us.auth0.com/",
      sub: "AbCdEfGhIjKlMnOpQrStUvWxYz012345@clients",
      aud: ["https://api.acme.example", "https://acme.us.auth0.com/userinfo"],
      iat: 1_800_000_000,
      exp: 1_800_086_400,
      azp: "AbCdEfGhIjKlMnOpQrStUvWxYz012345",
      scope: "read:orders",
      gty: "client-credentials",
    },
    published: ["auth0-m2m", "auth0-m2m-scope"],
    wrong: ["azp", ["OOZ"]],
    misnamed: ["gty", "GTY"],
  },
  {
    name: "Entra ID v2",
    key: "entra",
    policy: {
      issuer: [
        "https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0",
        "https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/v2.0",
      ],
      audience: ["6e74172b-be56-4843-9ff4-e66a39bb12e3", "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee"],
      lifetime: "65m",
    },
    schema: {
      type: "object",
      properties: {
        sub: text,
        oid: { type: "string", format: "uuid" },
        tid: { type: "string", format: "uuid" },
        ver: { const: "2.0" },
        azp: { type: "string", format: "uuid" },
        azpacr: { enum: ["0", "1", "2"] },
        name: text,
        preferred_username: text,
        scp: text,
        uti: text,
      },
      required: ["sub", "oid", "tid", "ver", "scp"],
    },
    fixture: {
      aud: "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee",
      iss: "https://login.microsoftonline.com/11111111-2222-4333-8444-555555555555/v2.0",
      iat: 1_800_000_000,
      nbf: 1_800_000_000,
      exp: 1_800_003_900,
      azp: "99999999-8888-4777-8666-555555555555",
      azpacr: "1",
      name: "Jo Doe",
      oid: "12121212-3434-4565-8787-909090909090",
      preferred_username: "jo@acme.example",
      rh: "0.AAA",
      scp: "orders.read orders.write",
      sub: "q1w2e3r4t5",
      tid: "11111111-2222-4333-8444-555555555555",
      uti: "abc",
      ver: "2.0",
    },
    published: ["entra-v2-access"],
    wrong: ["tid", "acme"],
    misnamed: ["scp", "Scp"],
  },
  {
    name: "Cognito",
    key: "cognito",
    policy: {
      issuer: [
        "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_yoKn9s4Tq",
        "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_aBcDeFgHi",
      ],
      lifetime: "1h",
    },
    schema: {
      type: "object",
      properties: {
        sub: { type: "string", format: "uuid" },
        client_id: text,
        token_use: { const: "access" },
        scope: text,
        auth_time: { type: "integer" },
        username: text,
        jti: text,
        origin_jti: text,
        event_id: text,
        "cognito:groups": { type: "array", items: text },
      },
      required: ["sub", "client_id", "token_use", "username", "iat"],
    },
    fixture: {
      sub: "0f0f0f0f-1111-4222-8333-444444444444",
      iss: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_aBcDeFgHi",
      client_id: "0a1b2c3d4e5f6g7h8i9j",
      "cognito:groups": ["buyers"],
      event_id: "ffffffff-0000-4000-8000-000000000002",
      token_use: "access",
      scope: "openid",
      auth_time: 1_800_000_000,
      iat: 1_800_000_000,
      exp: 1_800_003_600,
      jti: "ffffffff-0000-4000-8000-000000000003",
      username: "jo",
    },
    published: ["cognito-access"],
    wrong: ["auth_time", "1714241873"],
    misnamed: ["token_use", "tokenUse"],
  },
  {
    name: "Keycloak",
    key: "keycloak",
    policy: {
      issuer: ["http://localhost:8080/realms/movie-realm", "https://id.acme.example/realms/shop"],
      audience: "account",
      lifetime: "5m",
    },
    schema: {
      type: "object",
      properties: {
        sub: text,
        typ: { const: "Bearer" },
        azp: text,
        acr: text,
        scope: text,
        realm_access: roles,
        resource_access: { type: "object", additionalProperties: roles },
        email: { type: "string", format: "email" },
        email_verified: { type: "boolean" },
        preferred_username: text,
      },
      required: ["sub", "typ", "azp", "realm_access", "iat"],
    },
    fixture: {
      exp: 1_800_000_300,
      iat: 1_800_000_000,
      jti: "onrtro:11111111-2222-4333-8444-555555555555",
      iss: "https://id.acme.example/realms/shop",
      aud: ["account", "orders"],
      sub: "77777777-8888-4999-8aaa-bbbbbbbbbbbb",
      typ: "Bearer",
      azp: "shop-web",
      sid: "66666666-5555-4444-8333-222222222222",
      acr: "1",
      "allowed-origins": ["https://shop.acme.example"],
      realm_access: { roles: ["buyer"] },
      resource_access: { orders: { roles: ["read", "write"] } },
      scope: "openid profile",
      email_verified: false,
      email: "jo@acme.example",
      preferred_username: "jo",
    },
    published: ["keycloak-access"],
    wrong: ["realm_access", { roles: "buyer" }],
    misnamed: ["realm_access", "realmAccess"],
  },
];

const DATA = testData("real-tokens");

let loaded: LoadedPackage;
const { privateKey, publicKey } = await generateKeyPair("RS256");

beforeAll(async () => {
  const tokens = PROVIDERS.map(({ key, policy }) => [
    key,
    { schema: `${key}.json`, algorithms: ["RS256"], helpers: ["verify"], ...policy },
  ]);
  const config = { package: { name: "@acme/partners", version: "1.0.0" }, tokens: Object.fromEntries(tokens) };
  loaded = await loadPackage(config, Object.fromEntries(PROVIDERS.map(({ key, schema }) => [`${key}.json`, schema])));
});

afterAll(() => loaded?.remove());

function sign(claims: Claims, type: string | undefined): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "RS256", kid: "1", ...(type === undefined ? {} : { typ: type }) })
    .sign(privateKey);
}

/** What is asked of every token, whoever made it. */
function describeToken({ key, wrong, misnamed }: Provider, claims: Claims, type: string | undefined): void {
  const now = Number(claims["iat"]) + 1;
  const tokenOf = (): LoadedToken => {
    const found = loaded.tokens.get(key);
    if (found === undefined) throw new TypeError(`There is no token ${key}.`);
    return found;
  };
  const verify = async (changed: Claims, options: object = {}) =>
    tokenOf().verify(await sign(changed, type), { key: publicKey, now, ...options });

  it("is accepted, and its claims come back as they are", async () => {
    expect((await verify(claims)).claims).toEqual(claims);
    expect(tokenOf().validate(claims)).toEqual({ value: claims });
  });

  it("is refused for another audience", async () => {
    await expect(verify(claims, { audience: "https://other.example" })).rejects.toMatchObject({
      code: "audience_mismatch",
    });
    if (!Object.hasOwn(claims, "aud") || tokenOf().token.policy.audience === null) return;
    await expect(verify({ ...claims, aud: "https://other.example" })).rejects.toMatchObject({
      code: "audience_mismatch",
    });
  });

  it("is refused from another issuer", async () => {
    await expect(verify({ ...claims, iss: `${claims["iss"]}x` })).rejects.toMatchObject({ code: "issuer_mismatch" });
  });

  it("is refused once it has expired, and not a second before", async () => {
    const exp = Number(claims["exp"]);
    await expect(verify(claims, { now: exp })).rejects.toMatchObject({ code: "expired" });
    expect((await verify(claims, { now: exp - 1 })).claims).toEqual(claims);
  });

  it("is refused where it lives longer than agreed", async () => {
    const exp = Number(claims["iat"]) + tokenOf().token.policy.lifetimeSeconds + 1;
    await expect(verify({ ...claims, exp })).rejects.toMatchObject({ code: "lifetime_exceeded" });
  });

  it("is refused with a claim of the wrong type", async () => {
    const [claim, value] = wrong;
    await expect(verify({ ...claims, [claim]: value })).rejects.toMatchObject({
      code: "invalid_claims",
      issues: [{ code: "invalid", claim }],
    });
  });

  it("is refused with a required claim under another name, which is told", async () => {
    const [claim, mistake] = misnamed;
    const { [claim]: value, ...rest } = claims;
    await expect(verify({ ...rest, [mistake]: value })).rejects.toMatchObject({
      code: "invalid_claims",
      issues: [{ code: "misnamed", claim: mistake, expected: claim }],
    });
  });

  it("is refused without a required claim", async () => {
    const [claim] = misnamed;
    const { [claim]: _, ...rest } = claims;
    await expect(verify(rest)).rejects.toMatchObject({ code: "invalid_claims", issues: [{ code: "missing", claim }] });
  });
}

describe.each(PROVIDERS)("a token in the form of $name", (provider) => {
  describeToken(provider, provider.fixture, "JWT");
});

const published = PROVIDERS.flatMap((provider) => provider.published.map((id) => ({ provider, id })));

describe.skipIf(DATA === null)(`published tokens${DATA === null ? " (not run: no test data)" : ""}`, () => {
  it("are of every provider", () => {
    for (const { published } of PROVIDERS) expect(published.map((id) => readPublished(id).claims)).not.toEqual([]);
  });

  describe.each(DATA === null ? [] : published)("$id", ({ provider, id }) => {
    const { claims, type } = readPublished(id);
    describeToken(provider, claims, type);
  });
});

function readPublished(id: string): { claims: Claims; type: string | undefined } {
  const folder = DATA ?? "";
  const index: { payloads: { id: string; file: string; header?: { typ?: string } }[] } = JSON.parse(
    readFileSync(path.join(folder, "index.json"), "utf8"),
  );
  const entry = index.payloads.find((one) => one.id === id);
  if (entry === undefined) throw new TypeError(`There is no published token ${id}.`);
  return { claims: JSON.parse(readFileSync(path.join(folder, entry.file), "utf8")), type: entry.header?.typ };
}
