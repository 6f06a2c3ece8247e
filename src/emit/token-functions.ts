import type { Token } from "../model/model.js";
import { verifiedType, verifiedTypes } from "./issuer-types.js";
import type { FunctionItem } from "./module.js";

/** `verifyX` and `createXVerifier` of a token that is verified. */
export function verifyFunctions(token: Token): readonly FunctionItem[] {
  return [verifyFunction(token), verifierFunction(token)];
}

/** `validateXClaims` and `isXClaims`, which check claims apart from any token. */
export function validateFunctions(token: Token): readonly FunctionItem[] {
  return [validateFunction(token), guardFunction(token)];
}

/** `issueX` of a token that is issued. */
export function issueFunction({ names: { pascal }, policy, claimSet }: Token): FunctionItem {
  const filled = claimSet.claims.filter((claim) => claim.filledIn !== null).map((claim) => `\`${claim.shortName}\``);
  return {
    kind: "function",
    doc: [
      `Signs a token of the claims, after checking them: undeclared claims are refused, ${list(filled)} ${filled.length === 1 ? "is" : "are"} filled in where missing.`,
      "",
      "@param claims - what the producer supplies; read once",
      "@param options - the signing key, and what differs for this token",
      `@returns the compact JWS, signed with ${policy.algorithms.join(", ")} and valid for ${policy.lifetimeSeconds} seconds unless \`expiresIn\` says less`,
      "@throws {ClaimsError} `invalid_claims` with all `issues`, `invalid_key`, `algorithm_not_allowed`, `lifetime_exceeded` and others",
    ].join("\n"),
    name: `issue${pascal}`,
    parameters: [
      { name: "claims", type: `${pascal}Input` },
      { name: "options", type: "IssueOptions" },
    ],
    returns: "Promise<string>",
    body: "return issue(producer, claims, options);",
  };
}

function verifyFunction(token: Token): FunctionItem {
  const { pascal } = token.names;
  return {
    kind: "function",
    doc: [
      "The claims and the protected header of a token, once everything about it is checked: size, form, algorithm, `typ`,",
      "signature, times, issuer, audience, then the claim set (RFC 7519 section 7.2, RFC 8725).",
      "",
      "@param token - the compact JWS, without `Bearer`",
      "@param options - the key or keys to trust, and what this call demands beyond the policy",
      "@throws {ClaimsError} whose `code` says which check refused the token",
    ].join("\n"),
    name: `verify${pascal}`,
    parameters: [
      { name: "token", type: "string" },
      { name: "options", type: "VerifyOptions" },
    ],
    returns: `Promise<${verifiedType("VerifiedToken", token)}>`,
    body: "return verify(consumer, token, options);",
  };
}

function verifierFunction(token: Token): FunctionItem {
  const { pascal } = token.names;
  return {
    kind: "function",
    doc: [
      `A function that verifies as {@link verify${pascal}} does, with a key and demands that are given once.`,
      "",
      "With `cache: { entries }`, a token that it has verified before costs no second signature; all else is checked each time,",
      "and the key has to be among yours still.",
      "",
      "@param options - the key or keys to trust, and what each call demands beyond the policy",
      "@throws {ClaimsError} `invalid_option`, `invalid_key`; the function rejects with the codes of verify",
    ].join("\n"),
    name: `create${pascal}Verifier`,
    parameters: [{ name: "options", type: "VerifierOptions" }],
    returns: `Verifier<${verifiedTypes(token).join(", ")}>`,
    body: "return create(consumer, options);",
  };
}

function validateFunction({ names: { pascal } }: Token): FunctionItem {
  return {
    kind: "function",
    doc: "The value as claims, or everything that is wrong with it. Checks the claim set as consumers read it; no signature, no times.",
    name: `validate${pascal}Claims`,
    parameters: [{ name: "value", type: "unknown" }],
    returns: `ValidationResult<${pascal}Claims>`,
    body: "return validate(consumer, value);",
  };
}

function guardFunction({ names: { pascal } }: Token): FunctionItem {
  return {
    kind: "function",
    doc: "Whether the value conforms to the claim set as consumers read it.",
    name: `is${pascal}Claims`,
    parameters: [{ name: "value", type: "unknown" }],
    returns: `value is ${pascal}Claims`,
    body: `return !("issues" in validate${pascal}Claims(value));`,
  };
}

/** "`a`", "`a` and `b`", "`a`, `b` and `c`". */
function list(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
