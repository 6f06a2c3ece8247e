/** The families of JWS algorithms, each by the name of its function and of its file in the runtime. */
const FAMILIES: readonly (readonly [name: string, algorithms: RegExp])[] = [
  ["ecdsa", /^ES/],
  ["eddsa", /^Ed/],
  ["hmac", /^HS/],
  ["rsa", /^[RP]S/],
];

/** The names of the families that some algorithms are of: a module of a token imports no others. */
export function keyFamilies(algorithms: readonly string[]): string[] {
  return FAMILIES.filter(([, pattern]) => algorithms.some((alg) => pattern.test(alg))).map(([name]) => name);
}
