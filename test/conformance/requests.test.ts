import { createServer, type Server, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { API, CLAIMS, GOOD, HEADERS, jwk, make, otherJwk, PUBLIC, ROLE, raw } from "../support/attack-sample.js";
import { NOW } from "../support/forge-token.js";
import { type GeneratedPackage, installProject } from "../support/generated-package.js";
import { REPOSITORY } from "../support/project.js";

// Requests as they reach a service, good and bad, before the sample package as it is generated.

type Authenticate = (
  request: unknown,
  options: object,
) => Promise<{ readonly source: string; readonly claims: object }>;

/** What is asked of an error: all that a service could answer or log. */
interface Refused extends Error {
  readonly code: string;
  readonly status?: number;
  readonly challenge?: string | null;
  readonly headers?: Record<string, string>;
}

let sample: GeneratedPackage;
beforeAll(async () => {
  sample = await installProject(`${REPOSITORY}/claims.config.json`);
});
afterAll(() => sample?.remove());

/** Calls a helper of the sample package by its name. */
function helper<Helper>(name: string): Helper {
  const found = sample.exports[name];
  if (typeof found !== "function") throw new TypeError(`The package has no ${name}.`);
  // The tests say which form it has; the types of the helpers are tested in test/types/.
  return found as Helper;
}

const authenticate: Authenticate = (request, options) =>
  helper<Authenticate>("authenticateAccessToken")(request, { key: jwk, now: NOW, ...options });

async function refusalOf(call: () => Promise<unknown>): Promise<Refused> {
  try {
    await call();
  } catch (error) {
    // Each test looks at the members that it wants.
    return error as Refused;
  }
  throw new TypeError("The request was let in.");
}

/** Everything that could get into a log or an answer. */
function traces(error: Refused): string {
  const parts = [error.message, error.challenge, error.stack, JSON.stringify(error), inspect(error, { depth: 9 })];
  return [...parts, String(error), JSON.stringify(error.headers), inspect(error, { showHidden: true, depth: 9 })].join(
    "\n",
  );
}

/** Stretches of a secret of which none may show. */
function pieces(secret: string): readonly string[] {
  const parts = secret.split(/[^A-Za-z0-9_-]+/).filter((part) => part.length >= 8);
  return parts.flatMap((part) => Array.from({ length: part.length - 7 }, (_, at) => part.slice(at, at + 8)));
}

const bearer = (value: string): Headers => new Headers({ authorization: value });
const withCookie = (value: string, other: object = {}): Headers => new Headers({ cookie: value, ...other });

/** A Node request by its raw headers, as a server's parser gives it. */
function nodeRequest(...rawHeaders: readonly string[]): object {
  const headers: Record<string, string> = {};
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = (rawHeaders[at] ?? "").toLowerCase();
    const value = rawHeaders[at + 1] ?? "";
    if (headers[name] === undefined) headers[name] = value;
    else if (name === "cookie") headers[name] += `; ${value}`;
  }
  return { headers, rawHeaders };
}

interface Case {
  readonly name: string;
  readonly request: () => unknown;
  readonly options?: object;
  readonly code: string;
  readonly status: number | undefined;
  readonly challenge: string | null | undefined;
}

const NO_ERROR = { status: 401, challenge: "Bearer" };
const BAD_TOKEN = { status: 401, challenge: 'Bearer error="invalid_token"' };
const BAD_REQUEST = { status: 400, challenge: 'Bearer error="invalid_request"' };

