import type { Token } from "../model/model.js";
import { publishedSchema } from "../model/published-schema.js";
import { literal } from "./literal.js";
import type { Module } from "./module.js";
import { banner } from "./token-module.js";

/** The module of a token's bundled JSON Schema (draft 2020-12), for tools that read schemas. */
export function schemaModule({ claimSet }: Token): Module {
  const schema = { $schema: "https://json-schema.org/draft/2020-12/schema", ...publishedSchema(claimSet.schema) };
  return {
    banner: banner(claimSet.source),
    items: [
      { kind: "import", names: ["JsonSchema"], from: "../runtime/claims/standard-schema.js", typeOnly: true },
      {
        kind: "constant",
        doc: "The claim set with everything that it refers to, and what RFC 7519, the profile and the policy add.",
        exported: true,
        name: "jsonSchema",
        type: "JsonSchema",
        value: literal(schema),
      },
    ],
  };
}
