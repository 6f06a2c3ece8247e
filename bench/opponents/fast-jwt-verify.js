import { createVerifier } from "fast-jwt";
import { AUDIENCE, ISSUER, TYPE } from "../sample/claims.js";
import { exportKey } from "../sample/keys.js";
import { TOKEN_CHECKS } from "./checks.js";

/** fast-jwt with a verifier that is made once, without its cache. */
export const FAST_JWT = "fast-jwt";

/** fast-jwt without and with its cache. */
export function fastJwtVerifiers({ alg, key }) {
  const options = {
    key: exportKey(key),
    algorithms: [alg],
    allowedIss: ISSUER,
    allowedAud: AUDIENCE,
    checkTyp: TYPE,
    requiredClaims: ["exp", "iss", "aud"],
  };
  return [
    { name: FAST_JWT, checks: TOKEN_CHECKS, verify: createVerifier(options) },
    {
      name: "fast-jwt, cache",
      checks: TOKEN_CHECKS,
      verify: createVerifier({ ...options, cache: 1000 }),
      cached: true,
    },
  ];
}
