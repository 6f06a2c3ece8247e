import { readFileSync } from "node:fs";
import { type Inference, inferTokens, schemaFile } from "../../src/infer/infer-tokens.js";
import type { Sample } from "../../src/infer/sample.js";
import type { Project } from "../../src/model/model.js";
import { compileSchema, type ValidationComplaint } from "../../src/schema/compile/compile.js";
import type { JsonObject } from "../../src/schema/json-schema.js";
import { getOwn, isObject } from "../../src/schema/own-property.js";
import { parseText } from "../../src/text/parse-json.js";
import { projectOf, REPOSITORY } from "./project.js";

/** The shipped vocabulary, parsed. */
export const VOCABULARY = parseText(
  { file: "claimsmith:iana-jwt", text: readFileSync(`${REPOSITORY}schemas/iana-jwt.schema.json`, "utf8") },
  "schema",
);

/** What is inferred from claims without headers. */
export function inferClaims(...claimSets: readonly JsonObject[]): Inference {
  return inferTokens(
    claimSets.map((claims): Sample => ({ header: null, claims })),
    VOCABULARY,
  );
}

/** The schema of one claim that is inferred from its values, one for each token. */
export function inferClaim(name: string, values: readonly unknown[]): unknown {
  const claimSets = values.map(
    (value, index) =>
      Object.fromEntries([
        ["sub", `u${index}`],
        [name, value],
      ]) as JsonObject,
  );
  const [token] = inferClaims(...claimSets).tokens;
  const properties = token?.schema["properties"];
  return isObject(properties) ? getOwn(properties, name) : undefined;
}

/** The project that `claimsmith generate` would see. */
export function projectOfInference({ config, tokens }: Inference): Project {
  return projectOf(config, Object.fromEntries(tokens.map(({ key, schema }) => [schemaFile(key), schema])));
}

/** The complaints about claims: of a consumer's validator and of a producer's, both empty where the claims are accepted. */
export function complaintsOf(
  project: Project,
  key: string,
  claims: JsonObject,
): { readonly open: readonly ValidationComplaint[]; readonly closed: readonly ValidationComplaint[] } {
  const claimSet = project.tokens.find((token) => token.key === key)?.claimSet;
  if (claimSet === undefined) throw new TypeError(`There is no token ${key}.`);
  const [open, closed] = [claimSet.open, claimSet.closed].map((schema) => {
    const validator = compileSchema(schema);
    return validator(claims) ? [] : (validator.errors ?? []);
  });
  return { open: open ?? [], closed: closed ?? [] };
}
