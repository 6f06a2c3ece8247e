import { refuse } from "../errors/refuse.js";
import { askStore } from "./ask-store.js";
import { type MarkKind, markKey } from "./mark-key.js";
import { secondsLeft, subjectMark } from "./mark-time.js";
import type { Answer, Marks } from "./marks.js";
import { readIdentity } from "./read-identity.js";
import type { TokenStore } from "./token-store.js";

/**
 * Makes a store of marks.
 *
 * @param timeout - milliseconds that a call waits; verify waits as long as its own option says
 */
export function createMarkStore(marks: Marks, timeout: number): TokenStore {
  /** The mark of a token or a subject; null where there is none. */
  function find(kind: MarkKind, issuer: string | undefined, id: string | undefined): Answer<string | null> {
    return id === undefined ? null : chain(markKey(kind, issuer ?? null, id), (key) => marks.read(key));
  }
  async function change<Value>(key: Answer<string>, act: (key: string) => Answer<Value>): Promise<Value> {
    const known = await key;
    return askStore(() => act(known), timeout);
  }
  return {
    isRevoked({ jti, sub, iss, iat }) {
      const [single, before] = [find("revoked", iss, jti), find("subject", iss, sub)];
      if (single instanceof Promise || before instanceof Promise) {
        return Promise.all([single, before]).then((both) => judge(iat, ...both));
      }
      return judge(iat, single, before);
    },
    async revoke(token) {
      const { issuer, id, exp } = readIdentity(token, "jti");
      const seconds = secondsLeft(exp);
      // Nobody accepts it any more.
      if (seconds > 0) await change(markKey("revoked", issuer, id), (key) => marks.raise(key, 1, seconds));
    },
    async revokeSubject(subject, options) {
      const { issuer, id } = readIdentity(subject, "sub");
      const { before, seconds } = subjectMark(options);
      await change(markKey("subject", issuer, id), (key) => marks.raise(key, before, seconds));
    },
    async useOnce(token) {
      const { issuer, id, exp } = readIdentity(token, "jti");
      const seconds = secondsLeft(exp);
      // The mark of its use may be forgotten by now.
      if (seconds <= 0) throw refuse("expired");
      const isFirst = await change(markKey("used", issuer, id), (key) => marks.add(key, "1", seconds));
      if (isFirst !== true) throw refuse("token_revoked", "The token was used before, and it counts once.");
    },
    async beginFamily(family, tokenId, seconds) {
      const isNew = await change(markKey("family", null, family), (key) => marks.add(key, tokenId, seconds));
      if (isNew !== true) throw refuse("revocation_unavailable", "The store knows the family already.");
    },
    advanceFamily: (family, from, to, seconds) =>
      change(markKey("family", null, family), (key) => marks.swap(key, from, to, seconds)),
    async endFamily(family) {
      await change(markKey("family", null, family), (key) => marks.drop(key));
    },
  };
}

/** Whether a token is revoked, by its own mark and by that of its subject. */
function judge(iat: number | undefined, single: string | null, before: string | null): boolean {
  if (single !== null) return true;
  if (before === null) return false;
  // Whatever is no number counts as every time.
  return iat === undefined || !(iat >= Number(before));
}

function chain<From, To>(value: Answer<From>, next: (value: From) => Answer<To>): Answer<To> {
  return value instanceof Promise ? value.then(next) : next(value);
}
