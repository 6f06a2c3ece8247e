import { importJWK, jwtVerify } from "jose";
import { zodMiniClaims } from "../opponents/zod-mini-claims.js";
import { EXPECTED } from "./expected.js";

/** A verify as it is written by hand with jose and zod's form for small bundles. */
export async function verifyAccessToken(token, { key }) {
  const { payload } = await jwtVerify(token, await importJWK(key, "ES256"), EXPECTED);
  return zodMiniClaims.parse(payload);
}
