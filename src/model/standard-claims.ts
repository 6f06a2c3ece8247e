import { PROFILES } from "../config/profiles.js";
import type { SchemaObject } from "../schema/json-schema.js";

/** A claim as its standard defines it, for claims that are in a claim set without being listed there. */
export interface StandardClaim {
  readonly schema: SchemaObject;
  readonly standard: string;
}

const LOGOUT = PROFILES["oidc-logout-token"];
const SECONDS = "in seconds since 1970-01-01T00:00:00Z";

/** The seven registered claims, as RFC 7519 section 4.1 defines their values. */
export const REGISTERED_CLAIMS: ReadonlyMap<string, StandardClaim> = new Map([
  registered("iss", 1, { type: "string" }, "Issuer"),
  registered("sub", 2, { type: "string" }, "Subject"),
  registered("aud", 3, { anyOf: [{ type: "string" }, { type: "array", items: { type: "string" } }] }, "Audience"),
  registered("exp", 4, { type: "number" }, `Expiration time, ${SECONDS}`),
  registered("nbf", 5, { type: "number" }, `Not valid before, ${SECONDS}`),
  registered("iat", 6, { type: "number" }, `Issued at, ${SECONDS}`),
  registered("jti", 7, { type: "string" }, "JWT ID, unique for each token"),
]);

/** The other claims that a profile demands, as its standard defines their values. */
export const PROFILE_CLAIMS: ReadonlyMap<string, StandardClaim> = new Map([
  profileClaim("client_id", { type: "string", minLength: 1 }, "OAuth 2.0 client identifier", "RFC 8693 section 4.3"),
  profileClaim(
    "sid",
    { type: "string", minLength: 1 },
    "Session ID",
    "OpenID Connect Front-Channel Logout 1.0 section 3",
  ),
  profileClaim("events", LOGOUT.events ?? {}, "Security events", `${LOGOUT.specification} section 2.4`),
]);

/** The definition that RFC 7519 or a profile gives for a claim, or undefined where neither does. */
export function standardClaim(name: string): StandardClaim | undefined {
  return REGISTERED_CLAIMS.get(name) ?? PROFILE_CLAIMS.get(name);
}

/** What RFC 7519 alone says of claims, as a schema: its seven, each where it is there. */
export function registeredClaimsSchema(): SchemaObject {
  const properties = [...REGISTERED_CLAIMS].map(([name, { schema }]): [string, SchemaObject] => [name, schema]);
  return { type: "object", properties: Object.fromEntries(properties) };
}

function registered(name: string, section: number, schema: SchemaObject, title: string): [string, StandardClaim] {
  return profileClaim(name, schema, title, `RFC 7519 section 4.1.${section}`);
}

function profileClaim(name: string, schema: SchemaObject, title: string, standard: string): [string, StandardClaim] {
  return [name, { schema: { description: `${title}. ${standard}.`, ...schema }, standard }];
}
