import { importJWK, jwtVerify } from "jose";
import { zodClaims } from "../opponents/zod-claims.js";
import { EXPECTED } from "./expected.js";

/** A verify as it is written by hand with jose and zod. */
export async function verifyAccessToken(token, { key }) {
  const { payload } = await jwtVerify(token, await importJWK(key, "ES256"), EXPECTED);
  return zodClaims.parse(payload);
}
