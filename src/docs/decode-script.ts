import { claimTable } from "../model/claim-table.js";
import { hasIssuerPattern } from "../model/issuer-parameters.js";
import type { Project } from "../model/model.js";
import { publishedPolicy } from "../model/published-policy.js";
import { registeredClaimsSchema } from "../model/standard-claims.js";
import { compileValidators } from "../schema/compile/compile.js";
import type { JsonObject, Schema } from "../schema/json-schema.js";
import type { Catalogue } from "./catalogue.js";
import { summaryOf } from "./prose.js";

/** What the bundle of the decoder's page calls itself. */
const BUNDLE = "claimsmithDecode";

/**
 * The script of the decoder's page: the bundle that reads and judges, the validators of all kinds of tokens as the generated
 * package has them, and what the page says of each claim.
 *
 * @param bundle - as it was built for browsers
 * @throws {SchemaError} where a claim set cannot be compiled
 */
export function decodeScript(project: Project, catalogue: Catalogue, bundle: string): string {
  const schemas = project.tokens.flatMap(({ claimSet }, at): [string, Schema][] => [
    [`open${at}`, claimSet.open],
    [`closed${at}`, claimSet.closed],
  ]);
  const all = Object.fromEntries<Schema>([...schemas, ["plain", registeredClaimsSchema()]]);
  // Without a first pass, which takes half as much code again and saves a millisecond that nobody here waits for.
  const { code, imports } = compileValidators(all, []);
  const names = Object.values(imports).flat();
  const validators = project.tokens.map((_, at) => `{ open: open${at}, closed: closed${at} }`);
  // A literal would make a prototype of a member `__proto__`.
  const data = `JSON.parse(${JSON.stringify(JSON.stringify(kindData(project, catalogue)))})`;
  return [
    '(() => {\n"use strict";',
    bundle.trim(),
    names.length === 0 ? "" : `const { ${names.join(", ")} } = ${BUNDLE}.runtime;`,
    code.trim(),
    `${BUNDLE}.start(${data}, [${validators.join(", ")}], plain);`,
    "})();",
  ].join("\n");
}

/** In the form of src/browser/kind-data.ts. */
function kindData({ tokens, namespaces }: Project, catalogue: Catalogue): readonly JsonObject[] {
  return tokens.flatMap(({ key, policy, claimSet, names }, at): JsonObject[] => {
    const entry = catalogue.tokens[at];
    if (entry === undefined) return [];
    const { example, claims, title } = entry;
    const { names: claimNames, aliases } = claimTable(claimSet.claims, namespaces);
    return [
      {
        key,
        title,
        page: names.kebab,
        policy: publishedPolicy(key, policy),
        acceptedTypes: policy.acceptedTypes,
        claimNames: { names: claimNames, namespaces, aliases },
        hasIssuerPattern: hasIssuerPattern(policy),
        claims: claims.map(({ name, id, description, type, filledIn }) => ({
          name,
          id,
          description: description === null ? null : summaryOf(description),
          type,
          filledIn: filledIn !== null,
        })),
        example:
          example === null
            ? null
            : { header: example.header, claims: example.claims, signature: example.token.split(".")[2] ?? "" },
      },
    ];
  });
}