const cases: readonly Case[] = [
  // The header.
  { name: "no header", request: () => new Headers(), code: "missing_token", ...NO_ERROR },
  { name: "an empty header", request: () => bearer(""), code: "invalid_request", ...BAD_REQUEST },
  { name: "a scheme and nothing else", request: () => bearer("Bearer"), code: "invalid_request", ...BAD_REQUEST },
  {
    name: "spaces for a token",
    request: () => nodeRequest("Authorization", "Bearer   "),
    code: "invalid_request",
    ...BAD_REQUEST,
  },
  { name: "a token without a scheme", request: () => bearer(GOOD), code: "unsupported_scheme", ...NO_ERROR },
  { name: "Basic", request: () => bearer(`Basic ${GOOD}`), code: "unsupported_scheme", ...NO_ERROR },
  {
    name: "a scheme that begins as Bearer",
    request: () => bearer(`BearerX ${GOOD}`),
    code: "unsupported_scheme",
    ...NO_ERROR,
  },
  {
    name: "a colon behind the scheme",
    request: () => bearer(`Bearer: ${GOOD}`),
    code: "unsupported_scheme",
    ...NO_ERROR,
  },
  {
    name: "a tab behind the scheme",
    request: () => bearer(`Bearer\t${GOOD}`),
    code: "unsupported_scheme",
    ...NO_ERROR,
  },
  { name: "DPoP", request: () => bearer(`DPoP ${GOOD}`), code: "dpop_not_supported", ...NO_ERROR },
  { name: "dpop in lower case", request: () => bearer(`dpop ${GOOD}`), code: "dpop_not_supported", ...NO_ERROR },
  {
    name: "Bearer twice in one value",
    request: () => bearer(`Bearer Bearer ${GOOD}`),
    code: "invalid_request",
    ...BAD_REQUEST,
  },
  {
    name: "two tokens in one value",
    request: () => bearer(`Bearer ${GOOD} ${GOOD}`),
    code: "invalid_request",
    ...BAD_REQUEST,
  },
  { name: "a token in quotes", request: () => bearer(`Bearer "${GOOD}"`), code: "invalid_request", ...BAD_REQUEST },
  { name: "auth-params", request: () => bearer(`Bearer token="${GOOD}"`), code: "invalid_request", ...BAD_REQUEST },
  {
    name: "percent signs",
    request: () => bearer(`Bearer ${GOOD.replaceAll(".", "%2E")}`),
    code: "invalid_request",
    ...BAD_REQUEST,
  },
  {
    name: "letters beyond ASCII",
    request: () => bearer(`Bearer ${GOOD}\u00e9`),
    code: "invalid_request",
    ...BAD_REQUEST,
  },
  {
    name: "Headers that joined two",
    request: () => {
      const headers = bearer(`Bearer ${GOOD}`);
      headers.append("authorization", `Bearer ${GOOD}`);
      return headers;
    },
    code: "invalid_request",
    ...BAD_REQUEST,
  },
  {
    name: "Node's first of two",
    request: () => nodeRequest("Authorization", `Bearer ${GOOD}`, "authorization", "Basic eA=="),
    code: "invalid_request",
    ...BAD_REQUEST,
  },
  {
    name: "the same twice",
    request: () => nodeRequest("Authorization", `Bearer ${GOOD}`, "AUTHORIZATION", `Bearer ${GOOD}`),
    code: "invalid_request",
    ...BAD_REQUEST,
  },
  {
    name: "a list that something put there",
    request: () => ({ headers: { authorization: [`Bearer ${GOOD}`, "x"] }, rawHeaders: [] }),
    code: "invalid_request",
    ...BAD_REQUEST,
  },
  {
    name: "1 MB of token",
    request: () => bearer(`Bearer ${GOOD}${"A".repeat(1_048_576)}`),
    code: "token_too_large",
    ...BAD_TOKEN,
  },
  {
    name: "1 MB of spaces",
    request: () => nodeRequest("Authorization", `Bearer${" ".repeat(1_048_576)}${GOOD}`),
    code: "token_too_large",
    ...BAD_TOKEN,
  },
  {
    name: "1 MB of another scheme",
    request: () => bearer(`Basic ${GOOD}${"A".repeat(1_048_576)}`),
    code: "unsupported_scheme",
    ...NO_ERROR,
  },
  {
    name: "1 MB without a space",
    request: () => bearer(`${GOOD}${"A".repeat(1_048_576)}`),
    code: "unsupported_scheme",
    ...NO_ERROR,
  },
  {
    name: "a realm",
    request: () => new Headers(),
    options: { realm: "acme api" },
    code: "missing_token",
    status: 401,
    challenge: 'Bearer realm="acme api"',
  },
  // The token.
  { name: "no JWT", request: () => bearer("Bearer abcdefgh"), code: "malformed_token", ...BAD_TOKEN },
  {
    name: "an encrypted token",
    request: () => bearer(`Bearer ${GOOD}.AAAA.AAAA`),
    code: "encrypted_token",
    ...BAD_TOKEN,
  },
  {
    name: "an expired token",
    request: () => bearer(`Bearer ${make("accessToken", {}, { exp: NOW - 60, iat: NOW - 120 })}`),
    code: "expired",
    ...BAD_TOKEN,
  },
  {
    name: "an edited token",
    request: () => bearer(`Bearer ${GOOD.slice(0, -9)}AAAAAAAAA`),
    code: "invalid_signature",
    ...BAD_TOKEN,
  },
  {
    name: "a foreign key",
    request: () => bearer(`Bearer ${GOOD}`),
    options: { key: otherJwk },
    code: "invalid_signature",
    ...BAD_TOKEN,
  },
  {
    name: "a foreign issuer",
    request: () => bearer(`Bearer ${make("accessToken", {}, { iss: "https://evil.example" })}`),
    code: "issuer_mismatch",
    ...BAD_TOKEN,
  },
  {
    name: "another audience",
    request: () => bearer(`Bearer ${make("accessToken", {}, { aud: "x" })}`),
    code: "audience_mismatch",
    ...BAD_TOKEN,
  },
  { name: "another kind", request: () => bearer(`Bearer ${make("idToken")}`), code: "type_mismatch", ...BAD_TOKEN },
  {
    name: "alg none",
    request: () => bearer(`Bearer ${make("accessToken", { alg: "none" })}`),
    code: "algorithm_not_allowed",
    ...BAD_TOKEN,
  },
  {
    name: "an algorithm that is not the key's",
    request: () => bearer(`Bearer ${make("accessToken", { alg: "EdDSA" })}`),
    code: "invalid_key",
    ...BAD_TOKEN,
  },
  {
    name: "claims that are not as the claim set says",
    request: () => bearer(`Bearer ${make("accessToken", {}, { [ROLE]: "root-of-all-evil" })}`),
    code: "invalid_claims",
    ...BAD_TOKEN,
  },
  {
    name: "a payload that is no JSON",
    request: () => bearer(`Bearer ${raw(HEADERS.accessToken, "secret-payload-text{")}`),
    code: "malformed_token",
    ...BAD_TOKEN,
  },
  {
    name: "a realm and a bad token",
    request: () => bearer("Bearer abcdefgh"),
    options: { realm: "acme" },
    code: "malformed_token",
    status: 401,
    challenge: 'Bearer realm="acme", error="invalid_token"',
  },
  {
    name: "no such key",
    request: () => bearer(`Bearer ${GOOD}`),
    options: { key: { keys: [] } },
    code: "key_not_found",
    ...BAD_TOKEN,
  },
  {
    name: "keys that cannot be fetched",
    request: () => bearer(`Bearer ${GOOD}`),
    options: { key: () => Promise.reject(new TypeError("fetch failed")) },
    code: "jwks_unavailable",
    status: 503,
    challenge: null,
  },
  {
    name: "a token that is revoked",
    request: () => bearer(`Bearer ${GOOD}`),
    options: { store: { isRevoked: () => true } },
    code: "token_revoked",
    ...BAD_TOKEN,
  },
  {
    name: "a store that does not answer",
    request: () => bearer(`Bearer ${GOOD}`),
    options: { store: { isRevoked: () => Promise.reject(new TypeError("down")) } },
    code: "revocation_unavailable",
    status: 503,
    challenge: null,
  },
  // The scope.
  {
    name: "a scope that is missing",
    request: () => bearer(`Bearer ${GOOD}`),
    options: { scope: "invoices:read" },
    code: "insufficient_scope",
    status: 403,
    challenge: 'Bearer error="insufficient_scope", scope="invoices:read"',
  },
  {
    name: "one scope of two",
    request: () => bearer(`Bearer ${make("accessToken", {}, { scope: "a b" })}`),
    options: { scope: ["b", "c"], realm: "acme" },
    code: "insufficient_scope",
    status: 403,
    challenge: 'Bearer realm="acme", error="insufficient_scope", scope="b c"',
  },
  {
    name: "a scope that only begins so",
    request: () => bearer(`Bearer ${make("accessToken", {}, { scope: "abc ab" })}`),
    options: { scope: "a" },
    code: "insufficient_scope",
    status: 403,
    challenge: 'Bearer error="insufficient_scope", scope="a"',
  },
  // Cookies.
  {
    name: "no cookie",
    request: () => new Headers(),
    options: { cookie: "session" },
    code: "missing_token",
    ...NO_ERROR,
  },
  {
    name: "other cookies",
    request: () => withCookie(`session2=${GOOD}; Session=${GOOD}; xsession=${GOOD}`),
    options: { cookie: "session" },
    code: "missing_token",
    ...NO_ERROR,
  },
  {
    name: "an emptied cookie",
    request: () => withCookie("session="),
    options: { cookie: "session" },
    code: "missing_token",
    ...NO_ERROR,
  },
  {
    name: "a cookie that nobody asked for",
    request: () => withCookie(`session=${GOOD}`),
    code: "missing_token",
    ...NO_ERROR,
  },
  {
    name: "a cookie without a value",
    request: () => withCookie("session"),
    options: { cookie: "session" },
    code: "missing_token",
    ...NO_ERROR,
  },
  {
    name: "a cookie twice",
    request: () => withCookie(`session=${GOOD}; session=${GOOD}`),
    options: { cookie: "session" },
    code: "invalid_request",
    ...BAD_REQUEST,
  },
  {
    name: "a cookie and its emptied twin",
    request: () => withCookie(`session=; session=${GOOD}`),
    options: { cookie: "session" },
    code: "invalid_request",
    ...BAD_REQUEST,
  },
  {
    name: "a cookie in two fields",
    request: () => nodeRequest("Cookie", `session=${GOOD}`, "Cookie", `session=${GOOD}`),
    options: { cookie: "session" },
    code: "invalid_request",
    ...BAD_REQUEST,
  },
  {
    name: "a header and a cookie",
    request: () => withCookie(`session=${GOOD}`, { authorization: `Bearer ${GOOD}` }),
    options: { cookie: "session" },
    code: "invalid_request",
    ...BAD_REQUEST,
  },
  {
    name: "DPoP and a cookie",
    request: () => withCookie(`session=${GOOD}`, { authorization: `DPoP ${GOOD}` }),
    options: { cookie: "session" },
    code: "dpop_not_supported",
    ...NO_ERROR,
  },
  {
    name: "a cookie in quotes",
    request: () => withCookie(`session="${GOOD}"`),
    options: { cookie: "session" },
    code: "malformed_token",
    ...BAD_TOKEN,
  },
  {
    name: "a cookie with percent signs",
    request: () => withCookie(`session=${GOOD.replaceAll(".", "%2e")}`),
    options: { cookie: "session" },
    code: "malformed_token",
    ...BAD_TOKEN,
  },
  {
    name: "a signed cookie",
    request: () => withCookie(`session=s%3A${GOOD}.AbCd`),
    options: { cookie: "session" },
    code: "malformed_token",
    ...BAD_TOKEN,
  },
  {
    name: "a cookie in UTF-8 that was read as Latin-1",
    request: () => withCookie(`session=${GOOD}\u00c3\u00a9`),
    options: { cookie: "session" },
    code: "malformed_token",
    ...BAD_TOKEN,
  },
  {
    name: "a space of another script before the name",
    request: () => nodeRequest("Cookie", `\u2000__Host-session=${GOOD}; \u00a0__Host-session=${GOOD}`),
    options: { cookie: "__Host-session" },
    code: "missing_token",
    ...NO_ERROR,
  },
  {
    name: "1 MB of cookies",
    request: () => nodeRequest("Cookie", `session=${GOOD}; ${"a=b; ".repeat(209_715)}`),
    options: { cookie: "session" },
    code: "invalid_request",
    ...BAD_REQUEST,
  },
  {
    name: "the service's own fault",
    request: () => bearer(`Bearer ${GOOD}`),
    options: { audience: "" },
    code: "invalid_option",
    status: undefined,
    challenge: undefined,
  },
  {
    name: "a service without a key",
    request: () => new Headers(),
    options: { key: undefined },
    code: "invalid_key",
    status: undefined,
    challenge: undefined,
  },
];

