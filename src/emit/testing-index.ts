import type { ExampleClaims } from "../examples/example-claims.js";
import type { Project, Token } from "../model/model.js";
import type { Module, ModuleItem } from "./module.js";
import { kitName, overridesParameter, testingExports } from "./testing-functions.js";

/** The name of the module that the test kit is imported as. */
export const TESTING_MODULE = "testing";

/** The module of the test kit: an issuer for tests, and what the kit of each token has. */
export function testingIndex(
  { tokens }: Project,
  examples: ReadonlyMap<string, ExampleClaims>,
  banner: string,
): Module {
  return {
    banner,
    items: [
      link("refuse-production", ["refuseProduction as refuse"]),
      link("issue-example", ["issueExample as issue"]),
      link("token-issuer", ["createTokenIssuer as create"]),
      link("issue-example", ["FakeIssueOptions"], true),
      link("token-issuer", ["FakeIssuerOptions", "TokenIssuer"], true),
      link("overrides", ["Overrides"], true),
      ...tokens.flatMap((token): ModuleItem[] => [
        {
          kind: "import",
          names: [`${token.names.pascal}Claims`],
          from: `./tokens/${token.names.kebab}.js`,
          typeOnly: true,
        },
        { kind: "import", names: [kitName(token)], from: `./tokens/${token.names.kebab}.testing.js` },
      ]),
      ...tokens.flatMap((token): ModuleItem[] => [
        { kind: "reexport", names: [...testingExports(token)], from: `./tokens/${token.names.kebab}.testing.js` },
        {
          kind: "reexport",
          names: [`Bad${token.names.pascal}s`],
          from: `./tokens/${token.names.kebab}.testing.js`,
          typeOnly: true,
        },
      ]),
      ...sharedTypes(),
      { kind: "statement", code: "refuse();\n" },
      { kind: "types", text: issuerType(tokens, examples) },
      {
        kind: "function",
        doc: [
          "An issuer for tests, with keys that are made for it: one for each algorithm of the policies.",
          "",
          "@param options - `now` for a clock that stands still; without it the clock goes with that of the machine",
        ].join("\n"),
        name: "fakeIssuer",
        parameters: [{ name: "options", type: "FakeIssuerOptions", optional: true }],
        returns: "Promise<FakeIssuer>",
        body: issuerBody(tokens),
      },
    ],
  };
}

function link(file: string, names: readonly string[], typeOnly = false): ModuleItem {
  return { kind: "import", names, from: `./runtime/testing/${file}.js`, typeOnly };
}

function sharedTypes(): readonly ModuleItem[] {
  const types: readonly (readonly [string, readonly string[]])[] = [
    ["bad-token-types", ["AnyBadTokens"]],
    ["describe-consumer", ["ConsumerRunOptions", "ConsumerService", "ConsumerVerify"]],
    ["find-test-runner", ["TestRunner"]],
    ["issue-example", ["FakeIssueOptions"]],
    ["key-set-handler", ["KeySetHandler"]],
    ["overrides", ["Overrides"]],
    ["test-clock", ["TestClock"]],
    ["token-issuer", ["FakeIssuerOptions", "TokenIssuer"]],
  ];
  return types.map(([file, names]) => ({
    kind: "reexport",
    names,
    from: `./runtime/testing/${file}.js`,
    typeOnly: true,
  }));
}

function issuerType(tokens: readonly Token[], examples: ReadonlyMap<string, ExampleClaims>): string {
  const members = tokens.map((token) => {
    const { name, type, optional } = overridesParameter(token, examples.get(token.key) ?? { claims: {}, missing: [] });
    return `  /** A good token: the example claims with others in their places, issued at the issuer's clock. */\n  issue${token.names.pascal}(${name}${optional ? "?" : ""}: ${type}, options?: FakeIssueOptions): Promise<string>;\n`;
  });
  return `/** An issuer for tests, for all kinds of token. */\nexport interface FakeIssuer extends TokenIssuer {\n${members.join("")}}\n`;
}

/** Without types, so that it stands in JavaScript too; each function gets those of the interface that it is returned as. */
function issuerBody(tokens: readonly Token[]): string {
  const kits = tokens.map(kitName);
  const functions = tokens.map(
    (token) => `    issue${token.names.pascal}: issue.bind(null, ${kitName(token)}, issuer),\n`,
  );
  return [
    `return create([${kits.join(", ")}].map(({ policy }) => policy), options).then((issuer) =>`,
    `  Object.assign(issuer, {\n${functions.join("")}  }),`,
    ");",
  ].join("\n");
}
