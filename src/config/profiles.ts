import type { JsonObject } from "../schema/json-schema.js";
import type { ProfileName } from "./config.js";

/** A claim that a standard speaks of, and where. */
export interface ProfileClaim {
  readonly name: string;
  /** "RFC 9068 section 2.2". */
  readonly standard: string;
  /** When an optional claim is nevertheless demanded, as the end of the sentence "required when …". No schema can decide it. */
  readonly when?: string;
}

/** What a standard adds to a claim set that follows it. */
export interface Profile {
  readonly name: ProfileName;
  readonly title: string;
  readonly specification: string;
  /** Header `typ` at issue. */
  readonly type: string;
  /**
   * Header `typ` values that verify accepts; null stands for a header without one. Compared as media types
   * (RFC 7515 section 4.1.9), so `application/at+jwt` and `AT+JWT` need no entry of their own.
   */
  readonly acceptedTypes: readonly (string | null)[];
  readonly required: readonly ProfileClaim[];
  readonly optional: readonly ProfileClaim[];
  readonly forbidden: readonly ProfileClaim[];
  /** Groups of claims of which at least one has to be there. */
  readonly atLeastOneOf: readonly { readonly claims: readonly string[]; readonly standard: string }[];
  /** The schema that the standard gives the claim `events`. */
  readonly events?: JsonObject;
}

const CORE = "OpenID Connect Core 1.0";
const LOGOUT = "OpenID Connect Back-Channel Logout 1.0";
const LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

/** Everything about the profiles that the config's `profile` names. */
export const PROFILES: Readonly<Record<ProfileName, Profile>> = {
  jwt: {
    name: "jwt",
    title: "JSON Web Token",
    specification: "RFC 7519",
    type: "JWT",
    acceptedTypes: [null, "JWT"],
    required: [],
    optional: [
      ...claims("RFC 7519 section 4.1.1", "iss"),
      ...claims("RFC 7519 section 4.1.2", "sub"),
      ...claims("RFC 7519 section 4.1.3", "aud"),
      ...claims("RFC 7519 section 4.1.4", "exp"),
      ...claims("RFC 7519 section 4.1.5", "nbf"),
      ...claims("RFC 7519 section 4.1.6", "iat"),
      ...claims("RFC 7519 section 4.1.7", "jti"),
    ],
    forbidden: [],
    atLeastOneOf: [],
  },
  rfc9068: {
    name: "rfc9068",
    title: "JWT profile for OAuth 2.0 access tokens",
    specification: "RFC 9068",
    type: "at+jwt",
    acceptedTypes: ["at+jwt"],
    required: claims("RFC 9068 section 2.2", "iss", "exp", "aud", "sub", "client_id", "iat", "jti"),
    optional: [
      ...claims("RFC 9068 section 2.2.1", "auth_time", "acr", "amr"),
      ...claims("RFC 9068 section 2.2.3", "scope"),
      ...claims("RFC 9068 section 2.2.3.1", "groups", "roles", "entitlements"),
      ...claims("RFC 9396 section 9.1", "authorization_details"),
      ...claims("RFC 9449 section 6.1 and RFC 8705 section 3.1", "cnf"),
      ...claims("RFC 8693 section 4.1", "act"),
    ],
    forbidden: [],
    atLeastOneOf: [],
  },
  "oidc-id-token": {
    name: "oidc-id-token",
    title: "OpenID Connect ID token",
    specification: CORE,
    type: "JWT",
    acceptedTypes: [null, "JWT"],
    required: [
      ...claims(`${CORE} section 2`, "iss", "sub"),
      ...claims(`${CORE} sections 2 and 3.1.3.7`, "aud"),
      ...claims(`${CORE} section 2`, "exp", "iat"),
    ],
    optional: [
      { name: "auth_time", standard: `${CORE} section 2`, when: "max_age or auth_time itself was requested" },
      { name: "nonce", standard: `${CORE} sections 2 and 3.2.2.10`, when: "the request had a nonce" },
      {
        name: "at_hash",
        standard: `${CORE} sections 3.2.2.10 and 3.3.2.11`,
        when: "the authorization endpoint issues it together with an access token",
      },
      {
        name: "c_hash",
        standard: `${CORE} section 3.3.2.11`,
        when: "the authorization endpoint issues it together with a code",
      },
      { name: "sub_jwk", standard: `${CORE} section 7.4`, when: "the token is self-issued" },
      ...claims(`${CORE} section 2`, "acr", "amr"),
      ...claims(`${CORE} sections 2 and 3.1.3.7`, "azp"),
      ...claims(`OpenID Connect Front-Channel Logout 1.0 section 3 and ${LOGOUT} section 2.1`, "sid"),
      ...claims("RFC 7519 section 4.1.7", "jti"),
      ...claims("RFC 7519 section 4.1.5", "nbf"),
      ...claims(
        `${CORE} section 5.1`,
        "name",
        "given_name",
        "family_name",
        "middle_name",
        "nickname",
        "preferred_username",
        "profile",
        "picture",
        "website",
        "email",
        "email_verified",
        "gender",
        "birthdate",
        "zoneinfo",
        "locale",
        "phone_number",
        "phone_number_verified",
        "address",
        "updated_at",
      ),
    ],
    forbidden: [],
    atLeastOneOf: [],
  },
  "oidc-logout-token": {
    name: "oidc-logout-token",
    title: "OpenID Connect back-channel logout token",
    specification: LOGOUT,
    type: "logout+jwt",
    // Explicit typing is only recommended (sections 2.4 and 4.1), and most providers leave it out.
    acceptedTypes: ["logout+jwt", null, "JWT"],
    required: claims(`${LOGOUT} section 2.4`, "iss", "aud", "iat", "exp", "jti", "events"),
    optional: claims(`${LOGOUT} section 2.4`, "sub", "sid"),
    forbidden: claims(`${LOGOUT} section 2.4`, "nonce"),
    atLeastOneOf: [{ claims: ["sub", "sid"], standard: `${LOGOUT} section 2.4` }],
    events: {
      type: "object",
      properties: { [LOGOUT_EVENT]: { type: "object" } },
      required: [LOGOUT_EVENT],
    },
  },
};

function claims(standard: string, ...names: readonly string[]): readonly ProfileClaim[] {
  return names.map((name) => ({ name, standard }));
}
