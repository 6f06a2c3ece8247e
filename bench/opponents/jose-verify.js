import { importJWK, jwtVerify } from "jose";
import { AUDIENCE, ISSUER, TYPE } from "../sample/claims.js";
import { ALL_CHECKS, TOKEN_CHECKS } from "./checks.js";
import { zodClaims } from "./zod-claims.js";

/** jose with a key that is imported once, alone and with the claim set in zod behind it. */
export async function joseVerifiers({ alg, key }) {
  const imported = await importJWK(key.export({ format: "jwk" }), alg);
  const options = { algorithms: [alg], issuer: ISSUER, audience: AUDIENCE, typ: TYPE, requiredClaims: ["exp"] };
  const verify = async (token) => (await jwtVerify(token, imported, options)).payload;
  return [
    { name: "jose", checks: TOKEN_CHECKS, verify },
    { name: "jose + zod", checks: ALL_CHECKS, verify: async (token) => zodClaims.parse(await verify(token)) },
  ];
}
