import type { ExampleClaims } from "../examples/example-claims.js";
import type { Token } from "../model/model.js";
import { stringLiteral } from "./literal.js";
import type { FunctionItem } from "./module.js";

type Parameter = FunctionItem["parameters"][number];

/** The functions of a token's test kit. */
export function testingFunctions(token: Token, examples: ExampleClaims): readonly FunctionItem[] {
  return [exampleFunction(token, examples), badFunction(token, examples), describeFunction(token, examples)];
}

/** The names of {@link testingFunctions}. */
export function testingExports({ names: { pascal } }: Token): readonly string[] {
  return [`example${pascal}Claims`, `bad${pascal}s`, `describe${pascal}Consumer`];
}

/** What a test gives for a token's claims: nothing, or what there is no example of. */
export function overridesParameter(token: Token, { missing }: ExampleClaims): Parameter {
  const claims = `${token.names.pascal}Claims`;
  if (missing.length === 0) return { name: "overrides", type: `Overrides<${claims}>`, optional: true };
  const names = missing.flatMap(({ claim }) => (claim === null ? [] : [claim]));
  const isWhole = names.length < missing.length;
  const demanded = isWhole ? claims : `Pick<${claims}, ${names.map(stringLiteral).join(" | ")}>`;
  return { name: "overrides", type: `Overrides<${claims}> & ${demanded}` };
}

function exampleFunction(token: Token, examples: ExampleClaims): FunctionItem {
  const { pascal } = token.names;
  const lacks = examples.missing.length > 0;
  return {
    kind: "function",
    doc: [
      "Claims as a verified token has them, issued at 2026-01-01T00:00:00Z: valid, and equal at every call.",
      "",
      `@param overrides - claims, or members of claims, in place of the example's; lists as a whole${lacks ? ". Those without an example have to be given" : ""}`,
      "@throws {ClaimsError} `invalid_claims` where the result does not conform to the claim set",
    ].join("\n"),
    name: `example${pascal}Claims`,
    parameters: [overridesParameter(token, examples)],
    returns: `${pascal}Claims`,
    body: `return example(${kitName(token)}, overrides);`,
  };
}

function badFunction(token: Token, examples: ExampleClaims): FunctionItem {
  const { pascal } = token.names;
  return {
    kind: "function",
    doc: [
      "Tokens with one fault each, made by an issuer's keys and clock when they are asked for: `await bad.expired()`.",
      "",
      "@param issuer - whose keys the consumer trusts",
      "@param overrides - claims of the token that the fault is put into",
    ].join("\n"),
    name: `bad${pascal}s`,
    parameters: [{ name: "issuer", type: "TokenIssuer" }, overridesParameter(token, examples)],
    returns: `Bad${pascal}s`,
    body: `return bad({ kit: ${kitName(token)}, issuer, overrides });`,
  };
}

function describeFunction(token: Token, { missing }: ExampleClaims): FunctionItem {
  const { pascal } = token.names;
  return {
    kind: "function",
    doc: [
      "Registers tests that hand a good token and each bad one to a consumer, which has to accept the one and refuse the others.",
      "",
      "@param consumer - verifies a token and rejects where it refuses it; or a service that answers requests",
      "@param options - whose keys it trusts, and the test runner where it is not to be found: vitest, jest and `node:test` are",
      "@returns once the tests are registered: await it",
    ].join("\n"),
    name: `describe${pascal}Consumer`,
    parameters: [
      { name: "consumer", type: "ConsumerVerify | ConsumerService" },
      missing.length === 0
        ? { name: "options", type: "ConsumerRunOptions", optional: true }
        : { name: "options", type: "ConsumerRunOptions & { readonly claims: object }" },
    ],
    returns: "Promise<void>",
    body: `return describe(${kitName(token)}, consumer, options);`,
  };
}

/** The name of the constant that all of a token's kit is in. */
export function kitName({ names: { camel } }: Token): string {
  return `${camel}Kit`;
}