describe("a request that is not let in", () => {
  it.each(cases)("$name: $code", async ({ request, options = {}, code, status, challenge }) => {
    const error = await refusalOf(() => authenticate(request(), options));
    expect({ code: error.code, status: error.status, challenge: error.challenge }).toEqual({ code, status, challenge });
    expect(error.name).toBe(status === undefined ? "ClaimsError" : "AuthenticationError");
  });

  it.each(cases)(
    "$name: with a verifier, the same",
    async ({ name, request, options = {}, code, status, challenge }) => {
      const { scope, realm, cookie, ...own } = { key: jwk, ...options } as Record<string, unknown>;
      if (status === undefined) return expect(name).toMatch(/service/);
      const verifier = helper<(options: object) => unknown>("createAccessTokenVerifier")({
        ...own,
        cache: { entries: 9 },
      });
      const given = Object.entries({ scope, realm, cookie }).filter(([, value]) => value !== undefined);
      const call = helper<Authenticate>("authenticateAccessToken");
      const error = await refusalOf(() => call(request(), { verifier, now: NOW, ...Object.fromEntries(given) }));
      expect({ code: error.code, status: error.status, challenge: error.challenge }).toEqual({
        code,
        status,
        challenge,
      });
    },
  );

  it.each(cases)("$name: nothing of what was sent shows", async ({ request, options = {} }) => {
    const given = request() as { get?(name: string): string | null; rawHeaders?: readonly string[]; headers?: object };
    const sent =
      given.get === undefined
        ? [...(given.rawHeaders ?? []), JSON.stringify(given.headers)].join(" ")
        : `${given.get("authorization")} ${given.get("cookie")}`;
    const shown = traces(await refusalOf(() => authenticate(given, options)));
    // Names that the service chose or that every request has are no secret.
    const secrets = pieces(
      sent
        .replace(/ {9,}/, " ")
        .slice(0, 2_000)
        .replaceAll(/authorization|(?:__Host-)?x?session2?/gi, " "),
    );
    expect(secrets.length > 0 || sent.length < 60).toBe(true);
    expect(secrets.filter((piece) => shown.includes(piece))).toEqual([]);
  });

  it("would be seen to show it", () => {
    expect(
      pieces("Bearer abcdefgh1.x").filter((piece) =>
        traces(new TypeError("abcdefgh") as Error as Refused).includes(piece),
      ),
    ).toEqual(["abcdefgh"]);
  });

  it("is told nothing of why its token was refused, beyond what RFC 6750 demands", async () => {
    const refused = cases.filter(({ challenge }) => challenge === BAD_TOKEN.challenge);
    const answers = await Promise.all(
      refused.map(async ({ request, options = {} }) => {
        const { status, headers, message } = await refusalOf(() => authenticate(request(), options));
        return JSON.stringify({ status, headers, message });
      }),
    );
    expect(answers.length).toBeGreaterThan(15);
    expect(new Set(answers).size).toBe(1);
  });

  it("has the reason for the log", async () => {
    const token = make("accessToken", {}, { [ROLE]: "root" });
    const error = await refusalOf(() => authenticate(bearer(`Bearer ${token}`), {}));
    expect(error.cause).toMatchObject({ name: "ClaimsError", code: "invalid_claims", message: /role/ });
    expect(error).toMatchObject({ issues: [{ code: "invalid", claim: ROLE }] });
  });

  it("comes with the headers of the answer", async () => {
    const late = await refusalOf(() =>
      authenticate(bearer(`Bearer ${GOOD}`), { key: () => Promise.reject(new TypeError("down")) }),
    );
    expect(late.headers).toEqual({ "retry-after": "5" });
    const missing = await refusalOf(() => authenticate(new Headers(), {}));
    expect(missing.headers).toEqual({ "www-authenticate": "Bearer" });
  });
});

