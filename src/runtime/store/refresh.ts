import { refuse } from "../errors/refuse.js";
import { secondsOf } from "./mark-time.js";
import { type RefreshClaims, type RefreshOptions, readRefreshOptions } from "./refresh-options.js";

export type { NextToken, RefreshClaims, RefreshOptions } from "./refresh-options.js";
export type { FamilyStep, FamilyStore, TokenStore } from "./token-store.js";

/** Hands out refresh tokens of which each counts once (RFC 9700 section 4.14.2). */
export interface RefreshRotation<Session, Pair> {
  /**
   * Begins a family, for a user who has just logged in: what `issue` makes of it.
   *
   * @throws {ClaimsError} `revocation_unavailable`; and what `issue` throws
   */
  begin(session: Session): Promise<Pair>;
  /**
   * Takes a refresh token and gives the next one: what `issue` makes of it. A token that was taken before ends its family,
   * since one of the two who showed it has stolen it.
   *
   * @throws {ClaimsError} `token_revoked`, `revocation_unavailable`; and what `verify` and `issue` throw
   */
  rotate(token: string): Promise<Pair>;
  /**
   * Ends the family of a refresh token, for a user who logs out.
   *
   * @throws {ClaimsError} `revocation_unavailable`; and what `verify` throws
   */
  end(token: string): Promise<void>;
}

/**
 * Makes the rotation of one kind of refresh token, whose claim set declares `jti` and `sid`, the id of the family.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export function createRefreshRotation<Claims extends RefreshClaims & Session, Session extends object, Pair>(
  options: RefreshOptions<Claims, Session, Pair>,
): RefreshRotation<Session, Pair> {
  const { store, lifetime, verify, issue, onReuse } = readRefreshOptions(options);
  const seconds = secondsOf(lifetime);

  async function check(token: string): Promise<Claims> {
    const { claims } = await verify(token);
    for (const name of ["jti", "sid"] as const) {
      if (!Object.hasOwn(claims, name) || typeof claims[name] !== "string") {
        throw refuse("token_revoked", `Without claim "${name}" the token belongs to no family.`);
      }
    }
    return claims;
  }
  return {
    async begin(session) {
      const next = { jti: crypto.randomUUID(), sid: crypto.randomUUID() };
      await store.beginFamily(next.sid, next.jti, seconds);
      try {
        return await issue(next, session);
      } catch (error) {
        await giveBack(() => store.endFamily(next.sid));
        throw error;
      }
    },
    async rotate(token) {
      const claims = await check(token);
      const { jti, sid } = claims;
      const next = { jti: crypto.randomUUID(), sid };
      const step = await store.advanceFamily(sid, jti, next.jti, seconds);
      if (step === "reused") tell(onReuse, claims);
      if (step !== "advanced") throw refuse("token_revoked", "The refresh token does not count any more.");
      try {
        return await issue(next, claims);
      } catch (error) {
        // Nobody has the next token, so that this one stays the present one.
        await giveBack(() => store.advanceFamily(sid, next.jti, jti, seconds));
        throw error;
      }
    },
    async end(token) {
      const { sid } = await check(token);
      await store.endFamily(sid);
    },
  };
}

/** What fails here leaves the family without a token that counts: the user logs in again. */
async function giveBack(act: () => Promise<unknown>): Promise<void> {
  await act().catch(() => undefined);
}

/** Nobody waits for it, and what goes wrong with it goes no further. */
function tell<Claims>(onReuse: ((claims: Claims) => unknown) | undefined, claims: Claims): void {
  if (onReuse === undefined) return;
  const told = Promise.resolve(claims).then(onReuse);
  told.catch(() => undefined);
}
