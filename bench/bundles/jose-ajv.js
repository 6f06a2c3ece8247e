import Ajv2020 from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { importJWK, jwtVerify } from "jose";
import schema from "../sample/access-token.schema.json" with { type: "json" };
import { EXPECTED } from "./expected.js";

const ajv = new Ajv2020();
addFormats(ajv, ["email", "uuid"]);
const validate = ajv.compile(schema);

/** A verify as it is written by hand with jose and ajv. */
export async function verifyAccessToken(token, { key }) {
  const { payload } = await jwtVerify(token, await importJWK(key, "ES256"), EXPECTED);
  if (!validate(payload)) throw new TypeError(ajv.errorsText(validate.errors));
  return payload;
}
