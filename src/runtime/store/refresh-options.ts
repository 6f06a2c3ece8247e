import { refuse } from "../errors/refuse.js";
import type { TokenPolicy } from "../policy/definition.js";
import { readOptions } from "../policy/read-options.js";
import type { FamilyStore } from "./token-store.js";

/** What the claim set of a refresh token has to declare, so that it can be rotated. */
export interface RefreshClaims {
  readonly jti: string;
  /** Id of the family: all tokens that follow from one login. Registered by OpenID Connect Front-Channel Logout 1.0. */
  readonly sid: string;
}

/** The claims that make the next refresh token the only one of its family that counts; sign them as they are. */
export interface NextToken {
  readonly jti: string;
  readonly sid: string;
}

/** How refresh tokens are rotated. */
export interface RefreshOptions<Claims extends RefreshClaims & Session, Session extends object, Pair> {
  /** Where the present token of each family stands: `createRedisStore`, or `createMemoryStore` for a single process. */
  readonly store: FamilyStore;
  /** The policy of the refresh token; a family that is not used for its `lifetime` ends. */
  readonly policy: Pick<TokenPolicy, "lifetime">;
  /** Verifies a refresh token: the generated function of its kind, with the key, and the store if subjects are revoked. */
  readonly verify: (token: string) => Promise<{ readonly claims: Claims }>;
  /**
   * Issues the next refresh token, and what goes with it. The session is what `begin` was given, or the claims of the token that
   * was taken: enough to know the user by. What the user may do now is better looked up than carried on.
   */
  readonly issue: (next: NextToken, session: Session) => Promise<Pair>;
  /** Is told of the claims of a token that was shown again, once its family has ended. What it throws changes nothing. */
  readonly onReuse?: (claims: Claims) => unknown;
}

const KNOWN = ["store", "policy", "verify", "issue", "onReuse"];

/**
 * Reads the options of a rotation, each once. `lifetime` is in seconds.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function readRefreshOptions<Claims extends RefreshClaims & Session, Session extends object, Pair>(
  options: RefreshOptions<Claims, Session, Pair>,
): Omit<RefreshOptions<Claims, Session, Pair>, "policy"> & { readonly lifetime: number } {
  const given = readOptions(options, KNOWN);
  for (const name of ["verify", "issue", ...(given.has("onReuse") ? ["onReuse"] : [])]) {
    if (typeof given.get(name) !== "function") throw refuse("invalid_option", `Option \`${name}\` must be a function.`);
  }
  for (const name of ["beginFamily", "advanceFamily", "endFamily"]) {
    if (typeof memberOf(given.get("store"), name) !== "function") {
      throw refuse("invalid_option", `Option \`store\` must have a function \`${name}\`.`);
    }
  }
  const lifetime = memberOf(given.get("policy"), "lifetime");
  if (typeof lifetime !== "number" || !(lifetime > 0 && lifetime < Number.POSITIVE_INFINITY)) {
    throw refuse("invalid_option", "Option `policy` must be the policy of the refresh token.");
  }
  // The forms have been checked, and the compiler knows what belongs to them.
  return { ...(Object.fromEntries(given) as unknown as typeof options), lifetime };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}
