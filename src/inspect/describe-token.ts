import { isSameMediaType } from "../runtime/text/media-type.js";
import { readMember } from "./header-findings.js";

type Members = Readonly<Record<string, unknown>>;

/** Values of `typ` that name a kind of token, and the standard that says so. */
const TYPES: readonly (readonly [type: string, what: string])[] = [
  ["at+jwt", "an OAuth 2.0 access token (RFC 9068)"],
  ["logout+jwt", "an OpenID Connect logout token (Back-Channel Logout 1.0)"],
  ["dpop+jwt", "a DPoP proof, which goes beside an access token (RFC 9449)"],
  ["secevent+jwt", "a security event token (RFC 8417)"],
  ["oauth-authz-req+jwt", "a signed authorization request (RFC 9101)"],
  ["token-introspection+jwt", "the signed answer of an introspection endpoint (RFC 9701)"],
  ["entity-statement+jwt", "an entity statement of OpenID Federation"],
];

const LOGOUT_EVENT = "http://schemas.openid.net/event/backchannel-logout";

/** Claims that tell kinds of tokens apart, the surest sign first. */
const CLAIMS: readonly (readonly [claims: readonly string[], what: string])[] = [
  [["nonce"], "an OpenID Connect ID token, by its claims"],
  [["at_hash"], "an OpenID Connect ID token, by its claims"],
  [["c_hash"], "an OpenID Connect ID token, by its claims"],
  [["htm", "htu"], "a DPoP proof, which goes beside an access token (RFC 9449)"],
  [["scope"], "an access token, by its claims"],
  [["scp"], "an access token, by its claims"],
  [["client_id"], "an access token, by its claims"],
];

/** What a token is by standards alone, as a noun phrase. */
export function describeToken(form: "signed" | "encrypted", header: Members | null, claims: Members | null): string {
  if (form === "encrypted") return "an encrypted token (JWE, RFC 7516)";
  const type = header === null ? undefined : readMember(header, "typ");
  const named = typeof type === "string" ? TYPES.find(([one]) => isSameMediaType(one, type)) : undefined;
  if (named !== undefined) return named[1];
  if (claims === null) return "a signed token (JWT, RFC 7519)";
  const events = readMember(claims, "events");
  if (typeof events === "object" && events !== null && Object.hasOwn(events, LOGOUT_EVENT)) {
    return "an OpenID Connect logout token, by its claims";
  }
  const told = CLAIMS.find(([names]) => names.every((name) => Object.hasOwn(claims, name)));
  return told?.[1] ?? "a signed token (JWT, RFC 7519)";
}
