/** Gateways and providers whose limits lint knows: what `targets` in the config can name. */
export type TargetName = "auth0" | "envoy" | "cognito" | "entra" | "clerk" | "keycloak" | "kong" | "apipark";

/** Where a fact was found, and how sure it is: read in the vendor's own text, or remembered from it. */
export interface TargetFact {
  readonly source: readonly string[];
  readonly confidence: "read" | "recalled";
}

/** Custom claims of these names are left out by Auth0, without an error. Those that Auth0 itself issues are not here. */
export const AUTH0_RESTRICTED: ReadonlySet<string> = new Set(
  "active ath attest cty dest entitlements events groups htm htu jcard jku jwe jwk kid may_act mky object_id orig origid roles rph s_hash sip_callid sip_cseq_num sip_date sip_from_tag sip_via_branch sub_jwk toe txn typ uuid vot vtm internalService x5t#S256".split(
    " ",
  ),
);

/** Claims without a namespace that Auth0 itself puts into tokens. */
export const AUTH0_CLAIMS: ReadonlySet<string> = new Set(["gty", "org_id", "org_name", "permissions"]);

/** Domains below which Auth0 admits no namespace. */
export const AUTH0_DOMAINS: readonly string[] = ["auth0.com", "webtask.io", "webtask.run"];

/** Claims that Cognito writes itself, with types other than strings. */
export const COGNITO_CLAIMS: ReadonlySet<string> = new Set(
  "aud auth_time exp iat nbf address email_verified phone_number_verified updated_at identities version cognito:groups cognito:roles".split(
    " ",
  ),
);

/** Claims of Clerk's session token that are always there and do not count as custom. */
export const CLERK_CLAIMS: ReadonlySet<string> = new Set(
  "azp exp fva iat iss jti nbf sid sub v pla fea sts o act org_id org_slug org_role org_permissions".split(" "),
);

/** Bytes of custom claims that a session token of Clerk has room for, as JSON. */
export const CLERK_CUSTOM_BYTES = 1228;

/** Groups that Entra ID writes into a token; of a user with more it writes `_claim_names` in place of `groups`. */
export const ENTRA_MOST_GROUPS = 200;

/** The signature algorithms of APIPark's gateway. */
export const APIPARK_ALGORITHMS: ReadonlySet<string> = new Set([
  "HS256",
  "HS384",
  "HS512",
  "RS256",
  "RS384",
  "RS512",
  "ES256",
  "ES384",
  "ES512",
]);

/** The texts that say so. */
export const TARGET_FACTS = {
  auth0: { source: ["Auth0 documentation, Create Custom Claims"], confidence: "read" },
  envoy: {
    source: ["Envoy API, extensions.filters.http.jwt_authn.v3.JwtProvider claim_to_headers"],
    confidence: "read",
  },
  cognito: {
    source: ["Amazon Cognito Developer Guide, Pre token generation Lambda trigger"],
    confidence: "read",
  },
  entra: { source: ["Microsoft identity platform documentation, Groups overage claim"], confidence: "read" },
  clerk: { source: ["Clerk documentation, Session tokens, Size limitations"], confidence: "read" },
  keycloak: { source: ["Keycloak Admin Console, help text of Token Claim Name"], confidence: "read" },
  kong: { source: ["Kong documentation, JWT plugin, config.claims_to_verify"], confidence: "read" },
  apipark: { source: ["Apinto documentation, JWT, claims_to_verify"], confidence: "read" },
} as const satisfies Readonly<Record<TargetName, TargetFact>>;
