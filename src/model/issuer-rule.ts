import { fillPlaceholders, isIssuerPattern, issuerExpression } from "../config/issuer-pattern.js";
import type { Schema } from "../schema/json-schema.js";

/** The values of `iss` that a policy accepts (RFC 7519 section 4.1.1), as a schema. */
export function issuerRule(issuers: readonly string[]): Schema {
  const patterns = issuers.filter(isIssuerPattern);
  if (patterns.length === 0) return { enum: issuers };
  const exact = issuers.filter((issuer) => !isIssuerPattern(issuer));
  return {
    anyOf: [
      ...(exact.length === 0 ? [] : [{ enum: exact }]),
      ...patterns.map((pattern) => ({ type: "string" as const, pattern: issuerExpression(pattern) })),
    ],
  };
}

/** An issuer that a policy's issuer or pattern admits: each placeholder stands for its own name. */
export function exampleIssuer(issuer: string): string {
  return fillPlaceholders(issuer, (name) => name);
}
