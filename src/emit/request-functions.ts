import type { Token } from "../model/model.js";
import { type GrantClaim, grantClaims, scopeClaim } from "./grant-claims.js";
import { verifiedType, verifiedTypes } from "./issuer-types.js";
import { stringLiteral } from "./literal.js";
import type { FunctionItem, ModuleItem } from "./module.js";

/** The helpers of a token that is verified, for requests: one that authenticates, and two for each claim that grants something. */
export function requestFunctions(token: Token): readonly FunctionItem[] {
  return [
    authenticateFunction(token),
    ...grantClaims(token).flatMap((grant) => [hasFunction(token, grant), requireFunction(token, grant)]),
  ];
}

/** The names of {@link requestFunctions}. */
export function requestExports(token: Token): readonly string[] {
  return requestFunctions(token).map(({ name }) => name);
}

/** What the module of a token imports for {@link requestFunctions}. */
export function requestImports(token: Token): readonly ModuleItem[] {
  const hasGrants = grantClaims(token).length > 0;
  return [
    link("request/authenticate", ["AuthenticatedToken"], true),
    link("request/authenticate-options", ["AuthenticateOptions"], true),
    ...(hasGrants ? [link("request/grant-types", grantTypes(token), true)] : []),
    link("request/request-headers", ["RequestLike"], true),
    link("request/authenticate", ["authenticateToken as authenticate"]),
    ...(hasGrants ? [link("request/grants", ["holdsGrants as holds", "requireGrants as demand"])] : []),
  ];
}

/** What the package exports of requests besides: the types of arguments and results. */
export function requestTypes(): readonly ModuleItem[] {
  return [
    reexport("request/authenticate", ["AuthenticatedToken"]),
    reexport("request/authenticate-options", ["AuthenticateOptions", "RequestDemands"]),
    reexport("request/grant-types", ["GrantList", "GrantValue", "ScopeList", "ScopeValue"]),
    reexport("request/request-headers", ["NodeRequest", "RequestLike", "WebHeaders", "WebRequest"]),
    reexport("request/request-token", ["TokenSource"]),
  ];
}

function link(file: string, names: readonly string[], typeOnly = false): ModuleItem {
  return { kind: "import", names, from: `../runtime/${file}.js`, typeOnly };
}

function reexport(file: string, names: readonly string[]): ModuleItem {
  return { kind: "reexport", names, from: `./runtime/${file}.js`, typeOnly: true };
}

function grantTypes(token: Token): readonly string[] {
  const forms = grantClaims(token).map(({ form }) => form);
  return [
    ...(forms.some((form) => form !== "words") ? ["GrantList"] : []),
    ...(forms.includes("words") ? ["ScopeList", "ScopeValue"] : []),
  ];
}

function authenticateFunction(token: Token): FunctionItem {
  const { pascal } = token.names;
  const scope = scopeClaim(token);
  const scopes = scope === null ? [] : [`ScopeValue<${pascal}Claims, ${stringLiteral(scope.claim)}>`];
  const [claims, ...more] = verifiedTypes(token);
  const demands = more.length === 0 || scopes.length > 0 ? scopes : ["never"];
  return {
    kind: "function",
    doc: [
      `The claims of a request, once its token is verified as {@link verify${pascal}} does: a bearer token (RFC 6750 section 2.1), or`,
      "with `cookie` the one of that cookie.",
      "",
      "@param request - a web `Request` or `Headers`, or Node's `IncomingMessage`, which the request of Express is",
      `@param options - those of verify, or a \`verifier\` of {@link create${pascal}Verifier}; where the token may stand${scope === null ? "" : ", what it has to grant"}`,
      "@throws {AuthenticationError} with the `status` and the `headers` to answer with",
      "@throws {ClaimsError} `invalid_option`, `invalid_key` where the options are wrong, which is not the request's fault",
      "@throws {TypeError} where `request` is no request",
    ].join("\n"),
    name: `authenticate${pascal}`,
    parameters: [
      { name: "request", type: "RequestLike" },
      { name: "options", type: `AuthenticateOptions<${[claims, ...demands, ...more].join(", ")}>` },
    ],
    returns: `Promise<${verifiedType("AuthenticatedToken", token)}>`,
    body: `return authenticate(consumer, ${scope === null ? "null" : grantLiteral(scope)}, request, options);`,
  };
}

function hasFunction(token: Token, grant: GrantClaim): FunctionItem {
  const { pascal } = token.names;
  return {
    kind: "function",
    doc: [
      `Whether verified claims grant ${wanted(grant)}.`,
      "",
      "@throws {ClaimsError} `invalid_option` where nothing is asked for",
    ].join("\n"),
    name: `has${pascal}${grant.suffix}`,
    parameters: grantParameters(token, grant),
    returns: "boolean",
    body: `return holds(${grantLiteral(grant)}, claims, ${listName(grant)});`,
  };
}

function requireFunction(token: Token, grant: GrantClaim): FunctionItem {
  const { pascal } = token.names;
  return {
    kind: "function",
    doc: [
      `Lets verified claims pass that grant ${wanted(grant)}.`,
      "",
      "@throws {AuthenticationError} `insufficient_scope`, with the `status` 403 and the `headers` to answer with",
      "@throws {ClaimsError} `invalid_option` where nothing is asked for",
    ].join("\n"),
    name: `require${pascal}${grant.suffix}`,
    parameters: grantParameters(token, grant),
    returns: "void",
    body: `demand(${grantLiteral(grant)}, claims, ${listName(grant)});`,
  };
}

function grantParameters(token: Token, grant: GrantClaim): FunctionItem["parameters"] {
  const claims = `${token.names.pascal}Claims`;
  const list = grant.form === "words" ? "ScopeList" : "GrantList";
  return [
    { name: "claims", type: claims },
    { name: `...${listName(grant)}`, type: `${list}<${claims}, ${stringLiteral(grant.claim)}>` },
  ];
}

/** What the helpers of a claim say that they look for. */
function wanted({ form, suffix }: GrantClaim): string {
  switch (form) {
    case "words":
      return "each of these scopes";
    case "list":
      return `each of these ${suffix.toLowerCase()}`;
    case "one":
      return `one of these ${suffix.toLowerCase()}s`;
  }
}

function listName({ form }: GrantClaim): string {
  return form === "words" ? "scopes" : "values";
}

function grantLiteral({ claim, form }: GrantClaim): string {
  return `{ claim: ${stringLiteral(claim)}, form: "${form}" }`;
}
