import type { JsonObject } from "../../src/schema/json-schema.js";

/** Samples of our own making in the form of a provider's tokens; every value in them is invented. */
export interface ProviderSamples {
  /** The provider's name, as infer tells it. */
  readonly provider: string;
  /** The key that the draft gives the token. */
  readonly key: string;
  readonly samples: readonly { readonly header: JsonObject; readonly payload: JsonObject }[];
  /** What the draft has to say of some claims. */
  readonly drafted: JsonObject;
}

const NOW = 1_800_000_000;
const RS256 = { alg: "RS256", typ: "JWT", kid: "k1" };
const uuid = (digit: number): string => `${String(digit).repeat(8)}-0000-4000-8000-000000000000`;
const reference = (name: string): JsonObject => ({ $ref: `claimsmith:iana-jwt#/$defs/${name}` });
const TEXT = { type: "string" };
const UUID = { type: "string", format: "uuid" };
const ROLES = { type: "object", properties: { roles: { type: "array", items: TEXT } }, required: ["roles"] };

/** Three tokens that differ in what the number changes. */
function three(payload: (digit: number) => JsonObject, header: JsonObject = RS256): ProviderSamples["samples"] {
  return [1, 2, 3].map((digit) => ({ header, payload: payload(digit) }));
}

/** The eight best known. */
export const PROVIDER_SAMPLES: readonly ProviderSamples[] = [
  {
    provider: "Auth0",
    key: "accessToken",
    samples: three((digit) => ({
      iss: "https://shop.eu.auth0.com/",
      sub: `auth0|user${digit}`,
      aud:
        digit === 1 ? "https://api.shop.example" : ["https://api.shop.example", "https://shop.eu.auth0.com/userinfo"],
      iat: NOW + digit,
      exp: NOW + digit + 86_400,
      azp: "ShopWeb",
      scope: "openid read:orders",
      permissions: digit === 3 ? [] : ["read:orders"],
      "https://shop.example/claims/role": "buyer",
    })),
    drafted: {
      aud: reference("aud"),
      azp: reference("azp"),
      permissions: { type: "array", items: TEXT },
      "https://shop.example/claims/role": TEXT,
    },
  },
  {
    provider: "Okta",
    key: "accessToken",
    samples: three((digit) => ({
      ver: 1,
      jti: `AT.${digit}`,
      iss: "https://shop.okta.com/oauth2/default",
      aud: "api://default",
      iat: NOW,
      exp: NOW + 3600,
      cid: "0oaShopWeb",
      uid: `00u${digit}`,
      scp: ["openid", "orders"],
      auth_time: NOW - digit,
      sub: `jo${digit}@shop.example`,
    })),
    drafted: { ver: { type: "integer" }, scp: { type: "array", items: TEXT }, auth_time: reference("auth_time") },
  },
  {
    provider: "Microsoft Entra ID",
    key: "accessToken",
    samples: three((digit) => ({
      aud: uuid(9),
      iss: `https://login.microsoftonline.com/${uuid(8)}/v2.0`,
      iat: NOW,
      nbf: NOW,
      exp: NOW + 4500,
      aio: `aio${digit}`,
      azp: uuid(7),
      azpacr: "1",
      oid: uuid(digit),
      rh: "0.A",
      scp: "Orders.Read",
      sub: `sub${digit}`,
      tid: uuid(8),
      uti: `uti${digit}`,
      ver: "2.0",
    })),
    drafted: { oid: UUID, tid: TEXT, ver: TEXT, azp: reference("azp") },
  },
  {
    provider: "Amazon Cognito",
    key: "accessToken",
    samples: three(
      (digit) => ({
        sub: uuid(digit),
        "cognito:groups": ["buyers"],
        iss: "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Invented",
        client_id: "inventedclient",
        origin_jti: uuid(digit),
        event_id: uuid(digit),
        token_use: "access",
        scope: "openid",
        auth_time: NOW,
        exp: NOW + 3600,
        iat: NOW,
        jti: uuid(digit),
        username: `jo${digit}`,
      }),
      { alg: "RS256", kid: "k1" },
    ),
    drafted: {
      client_id: reference("client_id"),
      "cognito:groups": { type: "array", items: TEXT },
      event_id: UUID,
      username: TEXT,
    },
  },
  {
    provider: "Keycloak",
    key: "accessToken",
    samples: three((digit) => ({
      exp: NOW + 300,
      iat: NOW,
      jti: uuid(digit),
      iss: "https://id.shop.example/realms/shop",
      aud: "account",
      sub: uuid(digit),
      typ: "Bearer",
      azp: "shop-web",
      sid: uuid(digit),
      acr: "1",
      "allowed-origins": ["https://shop.example"],
      realm_access: { roles: ["buyer"] },
      resource_access: digit === 1 ? { account: { roles: ["view"] } } : { orders: { roles: ["read", "write"] } },
      email_verified: digit > 1,
    })),
    drafted: {
      typ: TEXT,
      realm_access: ROLES,
      resource_access: { type: "object", additionalProperties: ROLES },
      email_verified: reference("email_verified"),
    },
  },
  {
    provider: "Google",
    key: "idToken",
    samples: three((digit) => ({
      iss: "https://accounts.google.com",
      azp: "invented.apps.googleusercontent.com",
      aud: "invented.apps.googleusercontent.com",
      sub: `10000000000000000000${digit}`,
      hd: "shop.example",
      email: `jo${digit}@shop.example`,
      email_verified: true,
      at_hash: "HK6E_P6Dh8Y93mRNtsDB1Q",
      name: "Jo Doe",
      picture: "https://lh3.googleusercontent.com/a/invented",
      given_name: "Jo",
      family_name: "Doe",
      iat: NOW,
      exp: NOW + 3600,
    })),
    drafted: { hd: TEXT, email: reference("email"), picture: reference("picture"), at_hash: reference("at_hash") },
  },
  {
    provider: "GitHub Actions",
    key: "jobToken",
    samples: three((digit) => ({
      jti: uuid(digit),
      sub: "repo:shop/web:ref:refs/heads/main",
      aud: "https://github.com/shop",
      ref: "refs/heads/main",
      sha: String(digit).repeat(40),
      repository: "shop/web",
      repository_owner: "shop",
      repository_owner_id: "41",
      run_id: `100${digit}`,
      repository_visibility: "private",
      repository_id: "42",
      run_attempt: "1",
      actor: "jo",
      workflow: "release",
      event_name: "push",
      ref_protected: "true",
      ref_type: "branch",
      job_workflow_ref: "shop/web/.github/workflows/release.yml@refs/heads/main",
      iss: "https://token.actions.githubusercontent.com",
      nbf: NOW - 600,
      exp: NOW + 300,
      iat: NOW,
    })),
    drafted: { ref: TEXT, ref_protected: TEXT, run_id: TEXT },
  },
  {
    provider: "Kubernetes",
    key: "serviceAccountToken",
    samples: three(
      (digit) => ({
        aud: ["https://kubernetes.default.svc"],
        exp: NOW + 3607,
        iat: NOW,
        iss: "https://kubernetes.default.svc",
        jti: uuid(digit),
        "kubernetes.io": {
          namespace: "shop",
          ...(digit === 1 ? {} : { node: { name: "node-a", uid: uuid(digit) } }),
          pod: { name: `web-${digit}`, uid: uuid(digit) },
          serviceaccount: { name: "web", uid: uuid(9) },
          warnafter: NOW + 3600,
        },
        nbf: NOW,
        sub: "system:serviceaccount:shop:web",
      }),
      { alg: "RS256", kid: "k1" },
    ),
    drafted: {
      "kubernetes.io": {
        type: "object",
        properties: {
          namespace: TEXT,
          node: { type: "object", properties: { name: TEXT, uid: TEXT }, required: ["name", "uid"] },
          pod: { type: "object", properties: { name: TEXT, uid: UUID }, required: ["name", "uid"] },
          serviceaccount: { type: "object", properties: { name: TEXT, uid: TEXT }, required: ["name", "uid"] },
          warnafter: { type: "integer" },
        },
        required: ["namespace", "pod", "serviceaccount", "warnafter"],
      },
    },
  },
];
