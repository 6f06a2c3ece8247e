import { ALL_CHECKS } from "./checks.js";

/** The generated package, as a service calls it. */
export const CLAIMSMITH = "claimsmith";

/** The same with a cache of verified tokens. */
export const CLAIMSMITH_CACHE = "claimsmith, cache";

/** The helpers of the sample package for a token: with a key object, with a JWK, and with a cache where there is one. */
export function claimsmithVerifiers({ token, key, exports }) {
  const verify = exports[`verify${token}`];
  const jwk = key.export({ format: "jwk" });
  const createVerifier = exports[`create${token}Verifier`];
  const plain = [
    { name: CLAIMSMITH, checks: ALL_CHECKS, verify: (text) => verify(text, { key }) },
    { name: "claimsmith, key as JWK", checks: ALL_CHECKS, verify: (text) => verify(text, { key: jwk }), alone: true },
  ];
  if (createVerifier === undefined) return plain;
  const cached = createVerifier({ key, cache: { entries: 1000 } });
  return [...plain, { name: CLAIMSMITH_CACHE, checks: ALL_CHECKS, verify: (text) => cached(text), cached: true }];
}
