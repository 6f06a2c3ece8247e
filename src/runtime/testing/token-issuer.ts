import type { JSONWebKeySet, JWK } from "jose";
import { refuse } from "../errors/refuse.js";
import type { KeyResolver } from "../keys/key-forms.js";
import type { TokenPolicy } from "../policy/definition.js";
import { readOptions } from "../policy/read-options.js";
import { type FakeKey, makeFakeKey } from "./fake-keys.js";
import { type KeySetHandler, keySetHandler } from "./key-set-handler.js";
import { createTestClock, type TestClock } from "./test-clock.js";

/** How an issuer for tests is set up. */
export interface FakeIssuerOptions {
  /** Where its clock stands; without it the clock goes with that of the machine. A number is seconds since 1970. */
  readonly now?: Date | number;
}

/** An issuer for tests: keys that were made for it and that nobody else has, and a clock. */
export interface TokenIssuer {
  readonly clock: TestClock;
  /** The public keys that it publishes now; an object of its own after each rotation. */
  readonly jwks: JSONWebKeySet;
  /** The secrets of HMAC algorithms, which no issuer publishes. */
  readonly secrets: JSONWebKeySet;
  /** What verify takes as `key`: the public keys, and the secrets, of the moment at which a token is verified. */
  readonly key: KeyResolver;
  /** Answers each request with the key set; `GET` and `HEAD` only. For Hono, MSW, Deno, Bun; docs/testing.md has the line for Node. */
  readonly handler: KeySetHandler;
  /** The private key (JWK) that tokens of an algorithm are signed with now. */
  signingKey(algorithm: string): JWK;
  /** Makes new keys, with which tokens are signed from then on. The old ones stay published until {@link retire}. */
  rotate(): Promise<void>;
  /** Publishes no more than the keys that sign now: tokens of the others are refused. */
  retire(): void;
}

/**
 * Makes an issuer with a key for each algorithm of some policies.
 *
 * @throws {ClaimsError} `invalid_option`
 */
export async function createTokenIssuer(
  policies: readonly TokenPolicy[],
  options: FakeIssuerOptions = {},
): Promise<TokenIssuer> {
  const now = readOptions(options, ["now"]).get("now");
  // readNow() within says what is no time.
  const clock = createTestClock(now as Date | number | undefined);
  const algorithms = [...new Set(policies.flatMap((policy) => policy.algorithms))];
  let generation = 0;
  let current: readonly FakeKey[] = [];
  let keys: readonly FakeKey[] = [];
  let jwks: JSONWebKeySet = { keys: [] };
  let secrets: JSONWebKeySet = { keys: [] };

  const publish = (published: readonly FakeKey[]) => {
    keys = published;
    const isSecret = ({ publicJwk }: FakeKey) => publicJwk.kty === "oct";
    jwks = { keys: keys.filter((key) => !isSecret(key)).map(({ publicJwk }) => publicJwk) };
    secrets = { keys: keys.filter(isSecret).map(({ publicJwk }) => publicJwk) };
  };
  const rotate = async () => {
    generation += 1;
    current = await Promise.all(algorithms.map((alg) => makeFakeKey(alg, `fake-${alg.toLowerCase()}-${generation}`)));
    publish([...current, ...keys]);
  };
  await rotate();

  return {
    clock,
    get jwks() {
      return jwks;
    },
    get secrets() {
      return secrets;
    },
    key: () => ({ keys: [...jwks.keys, ...secrets.keys] }),
    handler: keySetHandler(() => jwks),
    signingKey(algorithm) {
      const key = current.find(({ alg }) => alg === algorithm);
      if (key === undefined) throw refuse("algorithm_not_allowed");
      return key.privateJwk;
    },
    rotate,
    retire: () => publish(current),
  };
}
