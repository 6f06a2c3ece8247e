import jsonwebtoken from "jsonwebtoken";
import { AUDIENCE, ISSUER } from "../sample/claims.js";
import { TOKEN_CHECKS } from "./checks.js";

/** jsonwebtoken, which knows no EdDSA and has no option for `typ`. */
export function jsonwebtokenVerifiers({ alg, key }) {
  if (alg === "EdDSA") return [];
  const options = { algorithms: [alg], issuer: ISSUER, audience: AUDIENCE };
  const checks = TOKEN_CHECKS.filter((check) => check !== "type");
  return [{ name: "jsonwebtoken", checks, verify: (token) => jsonwebtoken.verify(token, key, options) }];
}
