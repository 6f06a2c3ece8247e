import type { EngineKey } from "../engine/crypto-engine.js";
import { createBoundedMap } from "../text/bounded-map.js";

/** A token whose signature was verified. The token itself is not kept: its hash stands for it. */
export interface KnownToken {
  /** The payload's text. */
  readonly payload: string;
  /** The key that verified the signature. */
  readonly key: EngineKey;
  /** Claim `exp`. Seconds since 1970. */
  readonly exp: number;
}

/** Tokens whose signature was verified, by the hash of the whole token. */
export interface KnownTokens {
  /** The token of a hash, unless it has expired. `now`: seconds since 1970. */
  recall(hash: string, now: number): KnownToken | undefined;
  remember(hash: string, token: KnownToken, now: number): void;
  forget(hash: string): void;
}

/** Makes a memory for so many tokens: the one longest unused goes first, and each goes when it has expired. */
export function createKnownTokens(entries: number): KnownTokens {
  const tokens = createBoundedMap<string, KnownToken>(entries);
  return {
    recall(hash, now) {
      const known = tokens.get(hash);
      if (known === undefined || now < known.exp) return known;
      tokens.delete(hash);
      return undefined;
    },
    remember(hash, token, now) {
      if (now >= token.exp) return;
      // Each that comes takes two away that nobody will ask for again, so that none stays much longer than it lives.
      tokens.dropOldest(2, (known) => now >= known.exp);
      tokens.set(hash, token);
    },
    forget: (hash) => tokens.delete(hash),
  };
}
