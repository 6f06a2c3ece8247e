import { hasIssuerPattern } from "../model/issuer-parameters.js";
import type { Project, Token } from "../model/model.js";
import { verifiedType } from "./issuer-types.js";
import { literal, propertyKey } from "./literal.js";
import type { FunctionItem, Module, ModuleItem } from "./module.js";

/** The module of `verifyAny`, without its extension. Nothing else of the package imports it, so that bundles can do without. */
export const ANY_MODULE = "verify-any";

/**
 * The module of `verifyAny`, which tells the kinds of token of a package apart; null where there are no two to tell apart, or
 * a token called `any` has a function of that name.
 *
 * @param banner - its first line
 */
export function anyModule({ tokens }: Project, banner: string): Module | null {
  const kinds = tokens.filter(({ helpers }) => helpers.includes("verify"));
  if (kinds.length < 2 || tokens.some(({ names }) => names.pascal === "Any")) return null;
  return {
    banner,
    items: [
      ...imports(kinds),
      {
        kind: "types",
        text: `/** What verify returns of each kind of token. */\nexport interface VerifiedTokens {\n${kinds.map(member).join("")}}\n`,
      },
      {
        kind: "constant",
        doc: null,
        exported: false,
        name: "kinds",
        type: "TokenKinds<VerifiedTokens>",
        value: `{\n${kinds.map(entry).join("")}}`,
      },
      anyFunction(kinds),
    ],
  };
}

/** What the index of a package exports of {@link anyModule}. */
export function anyExports(project: Project): readonly ModuleItem[] {
  if (anyModule(project, "") === null) return [];
  return [
    { kind: "reexport", names: ["verifyAny"], from: `./${ANY_MODULE}.js` },
    { kind: "reexport", names: ["VerifiedTokens"], from: `./${ANY_MODULE}.js`, typeOnly: true },
    {
      kind: "reexport",
      names: ["AnyToken", "VerifyAnyOptions"],
      from: "./runtime/verify/verify-any.js",
      typeOnly: true,
    },
  ];
}

/** The function of the runtime comes in under a short name: a token `anyToken` has a function of the long one. */
function imports(kinds: readonly Token[]): readonly ModuleItem[] {
  const hasPatterns = kinds.some(({ policy }) => hasIssuerPattern(policy));
  return [
    ...(hasPatterns ? [link("policy/issuer-pattern", ["OfIssuer"], true)] : []),
    link("verify/verify", ["VerifiedToken"], true),
    link("verify/verify-any", ["AnyToken", "TokenKinds", "VerifyAnyOptions"], true),
    ...kinds.map(({ names: { pascal, kebab }, policy }): ModuleItem => {
      const names = [`${pascal}Claims`, ...(hasIssuerPattern(policy) ? [`${pascal}IssuerParameters`] : [])];
      return { kind: "import", names, from: `./tokens/${kebab}.js`, typeOnly: true };
    }),
    ...(hasPatterns ? [link("policy/issuer-pattern", ["matchIssuer"])] : []),
    link("verify/verify-any", ["verifyAnyToken as verify"]),
    ...kinds.map(({ names: { pascal, camel, kebab } }): ModuleItem => {
      return { kind: "import", names: [`${camel}Policy`, `verify${pascal}`], from: `./tokens/${kebab}.js` };
    }),
  ];
}

function link(file: string, names: readonly string[], typeOnly = false): ModuleItem {
  return { kind: "import", names, from: `./runtime/${file}.js`, typeOnly };
}

function member(token: Token): string {
  return `  readonly ${propertyKey(token.key)}: ${verifiedType("VerifiedToken", token)};\n`;
}

function entry({ key, names: { pascal, camel }, policy }: Token): string {
  const members = [
    `policy: ${camel}Policy`,
    `acceptedTypes: ${literal(policy.acceptedTypes)}`,
    ...(hasIssuerPattern(policy) ? ["matchIssuer"] : []),
    `verify: verify${pascal}`,
  ];
  return `  ${propertyKey(key)}: { ${members.join(", ")} },\n`;
}

function anyFunction(kinds: readonly Token[]): FunctionItem {
  return {
    kind: "function",
    doc: [
      "The claims of a token of one of several kinds; `token` says which it is.",
      "",
      "The header's `typ` chooses the kind, and the claim `iss` among kinds of one `typ`, before any key is looked at. Then the token is",
      `verified as ${kinds.map(({ names }) => `{@link verify${names.pascal}}`).join(" or ")} does, with the keys of that kind alone.`,
      "",
      "@param options - `keys`: the kinds that are accepted here, each with the key or keys to trust; and what this call demands",
      "@throws {ClaimsError} `type_mismatch` where the token is of none of these kinds, or could be of several; the codes of verify",
    ].join("\n"),
    name: "verifyAny",
    typeParameters: "Kind extends keyof VerifiedTokens",
    parameters: [
      { name: "token", type: "string" },
      { name: "options", type: "VerifyAnyOptions<Kind>" },
    ],
    returns: "Promise<AnyToken<VerifiedTokens, Kind>>",
    body: "return verify(kinds, token, options);",
  };
}
