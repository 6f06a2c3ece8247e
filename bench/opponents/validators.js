// Who validates claims that are already decoded.
import path from "node:path";
import { Compile } from "typebox/compile";
import * as v from "valibot";
import { ajvStandalone } from "./ajv-standalone.js";
import { typeboxClaims } from "./typebox-claims.js";
import { valibotClaims } from "./valibot-claims.js";
import { zodClaims } from "./zod-claims.js";

/** The generated validator, as a service calls it. */
export const CLAIMSMITH = "claimsmith";

/** What ajv writes when it is called without options. */
export const AJV = "ajv standalone";

/** Functions by name, each of which says whether claims are valid. */
export async function createValidators({ folder, exports }) {
  const schema = exports.accessTokenSchema.jsonSchema;
  const ajv = (name, options) => ajvStandalone(path.join(folder, `${name}.mjs`), schema, options);
  const first = await ajv("ajv-first");
  const all = await ajv("ajv-all", { allErrors: true, ownProperties: true });
  const typebox = Compile(typeboxClaims);
  return {
    [CLAIMSMITH]: (claims) => "value" in exports.validateAccessTokenClaims(claims),
    [AJV]: (claims) => first(claims),
    "ajv standalone, all errors, own properties": (claims) => all(claims),
    typebox: (claims) => typebox.Check(claims),
    zod: (claims) => zodClaims.safeParse(claims).success,
    valibot: (claims) => v.safeParse(valibotClaims, claims).success,
  };
}
