import { importJWK, jwtVerify } from "jose";
import * as v from "valibot";
import { valibotClaims } from "../opponents/valibot-claims.js";
import { EXPECTED } from "./expected.js";

/** A verify as it is written by hand with jose and valibot. */
export async function verifyAccessToken(token, { key }) {
  const { payload } = await jwtVerify(token, await importJWK(key, "ES256"), EXPECTED);
  return v.parse(valibotClaims, payload);
}
