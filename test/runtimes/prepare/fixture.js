import { ALGORITHMS } from "./algorithms.js";
import { forge } from "./forge.js";
import { makeKeys, makeWeakRsa, writtenForms } from "./keys.js";
import { spoiltSignatures } from "./spoilt-signatures.js";
import { tokenTable } from "./token-table.js";

/** 2025-01-01T00:00:00Z, in seconds: the time at which tokens are issued and verified. */
const NOW = 1_735_689_600;

/**
 * All that the suite is given: keys in written form and tokens that Node has signed, as a value that JSON can hold. It is
 * made once and handed to every runtime, so all answer to the same bytes.
 */
export function makeFixture() {
  const keys = makeKeys();
  const claims = {
    ...{ iss: "https://auth.acme.example", aud: "https://any.acme.example", sub: "u1" },
    ...{ iat: NOW, exp: NOW + 600, jti: "j1" },
  };
  const tokenOf = (algorithm, { privateKey }, header = {}) =>
    forge(algorithm, privateKey, { alg: algorithm.alg, typ: "JWT", ...header }, claims);
  return {
    now: NOW,
    keys: Object.fromEntries(
      Object.entries(keys).map(([family, { own, other }]) => [
        family,
        { own: writtenForms(own), other: writtenForms(other) },
      ]),
    ),
    weakRsa: writtenForms(makeWeakRsa()),
    algorithms: ALGORITHMS.map((algorithm) => {
      const { own, other } = keys[algorithm.family];
      const token = tokenOf(algorithm, own);
      return {
        alg: algorithm.alg,
        family: algorithm.family,
        token,
        withKeyId: tokenOf(algorithm, own, { kid: "own" }),
        withUnknownKeyId: tokenOf(algorithm, own, { kid: "unknown" }),
        bySomebodyElse: tokenOf(algorithm, other),
        spoilt: spoiltSignatures(algorithm, token),
      };
    }),
    tokens: tokenTable(keys["P-256"], NOW),
  };
}
