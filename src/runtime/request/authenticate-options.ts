import { refuse } from "../errors/refuse.js";
import { readOptions } from "../policy/read-options.js";
import type { Verifier } from "../verify/verifier.js";
import type { VerifyDemands, VerifyOptions } from "../verify/verify-options.js";
import { isRealm } from "./challenge.js";
import { isCookieName } from "./cookie.js";
import { checkWanted, type Grant } from "./grants.js";

/** Where the token of a request may stand, and what it has to grant. */
export interface RequestDemands<Scope extends string = never> {
  /** Takes the token from this cookie, too. The service then has to see to forged requests (CSRF) itself: see `source`. */
  readonly cookie?: string;
  /** Demands each of these scopes (RFC 6749 section 3.3). */
  readonly scope?: Scope | readonly Scope[];
  /** Names the protected space in the challenge (RFC 9110 section 11.5): printable ASCII without `"` and `\`. */
  readonly realm?: string;
}

/** How a request is authenticated: with the options of verify, or with a verifier that was made before. */
export type AuthenticateOptions<Claims, Scope extends string = never, More = unknown> = RequestDemands<Scope> &
  (
    | (VerifyOptions & { readonly verifier?: never })
    | (VerifyDemands & { readonly verifier: Verifier<Claims, More>; readonly key?: never })
  );

/** The options of authenticate, checked, but for those that are verify's. */
export interface CheckedAuthenticateOptions {
  readonly cookie: string | null;
  readonly scope: readonly unknown[] | null;
  readonly realm: string | null;
  /** A function, if not null; what it says is taken as verify's answer. */
  readonly verifier: unknown;
  /** The others, for verify or the verifier to check. */
  readonly rest: Readonly<Record<string, unknown>>;
}

const OWN_OPTIONS = ["cookie", "scope", "realm", "verifier"];

/**
 * Reads the options of authenticate, each once.
 *
 * @param grant - the claim that holds the scope; null where the claim set has none
 * @throws {ClaimsError} `invalid_option`
 */
export function readAuthenticateOptions(options: unknown, grant: Grant | null): CheckedAuthenticateOptions {
  // Those that are not known here are verify's to check.
  const given = readOptions(options, typeof options === "object" && options !== null ? Object.keys(options) : ["key"]);
  const [cookie, realm, verifier] = [given.get("cookie"), given.get("realm"), given.get("verifier")];
  if (given.has("cookie") && !isCookieName(cookie)) {
    throw refuse("invalid_option", "Option `cookie` must be the name of a cookie.");
  }
  if (given.has("realm") && !isRealm(realm)) {
    throw refuse("invalid_option", 'Option `realm` must be printable ASCII without `"` and `\\`.');
  }
  if (given.has("verifier") && typeof verifier !== "function") {
    throw refuse("invalid_option", "Option `verifier` must be a function.");
  }
  return {
    cookie: isCookieName(cookie) ? cookie : null,
    scope: given.has("scope") ? readScope(given.get("scope"), grant) : null,
    realm: isRealm(realm) ? realm : null,
    verifier: verifier ?? null,
    rest: Object.fromEntries([...given].filter(([name]) => !OWN_OPTIONS.includes(name))),
  };
}

function readScope(scope: unknown, grant: Grant | null): readonly unknown[] {
  if (grant === null) throw refuse("invalid_option", "Option `scope` needs a claim set that has a scope.");
  const wanted: readonly unknown[] = Array.isArray(scope) ? [...scope] : [scope];
  checkWanted(grant, wanted);
  return wanted;
}
