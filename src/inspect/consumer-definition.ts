import { claimTable } from "../model/claim-table.js";
import { hasIssuerPattern } from "../model/issuer-parameters.js";
import type { Token } from "../model/model.js";
import { publishedPolicy } from "../model/published-policy.js";
import { KEY_FAMILIES } from "../runtime/algorithms/key-families.js";
import { ALL_RULES } from "../runtime/claims/all-rules.js";
import { stripUndeclared } from "../runtime/claims/strip.js";
import type { ClaimsValidator } from "../runtime/errors/claim-issue.js";
import { matchIssuer } from "../runtime/policy/issuer-pattern.js";
import { compileSchema } from "../schema/compile/compile.js";
import type { SchemaObject } from "../schema/json-schema.js";
import type { KnownKind } from "./kind.js";

/** The definition that the generated package has for a token, with validators in memory. Compiled when first asked for. */
export function consumerDefinition(token: Token, namespaces: readonly string[]): KnownKind {
  const { policy, claimSet } = token;
  const validators = new Map<SchemaObject, ClaimsValidator>();
  const compiled = (schema: SchemaObject): ClaimsValidator => {
    const known = validators.get(schema) ?? compileSchema(schema);
    validators.set(schema, known);
    return known;
  };
  return {
    policy: publishedPolicy(token.key, policy),
    acceptedTypes: policy.acceptedTypes,
    families: KEY_FAMILIES,
    claimNames: { ...claimTable(claimSet.claims, namespaces), rules: ALL_RULES },
    get open() {
      return compiled(claimSet.open);
    },
    get closed() {
      return compiled(claimSet.closed);
    },
    strip: policy.unknownClaims === "strip" ? stripUndeclared : null,
    ...(hasIssuerPattern(policy) ? { matchIssuer } : {}),
  };
}
