import { refuse } from "../errors/refuse.js";
import type { GivenOptions } from "../policy/read-options.js";
import { askStore, readWait } from "../store/ask-store.js";
import type { RevocationStore, TokenIdentity } from "../store/token-store.js";

/** Takes down what the store is to be told of some claims, and gives what asks it. */
export type PrepareCheck = (claims: Readonly<Record<string, unknown>>) => () => Promise<void>;

const TOLD = ["iss", "sub", "jti", "iat", "exp"];

/**
 * The check of the options `store` and `storeTimeout`; null where there is none. It is prepared before undeclared claims are
 * taken out, since the store has to know of a `jti` that the claim set does not declare, and asked after everything else.
 *
 * @throws {ClaimsError} `invalid_option`; what it gives rejects with `token_revoked`, `revocation_unavailable`
 */
export function readStore(given: GivenOptions): PrepareCheck | null {
  if (!given.has("store")) {
    // Whoever says how long a store may take believes that one is asked.
    if (given.has("storeTimeout")) throw refuse("invalid_option", "Option `storeTimeout` needs `store`.");
    return null;
  }
  // Only this much of it is needed, and looked at below.
  const store = given.get("store") as Partial<RevocationStore> | null | undefined;
  if (typeof store?.isRevoked !== "function") throw refuse("invalid_option", "Option `store` needs `isRevoked`.");
  const timeout = readWait(given, "storeTimeout");
  return (claims) => {
    const told = Object.fromEntries(Object.entries(claims).filter(([name]) => TOLD.includes(name)));
    return async () => {
      // By now the claims are checked: there is an `exp`, and registered claims have their types, declared or not.
      const verdict: unknown = await askStore(() => store.isRevoked?.(told as unknown as TokenIdentity), timeout);
      if (verdict !== false) throw refuse(verdict === true ? "token_revoked" : "revocation_unavailable");
    };
  };
}