describe("a request that is let in", () => {
  it.each<[string, () => unknown, object, string]>([
    ["Headers", () => bearer(`Bearer ${GOOD}`), {}, "header"],
    ["a Request", () => new Request("https://api.acme.example", { headers: bearer(`Bearer ${GOOD}`) }), {}, "header"],
    ["Node's request", () => nodeRequest("Host", "x", "Authorization", `Bearer ${GOOD}`), {}, "header"],
    [
      "a request that a middleware has changed",
      () => ({ headers: { authorization: `Bearer ${GOOD}` }, rawHeaders: [] }),
      {},
      "header",
    ],
    ["bearer in lower case", () => bearer(`bearer ${GOOD}`), {}, "header"],
    ["BEARER and several spaces", () => bearer(`BEARER   ${GOOD}`), {}, "header"],
    ["a cookie", () => withCookie(`session=${GOOD}`), { cookie: "session" }, "cookie"],
    [
      "a cookie among others",
      () => withCookie(`a="x;y"; =1; b;__Host-t=${GOOD};c=d=e`),
      { cookie: "__Host-t" },
      "cookie",
    ],
    [
      "cookies in fields of their own",
      () => nodeRequest("cookie", "a=b", "cookie", `t=${GOOD}`),
      { cookie: "t" },
      "cookie",
    ],
    ["a header, where there may be a cookie", () => bearer(`Bearer ${GOOD}`), { cookie: "t" }, "header"],
    [
      "a header beside an emptied cookie",
      () => withCookie("t=", { authorization: `Bearer ${GOOD}` }),
      { cookie: "t" },
      "header",
    ],
    [
      "a cookie beside Basic",
      () => withCookie(`t=${GOOD}`, { authorization: "Basic eDp5" }),
      { cookie: "t" },
      "cookie",
    ],
    [
      "a header beside a cookie that nobody asked for",
      () => withCookie(`t=${GOOD}`, { authorization: `Bearer ${GOOD}` }),
      {},
      "header",
    ],
  ])("%s", async (_name, request, options, source) => {
    const result = await authenticate(request(), options);
    expect(result).toMatchObject({ source, claims: CLAIMS.accessToken, header: HEADERS.accessToken });
  });

  it("holds the scopes that are demanded", async () => {
    const token = make("accessToken", {}, { scope: "invoices:read invoices:write" });
    const { claims } = await authenticate(bearer(`Bearer ${token}`), { scope: ["invoices:write", "invoices:read"] });
    expect(claims).toMatchObject({ scope: "invoices:read invoices:write" });
  });

  it("is verified by a verifier that was made before, with what the call demands besides", async () => {
    const verifier = helper<(options: object) => unknown>("createAccessTokenVerifier")({ key: jwk });
    const call = helper<Authenticate>("authenticateAccessToken");
    expect(await call(bearer(`Bearer ${GOOD}`), { verifier, now: NOW, audience: API })).toMatchObject({
      source: "header",
    });
    const other = await refusalOf(() => call(bearer(`Bearer ${GOOD}`), { verifier, now: NOW, audience: "x" }));
    expect(other).toMatchObject({ code: "audience_mismatch", status: 401 });
  });

  it.each(["accessToken", "idToken", "serviceToken", "githubActionsToken"] as const)(
    "may hold the kind %s",
    async (kind) => {
      const name = `authenticate${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
      const options = { key: PUBLIC[kind], now: NOW, ...(kind === "idToken" ? { audience: "web" } : {}) };
      expect(await helper<Authenticate>(name)(bearer(`Bearer ${make(kind)}`), options)).toMatchObject({
        claims: CLAIMS[kind],
      });
    },
  );
});

describe("options that make no sense", () => {
  it.each<[string, object]>([
    ["an empty name of a cookie", { cookie: "" }],
    ["a cookie's name with a space", { cookie: "a b" }],
    ["a cookie that is missing in the environment", { cookie: undefined }],
    ["a realm that would end its quotes", { realm: 'a"b' }],
    ["a realm that would begin a new header", { realm: "a\r\nb: c" }],
    ["no scope", { scope: [] }],
    ["a scope that is missing in the environment", { scope: undefined }],
    ["two scopes in one text", { scope: "a b" }],
    ["a scope that would end its quotes", { scope: 'a"' }],
    ["a verifier that is none", { verifier: {} }],
    ["a verifier and a key", { verifier: () => Promise.resolve({}) }],
    ["an option that there is not", { cookies: "a" }],
  ])("%s: invalid_option, whatever the request", async (_name, options) => {
    const error = await refusalOf(() => authenticate(new Headers(), options));
    expect(error).toMatchObject({ name: "ClaimsError", code: "invalid_option" });
    expect(error.status).toBeUndefined();
  });

  it("are a scope of a token that has none, too", async () => {
    const call = helper<Authenticate>("authenticateServiceToken");
    const error = await refusalOf(() => call(new Headers(), { key: PUBLIC.serviceToken, scope: "a" }));
    expect(error).toMatchObject({ name: "ClaimsError", code: "invalid_option" });
  });
});

describe("helpers of grants", () => {
  type Has = (claims: object, ...values: readonly string[]) => boolean;
  type Require = (claims: object, ...values: readonly string[]) => void;
  const PERMISSIONS = "https://acme.example/claims/permissions";

  it.each<[string, object, readonly string[], boolean]>([
    ["Scope", { scope: "a b" }, ["a"], true],
    ["Scope", { scope: "a b" }, ["b", "a"], true],
    ["Scope", { scope: "a b" }, ["a", "c"], false],
    ["Scope", { scope: "ab" }, ["a"], false],
    ["Scope", {}, ["a"], false],
    ["Scope", Object.create({ scope: "a" }), ["a"], false],
    ["Role", { [ROLE]: "admin" }, ["admin"], true],
    ["Role", { [ROLE]: "admin" }, ["billing", "admin"], true],
    ["Role", { [ROLE]: "member" }, ["billing", "admin"], false],
    ["Permissions", { [PERMISSIONS]: ["a:b", "c:d"] }, ["a:b"], true],
    ["Permissions", { [PERMISSIONS]: ["a:b", "c:d"] }, ["c:d", "a:b"], true],
    ["Permissions", { [PERMISSIONS]: ["a:b"] }, ["a:b", "c:d"], false],
    ["Permissions", {}, ["a:b"], false],
  ])("%s of %j grant %j: %s", (suffix, claims, values, want) => {
    expect(helper<Has>(`hasAccessToken${suffix}`)(claims, ...values)).toBe(want);
    const demand = () => helper<Require>(`requireAccessToken${suffix}`)(claims, ...values);
    if (want) expect(demand()).toBeUndefined();
    else {
      const scope = suffix === "Scope" ? `, scope="${values.join(" ")}"` : "";
      const challenge = `Bearer error="insufficient_scope"${scope}`;
      expect(demand).toThrow(expect.objectContaining({ code: "insufficient_scope", status: 403, challenge }));
    }
  });

  it.each(["Scope", "Role", "Permissions"])("of %s refuse to look for nothing", (suffix) => {
    const error = expect.objectContaining({ name: "ClaimsError", code: "invalid_option" });
    for (const values of [[], [""], [undefined], ["a", ""]]) {
      expect(() => helper<Has>(`hasAccessToken${suffix}`)({ scope: "a" }, ...(values as string[]))).toThrow(error);
    }
  });

  it("are there where the claim set says something, and nowhere else", () => {
    const names = Object.keys(sample.exports).filter((name) => /^(?:has|require)/.test(name));
    expect(names.toSorted()).toEqual([
      "hasAccessTokenPermissions",
      "hasAccessTokenRole",
      "hasAccessTokenScope",
      "hasIdTokenRole",
      "requireAccessTokenPermissions",
      "requireAccessTokenRole",
      "requireAccessTokenScope",
      "requireIdTokenRole",
    ]);
  });
});

describe("what is no request", () => {
  it.each<[string, unknown, RegExp]>([
    ["undefined", undefined, /in undefined: pass a web Request, Headers, or Node's IncomingMessage\.$/],
    ["null", null, /null: pass a web Request/],
    ["a token", GOOD, /a string: pass a web Request/],
    ["a promise of Headers, as in Next.js", Promise.resolve(new Headers()), /a promise: await it/],
    ["a Map", new Map([["authorization", `Bearer ${GOOD}`]]), /a Map: pass `new Headers\(\[\.\.\.map\]\)`/],
    ["plain headers", { authorization: `Bearer ${GOOD}` }, /`new Headers\(headers\)`/],
    ["AWS Lambda's event", { headers: { authorization: `Bearer ${GOOD}` } }, /`new Headers\(event\.headers\)`/],
    ["Fastify's request", { headers: { authorization: `Bearer ${GOOD}` }, raw: nodeRequest() }, /`request\.raw`/],
    ["Hono's context", { req: { raw: new Request("https://x.example"), header() {} } }, /`c\.req\.raw`/],
    ["Koa's context", { req: nodeRequest(), request: {}, headers: {} }, /`ctx\.req`/],
  ])("%s: a TypeError that says what to pass", async (_name, request, message) => {
    const error = await refusalOf(() => authenticate(request, {}));
    expect(error).toBeInstanceOf(TypeError);
    expect(error.message).toMatch(message);
    expect(pieces(GOOD).filter((piece) => traces(error).includes(piece))).toEqual([]);
  });
});

describe("behind Node's own server", () => {
  let server: Server;
  let url: string;
  beforeAll(async () => {
    server = createServer((request, response) => {
      authenticate(request, { cookie: "session" }).then(
        ({ source }) => response.end(source),
        (error: Refused) => response.writeHead(error.status ?? 500, error.headers ?? {}).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    // A server that listens on a port has such an address.
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server?.close());

  function ask(headers: Record<string, string | readonly string[]>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const call = send(url, { headers: headers as Record<string, string | string[]> }, (response) => {
        let body = "";
        response.on("data", (part) => {
          body += part;
        });
        response.on("end", () => resolve([response.statusCode, response.headers["www-authenticate"], body]));
      });
      call.on("error", reject);
      call.end();
    });
  }

  it.each<[string, Record<string, string | readonly string[]>, readonly unknown[]]>([
    ["a good token", { Authorization: `Bearer ${GOOD}` }, [200, undefined, "header"]],
    ["a cookie", { Cookie: `a=b; session=${GOOD}` }, [200, undefined, "cookie"]],
    ["no token", {}, [401, "Bearer", ""]],
    ["a header sent twice", { Authorization: [`Bearer ${GOOD}`, `Bearer ${GOOD}`] }, [400, BAD_REQUEST.challenge, ""]],
    ["a cookie sent twice", { Cookie: [`session=${GOOD}`, `session=${GOOD}`] }, [400, BAD_REQUEST.challenge, ""]],
    ["a bad token", { Authorization: "Bearer a.b.c" }, [401, BAD_TOKEN.challenge, ""]],
  ])("%s", async (_name, headers, want) => {
    expect(await ask(headers)).toEqual(want);
  });
});
