import { type ClaimMark, PROVIDERS, type Provider, type ProviderToken } from "../facts/providers.js";
import type { JsonObject } from "../schema/json-schema.js";
import { getOwn } from "../schema/own-property.js";

/** Whose token a sample seems to be. */
export interface Recognized {
  readonly provider: Provider;
  /** Null where the kind of token does not show. */
  readonly token: ProviderToken | null;
  /** What it was recognized by. */
  readonly by: "issuer" | "issuer and claims" | "claims";
}

/** Claims that have to agree where the issuer tells nothing. */
const MIN_CLAIMS = 2;

/** The provider that made a token of these claims, as far as can be told; null where none is recognized. */
export function recognizeProvider(claims: JsonObject): Recognized | null {
  const found = byIssuer(claims) ?? byClaims(claims);
  if (found === null) return null;
  const token = found.provider.tokens.find(({ marks }) => marks.some((mark) => hasMark(claims, mark))) ?? null;
  return { ...found, token };
}

function byIssuer(claims: JsonObject): Omit<Recognized, "token"> | null {
  const issuer = getOwn(claims, "iss");
  if (typeof issuer !== "string") return null;
  for (const provider of PROVIDERS) {
    const form = provider.issuers.find((each) => matchesIssuer(each, issuer));
    const agree = countClaims(provider, claims);
    // A form that hosts of others can have, too, says something only together with claims.
    if (form !== undefined && (agree > 0 || !/^https?:\/\/[^/]*\*(?:\/|$)/u.test(form))) {
      return { provider, by: agree > 0 ? "issuer and claims" : "issuer" };
    }
  }
  return null;
}

function byClaims(claims: JsonObject): Omit<Recognized, "token"> | null {
  let best: Provider | null = null;
  let most = MIN_CLAIMS - 1;
  for (const provider of PROVIDERS) {
    const agree = countClaims(provider, claims);
    // A provider with a single name of its own (`kubernetes.io`) is known by that one.
    const enough = provider.claims.length === 1 && /\W/u.test(provider.claims[0] ?? "") ? agree * MIN_CLAIMS : agree;
    if (enough > most) [best, most] = [provider, enough];
  }
  return best === null ? null : { provider: best, by: "claims" };
}

function countClaims(provider: Provider, claims: JsonObject): number {
  return provider.claims.filter((name) => Object.hasOwn(claims, name)).length;
}

function hasMark(claims: JsonObject, { claim, value }: ClaimMark): boolean {
  return value === undefined ? Object.hasOwn(claims, claim) : getOwn(claims, claim) === value;
}

/**
 * Says whether an issuer has a form such as `https://*.okta.com/oauth2/*`.
 *
 * @param form - see `Provider.issuers`
 */
export function matchesIssuer(form: string, issuer: string): boolean {
  if (!form.includes("://")) return issuer === form;
  if (issuer.length > 1000 || !URL.canParse(issuer)) return false;
  const { protocol, hostname, port, pathname, search, hash, username } = new URL(issuer);
  if (search !== "" || hash !== "" || username !== "") return false;
  const [scheme, rest = ""] = form.split("://");
  const [host = "", ...path] = rest.split("/");
  return (
    protocol === `${scheme}:` &&
    (port === "" || host === "*") &&
    matchesLabels(host, hostname) &&
    matchesPath(path, segmentsOf(pathname))
  );
}

function segmentsOf(pathname: string): readonly string[] {
  return pathname.split("/").filter((segment) => segment !== "");
}

/** `*` is one or more labels, wherever it stands. */
function matchesLabels(form: string, host: string): boolean {
  const star = form.indexOf("*");
  if (star === -1) return form === host;
  const [before, after] = [form.slice(0, star), form.slice(star + 1)];
  return host.length > before.length + after.length && host.startsWith(before) && host.endsWith(after);
}

function matchesPath([first, ...form]: readonly string[], segments: readonly string[]): boolean {
  if (first === undefined) return segments.length === 0;
  const [segment, ...rest] = segments;
  if (first === "**")
    return matchesPath(form, segments) || (segment !== undefined && matchesPath([first, ...form], rest));
  return segment !== undefined && matchesLabels(first, segment) && matchesPath(form, rest);
}
