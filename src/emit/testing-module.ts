import type { BadClaimNames } from "../examples/bad-claim-names.js";
import type { ExampleClaims } from "../examples/example-claims.js";
import { hasIssuerPattern } from "../model/issuer-parameters.js";
import type { Token } from "../model/model.js";
import { literal } from "./literal.js";
import type { ConstantItem, Module, ModuleItem } from "./module.js";
import { kitName, testingFunctions } from "./testing-functions.js";
import { badTokensType } from "./testing-types.js";
import { banner, producerMembers } from "./token-module.js";

/** What the test kit of one token is made of. */
export interface TestingFacts {
  readonly examples: ExampleClaims;
  readonly bad: BadClaimNames;
}

/** The module of the test kit of one token: example claims, bad tokens, and the run over a consumer. */
export function testingModule(token: Token, facts: TestingFacts): Module {
  const { kebab, camel } = token.names;
  return {
    banner: banner(token.claimSet.source),
    items: [
      link("bad-token-types", ["AnyBadTokens"], true),
      link("describe-consumer", ["ConsumerRunOptions", "ConsumerService", "ConsumerVerify"], true),
      link("overrides", ["Overrides"], true),
      link("token-issuer", ["TokenIssuer"], true),
      link("token-kit", ["TokenKit"], true),
      { kind: "import", names: [`${token.names.pascal}Claims`], from: `./${kebab}.js`, typeOnly: true },
      link("bad-token-cases", ["badTokens as bad"]),
      link("describe-consumer", ["describeConsumer as describe"]),
      link("example-claims", ["exampleClaims as example"]),
      ...(hasIssuerPattern(token.policy)
        ? [{ kind: "import", names: ["matchIssuer"], from: "../runtime/policy/issuer-pattern.js" } as const]
        : []),
      { kind: "import", names: [`${camel}Policy`], from: `./${kebab}.js` },
      { kind: "import", names: ["claimTable", "closed", "open"], from: `./${kebab}.validator.js` },
      badTokensType(token, facts.bad),
      kitConstant(token, facts),
      ...testingFunctions(token, facts.examples),
    ],
  };
}

function link(file: string, names: readonly string[], typeOnly = false): ModuleItem {
  return { kind: "import", names, from: `../runtime/testing/${file}.js`, typeOnly };
}

function kitConstant(token: Token, { examples, bad }: TestingFacts): ConstantItem {
  const lacking = examples.missing.map(({ claim }) => claim ?? "the claim set as a whole");
  return {
    kind: "constant",
    doc:
      lacking.length === 0
        ? "What the test kit is made of. The example has passed the validators, of consumers and of producers."
        : "What the test kit is made of. The example is not complete: the generator said which claims need `examples`.",
    exported: true,
    name: kitName(token),
    type: "TokenKit",
    value: [
      "{",
      ...producerMembers(token),
      `  example: ${literal(examples.claims, "  ")},`,
      `  missing: ${names(bad.missing)},`,
      `  misnamed: ${names(bad.misnamed)},`,
      `  invalid: ${names(bad.invalid)},`,
      `  refusesUnknown: ${bad.refusesUnknown},`,
      "}",
    ].join("\n"),
  };
}

function names(claims: readonly string[]): string {
  return claims.length === 0 ? "[]" : literal(claims, "  ");
}
