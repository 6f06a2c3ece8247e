/** A claim that tells, by being there or by its value. */
export interface ClaimMark {
  readonly claim: string;
  /** Without it, being there is enough. */
  readonly value?: string;
}

/** One kind of token of a provider. */
export interface ProviderToken {
  /** As a noun: `access token`. */
  readonly name: string;
  /** A key for it under `tokens` in a config. */
  readonly key: string;
  readonly profile: "jwt" | "oidc-id-token";
  /** Any of these makes a token one of this kind. */
  readonly marks: readonly ClaimMark[];
}

/** What is known of the tokens of a provider: how to recognize them, and what to tell whoever consumes them. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  /**
   * Forms of the claim `iss`. `*` is one or more labels at the beginning of a host, one segment of a path, or (as the whole
   * host) any host; `**` any number of segments. A slash at the end makes no difference.
   */
  readonly issuers: readonly string[];
  /** Claims that hardly any other provider sends. */
  readonly claims: readonly string[];
  /** In the order in which they are tried. */
  readonly tokens: readonly ProviderToken[];
  /** Objects whose members are named by data, as paths of names; `*` is any name. */
  readonly maps: readonly string[];
  /** What a consumer should know, as sentences. */
  readonly notes: readonly string[];
  /** Where this was found, and how sure it is: read in a public copy, read in part, or remembered. */
  readonly source: string;
  readonly confidence: "read" | "partly read" | "recalled";
}

/** `email=1`: a claim, perhaps with its value; separated by blanks. */
function marks(text: string): readonly ClaimMark[] {
  return words(text).map((word) => {
    const [claim = "", value] = word.split("=");
    return value === undefined ? { claim } : { claim, value };
  });
}

function words(text: string): readonly string[] {
  return text.split(" ").filter((word) => word !== "");
}

function accessToken(text: string): ProviderToken {
  return { name: "access token", key: "accessToken", profile: "jwt", marks: marks(text) };
}

function idToken(text: string): ProviderToken {
  return { name: "ID token", key: "idToken", profile: "oidc-id-token", marks: marks(text) };
}

function only(name: string, key: string, text: string): readonly ProviderToken[] {
  return [{ name, key, profile: "jwt", marks: marks(text) }];
}

const HASHES = "nonce at_hash c_hash";

