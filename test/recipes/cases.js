/** How the answer to a bearer token that is refused begins, whatever is wrong with it. */
const INVALID = 'Bearer error="invalid_token"';

/** A case in which Next differs. */
export const TWO_HEADERS = "two headers";

/** What the three routes answer where nothing is wrong. */
const HEALTH = { ok: true };
export const ME = { subject: "user-1", role: "member" };
const INVOICES = { tenant: "0b9f2f6c-7d1e-4f43-9d5a-52a0f0a3d8a1", invoices: [] };

/** The first call of all: the issuer is down, and the service has no keys yet. */
export const WITHOUT_KEYS = {
  name: "a good token while there are no keys",
  route: "me",
  authorization: ["good"],
  want: { status: 503, challenge: null, retryAfter: "5", body: null },
  code: "jwks_unavailable",
};

/**
 * What every service is called with, and what it answers: the same for all, but for what a recipe's `adapt` says.
 *
 * `authorization`: values of headers, each sent in a header of its own, in which a token stands as its name; a name alone is sent
 * as `Bearer`. `query`: the parameter in which the good token is sent.
 * `body`: null for an empty one. `code`: the reason that the service's log has to name.
 */
export const CASES = [
  { name: "no token where none is needed", route: "health", authorization: [], want: good(HEALTH) },
  { name: "a good token", route: "me", authorization: ["good"], want: good(ME) },
  { name: "a scheme in other letters", route: "me", authorization: ["bEARER good"], want: good(ME) },
  { name: "a good token that grants the scope", route: "invoices", authorization: ["good"], want: good(INVOICES) },
  {
    name: "a token that does not grant the scope",
    route: "invoices",
    authorization: ["unscoped"],
    want: refused(403, 'Bearer error="insufficient_scope", scope="invoices:read"'),
    code: "insufficient_scope",
  },
  { name: "no token", route: "me", authorization: [], want: refused(401, "Bearer"), code: "missing_token" },
  {
    name: "a token in the query",
    route: "me",
    query: "access_token",
    authorization: [],
    want: refused(401, "Bearer"),
    code: "missing_token",
  },
  ...["me", "invoices"].map((route) => ({
    name: `an expired token for ${route}`,
    route,
    authorization: ["expired"],
    want: refused(401, INVALID),
    code: "expired",
  })),
  ...[
    ["a foreign token", "foreign", "key_not_found"],
    ["a foreign token that names our key", "disguised", "invalid_signature"],
    ["an edited token", "edited", "invalid_signature"],
    ["a token for another API", "elsewhere", "audience_mismatch"],
    ["an ID token", "identity", "type_mismatch"],
    ["a text that is no token", "Bearer nonsense", "malformed_token"],
    ["a token that is too long", `Bearer ${"a".repeat(9000)}`, "token_too_large"],
  ].map(([name, authorization, code]) => ({
    name,
    route: "me",
    authorization: [authorization],
    want: refused(401, INVALID),
    code,
  })),
  {
    name: "another scheme",
    route: "me",
    authorization: ["Basic dXNlcjpwYXNzd29yZA=="],
    want: refused(401, "Bearer"),
    code: "unsupported_scheme",
  },
  ...[
    ["a scheme without a token", "Bearer "],
    ["two tokens in a header", "Bearer good, Bearer good"],
  ].map(([name, authorization]) => ({
    name,
    route: "me",
    authorization: [authorization],
    want: refused(400, 'Bearer error="invalid_request"'),
    code: "invalid_request",
  })),
  {
    name: TWO_HEADERS,
    route: "me",
    authorization: ["good", "expired"],
    want: refused(400, 'Bearer error="invalid_request"'),
    code: "invalid_request",
  },
];

/** Calls that are made at once, several of each: every caller has to get what is its own. */
export const AT_ONCE = {
  name: "two callers at once",
  times: 10,
  calls: [
    { route: "me", authorization: ["good"], want: good(ME) },
    { route: "me", authorization: ["other"], want: good({ subject: "user-2", role: "admin" }) },
    { route: "me", authorization: ["disguised"], want: refused(401, INVALID) },
  ],
};

function good(body) {
  return { status: 200, challenge: null, retryAfter: null, body };
}

function refused(status, challenge) {
  return { status, challenge, retryAfter: null, body: null };
}
