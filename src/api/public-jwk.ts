import type { JWK } from "jose";

/** The public members of each type of key (RFC 7518 section 6, RFC 8037 section 2). */
const MATERIAL: ReadonlyMap<unknown, readonly (keyof JWK)[]> = new Map([
  ["EC", ["crv", "x", "y"]],
  ["OKP", ["crv", "x"]],
  ["RSA", ["n", "e"]],
]);

/** What a JWK says of itself beside its material (RFC 7517 section 4). */
const DESCRIPTION: readonly (keyof JWK)[] = ["kid", "alg", "use"];

/**
 * The public half of a JWK; null where there is none, as of a secret, or where a member of it is missing.
 *
 * What goes over is a list of names, so that no private member can, whatever it is called.
 */
export function publicJwk(jwk: JWK): JWK | null {
  const material = MATERIAL.get(jwk.kty);
  if (material === undefined) return null;
  const shown: [string, unknown][] = [["kty", jwk.kty]];
  for (const name of [...DESCRIPTION, ...material]) {
    const value = Object.hasOwn(jwk, name) ? jwk[name] : undefined;
    if (typeof value === "string") shown.push([name, value]);
    else if (value !== undefined || material.includes(name)) return null;
  }
  // Each name is one of a JWK's, and each value a string as they are.
  return Object.fromEntries(shown) as JWK;
}