/** The providers that infer recognizes, the more particular before the more general. */
export const PROVIDERS: readonly Provider[] = [
  {
    id: "auth0",
    name: "Auth0",
    issuers: ["https://*.auth0.com"],
    claims: words("gty org_id permissions"),
    tokens: [idToken(`${HASHES} nickname picture sid`), accessToken("gty scope permissions")],
    maps: [],
    notes: [
      "The issuer ends with a slash, and issuers are compared to the letter.",
      'The subject joins the connection and the user\'s id with "|"; without a user it ends in "@clients".',
      "An access token has an array as audience when it is for the userinfo endpoint too.",
    ],
    source: "samples in public repositories",
    confidence: "partly read",
  },
  {
    id: "okta",
    name: "Okta",
    issuers: [
      ...["okta.com", "oktapreview.com", "okta-emea.com"].flatMap((host) => [
        `https://*.${host}`,
        `https://*.${host}/oauth2/*`,
      ]),
      "https://*/oauth2/*",
    ],
    claims: words("cid uid scp"),
    tokens: [accessToken("cid scp"), idToken(`${HASHES} idp preferred_username`)],
    maps: [],
    notes: [
      "Access tokens have `cid` and `scp` (an array) where RFC 9068 has `client_id` and `scope`.",
      "`sub` of an access token is a login name, which can change; `uid` is the id that stays.",
    ],
    source: "okta/okta-developer-docs",
    confidence: "read",
  },
  {
    id: "entra",
    name: "Microsoft Entra ID",
    issuers: ["https://login.microsoftonline.com/*/v2.0", "https://sts.windows.net/*"],
    claims: words("aio rh uti tid oid azpacr appidacr puid wids xms_cc xms_tcdt"),
    tokens: [accessToken("scp roles azpacr appidacr azp appid"), idToken(`${HASHES} preferred_username login_hint`)],
    maps: [],
    notes: [
      "The issuer names the tenant: for several tenants list the issuer of each, or write {tenant} in its place.",
      "`sub` differs for each application; `oid` with `tid` identifies a user across them.",
      'Version 1.0 has `appid` and an issuer that ends with a slash, version 2.0 has `azp`; `ver` is a string ("1.0", "2.0").',
      "A user of many groups gets `_claim_names` or `hasgroups` in place of `groups`.",
    ],
    source: "samples in AzureAD/microsoft-authentication-library-for-js and awslabs/aws-jwt-verify",
    confidence: "partly read",
  },
  {
    id: "google",
    name: "Google",
    issuers: ["https://accounts.google.com", "accounts.google.com"],
    claims: words("hd"),
    tokens: [idToken("email sub")],
    maps: [],
    notes: ["The issuer also occurs without `https://`: list both forms."],
    source: "a token in supabase/auth, and Google's documentation",
    confidence: "read",
  },
  {
    id: "apple",
    name: "Apple",
    issuers: ["https://appleid.apple.com"],
    claims: words("nonce_supported is_private_email real_user_status transfer_sub"),
    tokens: [idToken("sub")],
    maps: [],
    notes: ['`email_verified` and `is_private_email` also come as the strings "true" and "false".'],
    source: "samples in public repositories",
    confidence: "read",
  },
  {
    id: "cognito",
    name: "Amazon Cognito",
    issuers: ["https://cognito-idp.*.amazonaws.com/*"],
    claims: words("cognito:username cognito:groups cognito:roles cognito:preferred_role token_use origin_jti event_id"),
    tokens: [accessToken("token_use=access"), idToken("token_use=id")],
    maps: [],
    notes: [
      "`token_use` tells access tokens from ID tokens, since the header has no `typ` of its own for them: check it.",
      "An access token has no `aud`; its audience is in `client_id`.",
    ],
    source: "aws-amplify/docs",
    confidence: "read",
  },
  {
    id: "clerk",
    name: "Clerk",
    issuers: ["https://*.clerk.accounts.dev", "https://clerk.*"],
    claims: words("fva pla fea sts org_slug org_permissions"),
    tokens: only("session token", "sessionToken", "sid fva"),
    maps: [],
    notes: ["Version 2 of the session token has the organization in `o`, version 1 in `org_id` and its like."],
    source: "clerk/clerk-docs",
    confidence: "read",
  },
  {
    id: "firebase",
    name: "Firebase",
    issuers: ["https://securetoken.google.com/*"],
    claims: words("firebase user_id"),
    tokens: only("ID token", "idToken", "firebase sub"),
    maps: ["firebase identities"],
    notes: ["Custom claims stand at the top level without a namespace, and may take 1000 bytes in all."],
    source: "samples in public repositories",
    confidence: "partly read",
  },
  {
    id: "supabase",
    name: "Supabase",
    issuers: ["https://*.supabase.co/auth/v1"],
    claims: words("aal app_metadata user_metadata session_id is_anonymous"),
    tokens: only("access token", "accessToken", "role session_id"),
    maps: [],
    notes: [
      "Users can write `user_metadata` themselves: never decide by it what they may do.",
      "`amr` holds objects, where its registration has strings.",
    ],
    source: "supabase/auth, internal/tokens/service.go",
    confidence: "read",
  },
  {
    id: "kubernetes",
    name: "Kubernetes",
    issuers: [
      "https://kubernetes.default.svc",
      "https://kubernetes.default.svc.*",
      "https://oidc.eks.*.amazonaws.com/id/*",
    ],
    claims: words("kubernetes.io"),
    tokens: only("service account token", "serviceAccountToken", "kubernetes.io sub"),
    maps: [],
    notes: ["The name `kubernetes.io` has a dot, which some gateways cannot address."],
    source: "the documentation of Kubernetes",
    confidence: "read",
  },
  {
    id: "github-actions",
    name: "GitHub Actions",
    issuers: ["https://token.actions.githubusercontent.com", "https://token.actions.githubusercontent.com/*"],
    claims: words(
      "job_workflow_ref job_workflow_sha repository_owner_id repository_visibility workflow_ref run_attempt",
    ),
    tokens: only("job token", "jobToken", "sub"),
    maps: [],
    notes: [
      "All ids, counters and truth values are strings.",
      "`ref` is a git ref, and not what the registered claim of that name is.",
      "The form of `sub` can be customised for each repository.",
    ],
    source: "a copy of the documentation, and github/actions-oidc-debugger",
    confidence: "read",
  },
  {
    id: "gitlab-ci",
    name: "GitLab CI",
    issuers: ["https://gitlab.com"],
    claims: words("project_path namespace_path namespace_id pipeline_source ci_config_ref_uri ci_config_sha"),
    tokens: only("job token", "jobToken", "project_path pipeline_id"),
    maps: [],
    notes: [
      "`runner_id` is a number, all other ids are strings.",
      "`ref` is a git ref, and not what the registered claim of that name is.",
    ],
    source: "sigstore/fulcio, documentation and tests",
    confidence: "partly read",
  },
  {
    id: "buildkite",
    name: "Buildkite",
    issuers: ["https://agent.buildkite.com"],
    claims: words("organization_slug pipeline_slug build_number build_commit step_key agent_id"),
    tokens: only("agent token", "agentToken", "sub"),
    maps: [],
    notes: [],
    source: "buildkite/docs",
    confidence: "read",
  },
  {
    id: "circleci",
    name: "CircleCI",
    issuers: ["https://oidc.circleci.com/org/*"],
    claims: words("oidc.circleci.com/project-id oidc.circleci.com/context-ids oidc.circleci.com/job-id"),
    tokens: only("job token", "jobToken", "sub"),
    maps: [],
    notes: ["The names of its own claims begin with a host and no scheme."],
    source: "circleci/circleci-docs",
    confidence: "read",
  },
  {
    id: "hcp-terraform",
    name: "HCP Terraform",
    issuers: ["https://app.terraform.io"],
    claims: words(
      "terraform_run_id terraform_run_phase terraform_workspace_id terraform_organization_id terraform_full_workspace",
    ),
    tokens: only("workload token", "workloadToken", "sub"),
    maps: [],
    notes: [],
    source: "memory",
    confidence: "recalled",
  },
  {
    id: "fly",
    name: "Fly.io",
    issuers: ["https://oidc.fly.io/*"],
    claims: words("machine_id machine_name machine_version image_digest"),
    tokens: only("machine token", "machineToken", "sub"),
    maps: [],
    notes: [],
    source: "superfly/docs",
    confidence: "read",
  },
  {
    id: "codefresh",
    name: "Codefresh",
    issuers: ["https://oidc.codefresh.io"],
    claims: words("scm_user_name scm_repo_url scm_ref initiator"),
    tokens: only("workflow token", "workflowToken", "sub"),
    maps: [],
    notes: [],
    source: "sigstore/fulcio, tests",
    confidence: "read",
  },
  {
    id: "vercel-marketplace",
    name: "Vercel Marketplace",
    issuers: ["https://marketplace.vercel.com"],
    claims: words("global_user_id installation_id user_avatar_url"),
    tokens: only("marketplace token", "marketplaceToken", "sub"),
    maps: [],
    notes: [
      "Facts about the user are in `user_email`, `user_name` and the like, not under the names of OpenID Connect.",
    ],
    source: "supabase/auth, tests",
    confidence: "read",
  },
  {
    id: "slack",
    name: "Slack",
    issuers: ["https://slack.com"],
    claims: words(
      "https://slack.com/user_id https://slack.com/team_id https://slack.com/team_name https://slack.com/team_domain",
    ),
    tokens: [idToken("https://slack.com/user_id sub")],
    maps: [],
    notes: [],
    source: "a copy of Slack's documentation",
    confidence: "partly read",
  },
  {
    id: "zitadel",
    name: "ZITADEL",
    issuers: ["https://*.zitadel.cloud"],
    claims: words(
      "urn:zitadel:iam:org:project:roles urn:zitadel:iam:user:metadata urn:zitadel:iam:user:resourceowner:id",
    ),
    tokens: [idToken(HASHES), accessToken("client_id")],
    maps: ["urn:zitadel:iam:org:project:roles", "urn:zitadel:iam:org:project:roles *", "urn:zitadel:iam:user:metadata"],
    notes: [],
    source: "zitadel/oidc, regression data",
    confidence: "partly read",
  },
  {
    id: "fusionauth",
    name: "FusionAuth",
    issuers: [],
    claims: words("applicationId authenticationType"),
    tokens: only("access token", "accessToken", "applicationId"),
    maps: [],
    notes: ["The issuer is no URL unless it was set to one."],
    source: "a copy of an article by FusionAuth",
    confidence: "partly read",
  },
  {
    id: "lti",
    name: "1EdTech LTI 1.3",
    issuers: [],
    claims: words(
      "https://purl.imsglobal.org/spec/lti/claim/message_type https://purl.imsglobal.org/spec/lti/claim/version " +
        "https://purl.imsglobal.org/spec/lti/claim/deployment_id https://purl.imsglobal.org/spec/lti/claim/roles",
    ),
    tokens: only("launch token", "launchToken", "https://purl.imsglobal.org/spec/lti/claim/message_type"),
    maps: ["https://purl.imsglobal.org/spec/lti/claim/custom"],
    notes: [],
    source: "Cvmcosta/ltijs tests, oat-sa/lib-lti1p3-core",
    confidence: "partly read",
  },
  {
    id: "keycloak",
    name: "Keycloak",
    issuers: ["https://*/**/realms/*", "http://*/**/realms/*"],
    claims: words("realm_access resource_access allowed-origins session_state"),
    tokens: [accessToken("typ=Bearer realm_access resource_access"), idToken("typ=ID nonce at_hash")],
    maps: ["resource_access"],
    notes: [
      "The payload has a claim `typ` of its own, beside the `typ` of the header.",
      'The audience is "account" unless a mapper adds one.',
    ],
    source: "samples in public repositories",
    confidence: "partly read",
  },
];

/** Beginnings of claim names that belong to a provider or a standard, and so are no organization's own namespace. */
export const FOREIGN_NAMESPACES: readonly string[] = [
  "https://slack.com/",
  "https://purl.imsglobal.org/",
  "http://purl.imsglobal.org/",
  "https://attributes.spid.gov.it/",
  "https://attributes.eid.gov.it/",
  "http://schemas.microsoft.com/",
  "http://schemas.xmlsoap.org/",
  "http://schemas.openid.net/",
  "https://schemas.openid.net/",
  "https://hasura.io/",
  "https://daml.com/",
  "https://aws.amazon.com/",
  "urn:zitadel:",
  "urn:ietf:",
  "urn:oid:",
];
