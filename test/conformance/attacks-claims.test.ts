import { describe, expect, it } from "vitest";
import {
  API,
  type Attack,
  attackVerify,
  byClaims,
  CLAIMS,
  each,
  HEADERS,
  ISSUER,
  JOB,
  make,
  PUBLIC,
  ROLE,
  raw,
  rawAccess,
  rawClaims,
  TENANT,
  useAttacked,
  VERSION,
} from "../support/attack-sample.js";
import { NOW } from "../support/forge-token.js";

const nested = (levels: number) => `"x":${"[".repeat(levels)}${"]".repeat(levels)}`;
const payload: readonly Attack[] = [
  ...["[]", "null", "1", '"x"', "", "{", "true", "{}x", "{'a':1}", "{,}", "NaN", '{"exp":1e}'].map(
    (text): Attack => ({ name: JSON.stringify(text), token: raw(HEADERS.accessToken, text), want: "malformed_token" }),
  ),
  { name: "no member at all", token: raw(HEADERS.accessToken, "{}"), want: "invalid_claims" },
  { name: "two members sub", token: rawClaims('"sub":"root"'), want: "malformed_token" },
  { name: "two members sub, one of them escaped", token: rawClaims('"\\u0073ub":"root"'), want: "malformed_token" },
  {
    name: "two members deep in an undeclared claim",
    token: rawClaims('"x":[{"y":{"a":1,"a":1}}]'),
    want: "malformed_token",
  },
  { name: "two members __proto__", token: rawClaims('"__proto__":1,"__proto__":2'), want: "malformed_token" },
  { name: "10 000 levels of lists", kind: "long", token: rawClaims(nested(10_000), "long"), want: "malformed_token" },
  {
    name: "10 000 levels of objects",
    kind: "long",
    token: rawClaims(`"x":${'{"a":'.repeat(10_000)}1${"}".repeat(10_000)}`, "long"),
    want: "malformed_token",
  },
  {
    name: "300 000 levels that never end",
    kind: "long",
    token: rawClaims(`"x":${"[".repeat(300_000)}`, "long"),
    want: "malformed_token",
  },
  { name: "100 levels", kind: "long", token: rawClaims(nested(100), "long"), want: "accepted" },
  {
    name: "a million of digits",
    kind: "long",
    token: rawClaims(`"x":${"9".repeat(500_000)}`, "long"),
    want: "accepted",
  },
  {
    name: "30 000 undeclared claims",
    kind: "long",
    token: rawClaims(Array.from({ length: 30_000 }, (_, at) => `"c${at}":1`).join(","), "long"),
    want: "accepted",
  },
  { name: "a member __proto__, undeclared", token: rawClaims('"__proto__":{"sub":"root"}'), want: "accepted" },
  {
    name: "a member __proto__ where undeclared claims are refused",
    kind: "serviceToken",
    token: rawClaims('"__proto__":{}', "serviceToken"),
    want: "invalid_claims",
  },
  ...each(
    ["constructor", "toString", "hasOwnProperty", "valueOf"],
    (name): Attack => ({
      name: `a member ${name} where undeclared claims are refused`,
      kind: "serviceToken",
      token: make("serviceToken", {}, { [name]: 1 }),
      want: "invalid_claims",
    }),
  ),
  byClaims(
    { constructor: 1, toString: null, hasOwnProperty: false, valueOf: "x" },
    "accepted",
    "names of every object",
  ),
  ...["iss", "sub", "aud", "exp", "client_id", ROLE].map((name): Attack => {
    const { [name]: value, ...rest } = CLAIMS.accessToken;
    const text = JSON.stringify(rest).replace(/}$/, `,"__proto__":${JSON.stringify({ [name]: value })}}`);
    const codes: Record<string, string> = { iss: "issuer_mismatch", aud: "audience_mismatch" };
    return {
      name: `${name} on the prototype only`,
      token: raw(HEADERS.accessToken, text),
      want: codes[name] ?? "invalid_claims",
    };
  }),
  {
    name: "tenant.id on the prototype only",
    token: rawAccess(TENANT, '{"plan":"team","__proto__":{"id":"3f0e2a44-6f0c-4c5b-9a3e-5d1b7c8e9f01"}}'),
    want: "invalid_claims",
  },
  { name: "lone surrogates in a claim", token: rawClaims('"x":"\\ud800","\\udfff":1'), want: "accepted" },
  { name: "lone surrogates in the subject", token: rawClaims('"acr":"\\udc00\\ud800"'), want: "accepted" },
  byClaims({ [ROLE]: "root" }, "invalid_claims", "a role outside the enum"),
  byClaims({ [ROLE]: ["member"] }, "invalid_claims", "a role in a list"),
  byClaims({ [ROLE]: { toString: "member" } }, "invalid_claims", "a role in an object"),
  byClaims({ sub: undefined }, "invalid_claims", "no sub"),
  byClaims({ [TENANT]: { id: "no uuid", plan: "team" } }, "invalid_claims", "a format that is not kept"),
  byClaims({ email_verified: "true" }, "invalid_claims", "a boolean as text"),
  {
    name: "an undeclared claim in the object of a oneOf, where it is refused",
    kind: "serviceToken",
    token: make("serviceToken", {}, { [JOB]: { kind: "invoice", invoice: "i", month: "2025-01" } }),
    want: "invalid_claims",
  },
  {
    name: "a misspelt claim, where undeclared ones are refused",
    kind: "serviceToken",
    token: make("serviceToken", {}, { [VERSION]: undefined, version: 1 }),
    want: "invalid_claims",
  },
  {
    name: "another version than the constant",
    kind: "serviceToken",
    token: make("serviceToken", {}, { [VERSION]: 2 }),
    want: "invalid_claims",
  },
];

// The tolerance of an access token is 30 seconds; the kind `strip` has none.
const plainTime = (members: object, want: string, name: string, options: object = {}): Attack => ({
  name: `${name}, no tolerance`,
  kind: "strip",
  token: make("strip", {}, members),
  options,
  want,
});
const time: readonly Attack[] = [
  plainTime({ exp: NOW + 1 }, "accepted", "exp in a second"),
  plainTime({ exp: NOW }, "expired", "exp now"),
  plainTime({ exp: NOW - 1 }, "expired", "exp a second ago"),
  plainTime({ exp: NOW + 0.5 }, "accepted", "exp in half a second"),
  plainTime({ exp: NOW - 0.5 }, "expired", "exp half a second ago"),
  plainTime({ exp: NOW - 4 }, "accepted", "exp 4 seconds ago, 5 seconds by the call", { clockTolerance: "5s" }),
  plainTime({ exp: NOW - 5 }, "expired", "exp 5 seconds ago, 5 seconds by the call", { clockTolerance: "5s" }),
  plainTime({ nbf: NOW }, "accepted", "nbf now"),
  plainTime({ nbf: NOW + 1 }, "not_yet_valid", "nbf in a second"),
  plainTime({ iat: NOW + 60, exp: NOW + 600 }, "accepted", "iat 60 seconds ahead"),
  plainTime({ iat: NOW + 61, exp: NOW + 600 }, "not_yet_valid", "iat 61 seconds ahead"),
  plainTime({ iat: undefined, exp: NOW + 900 }, "accepted", "no iat, exp one lifetime ahead"),
  plainTime({ iat: undefined, exp: NOW + 901 }, "lifetime_exceeded", "no iat, exp further ahead"),
  byClaims({ exp: NOW - 29 }, "accepted", "exp 29 seconds ago"),
  byClaims({ exp: NOW - 30 }, "expired", "exp 30 seconds ago"),
  byClaims({ exp: NOW - 29 }, "expired", "exp 29 seconds ago, no tolerance by the call", { clockTolerance: "0s" }),
  byClaims({ exp: NOW - 299, iat: NOW - 400 }, "accepted", "exp 299 seconds ago, 5 minutes by the call", {
    clockTolerance: "5m",
  }),
  byClaims({ exp: NOW - 300, iat: NOW - 400 }, "expired", "exp 300 seconds ago, 5 minutes by the call", {
    clockTolerance: "5m",
  }),
  byClaims({}, "invalid_option", "a tolerance over 5 minutes", { clockTolerance: "301s" }),
  byClaims({}, "invalid_option", "a tolerance without its unit", { clockTolerance: 30 }),
  byClaims({ nbf: NOW + 30 }, "accepted", "nbf in 30 seconds"),
  byClaims({ nbf: NOW + 31 }, "not_yet_valid", "nbf in 31 seconds"),
  byClaims({ iat: NOW + 60 }, "accepted", "iat 60 seconds ahead"),
  byClaims({ iat: NOW + 61 }, "not_yet_valid", "iat 61 seconds ahead"),
  byClaims({ iat: NOW + 120 }, "accepted", "iat 120 seconds ahead, as much by the call", { clockTolerance: "120s" }),
  byClaims({ iat: NOW + 121 }, "not_yet_valid", "iat 121 seconds ahead, less by the call", { clockTolerance: "120s" }),
  byClaims({ exp: NOW + 900 }, "accepted", "exactly the lifetime"),
  byClaims({ exp: NOW + 901 }, "lifetime_exceeded", "one second over the lifetime"),
  byClaims({ iat: NOW - 301 }, "lifetime_exceeded", "over the lifetime by an early iat"),
  byClaims({ exp: NOW * 1000 }, "lifetime_exceeded", "exp in milliseconds"),
  byClaims({ iat: NOW * 1000, exp: NOW * 1000 + 60 }, "not_yet_valid", "all times in milliseconds"),
  byClaims({ exp: -1 }, "expired", "exp negative"),
  byClaims({ exp: 0 }, "expired", "exp zero"),
  byClaims({ iat: -1 }, "lifetime_exceeded", "iat negative"),
  byClaims({ exp: 1e300 }, "lifetime_exceeded", "exp beyond all time"),
  ...each(["exp", "nbf", "iat"], (name) => ({
    name: `${name} infinite`,
    token: rawAccess(name, "1e999"),
    want: "invalid_claims",
  })),
  ...["exp", "nbf", "iat"].flatMap((name) =>
    each([String(NOW + 60), "", null, true, [NOW + 60], { $gt: 0 }, "2030-01-01T00:00:00Z"], (value, text) =>
      byClaims({ [name]: value }, "invalid_claims", `${name} ${text}`),
    ),
  ),
  byClaims({ exp: undefined }, "invalid_claims", "no exp"),
  {
    name: "no exp, where nothing else is wrong",
    kind: "strip",
    token: make("strip", {}, { exp: undefined }),
    want: "invalid_claims",
  },
  ...each([null, "", "now", -1, NOW * 1000, "NaN"], (now, text) =>
    byClaims({}, "invalid_option", `now ${text}`, { now }),
  ),
];

const parties: readonly Attack[] = [
  ...each(
    [
      "https://AUTH.acme.example",
      `${ISSUER}/`,
      "https://auth.acme",
      `${ISSUER}.evil.example`,
      `${ISSUER}:443`,
      "HTTPS://auth.acme.example",
      `${ISSUER}?`,
      `${ISSUER}#`,
      ` ${ISSUER}`,
      `${ISSUER}\0`,
      "",
      "https://аuth.acme.example",
    ],
    (iss, name) => byClaims({ iss }, "issuer_mismatch", `iss ${name}`),
  ),
  ...each<unknown>([[ISSUER], null, 1, {}, true, { toString: ISSUER }], (iss, name) =>
    byClaims({ iss }, "issuer_mismatch", `iss ${name}`),
  ),
  byClaims({ iss: undefined }, "issuer_mismatch", "no iss"),
  ...each(
    [
      "https://API.acme.example",
      `${API}/`,
      `${API}/v1`,
      "https://api",
      `${API}.evil.example`,
      ` ${API}`,
      "",
      "*",
      [],
      [`${API}/`],
      ["other"],
    ],
    (aud, name) => byClaims({ aud }, "audience_mismatch", `aud ${name}`),
  ),
  ...each([null, 1, {}, true, { 0: API, length: 1 }, [[API]], [API, 1], [API, null]], (aud, name) =>
    byClaims({ aud }, "audience_mismatch", `aud ${name}`),
  ),
  byClaims({ aud: undefined }, "audience_mismatch", "no aud"),
  byClaims({ aud: [API] }, "accepted", "aud in a list"),
  byClaims({ aud: ["other", API] }, "accepted", "aud in a list, second"),
  byClaims({ aud: "https://reports.acme.example" }, "accepted", "another audience of the policy"),
  byClaims(
    { aud: "https://reports.acme.example" },
    "audience_mismatch",
    "another audience of the policy than the call demands",
    { audience: API },
  ),
  byClaims({ aud: "other" }, "audience_mismatch", "an audience that the call demands and the policy lacks", {
    audience: "other",
  }),
  byClaims({ iss: "other" }, "issuer_mismatch", "an issuer that the call demands and the policy lacks", {
    issuer: "other",
  }),
  ...each([null, "", [], [""], [API, ""], 1, {}], (audience, name) =>
    byClaims({}, "invalid_option", `option audience ${name}`, { audience }),
  ),
  byClaims({}, "invalid_option", "option audience present and undefined", { audience: undefined }),
  byClaims({}, "invalid_option", "option issuer present and undefined", { issuer: undefined }),
];

const packageOf = useAttacked();

attackVerify(packageOf, { payload, time, "issuer and audience": parties });

describe("a generated verify, attacked", () => {
  it("leaves Object.prototype as it was", async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const { claims: got } = await packageOf("accessToken").verify("accessToken")(
      rawClaims('"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}'),
      { key: PUBLIC.accessToken, now: NOW },
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect(Object.getPrototypeOf(got)).toBe(Object.prototype);
  });

  it("strips undeclared claims at every depth, and no declared one", async () => {
    const token = rawClaims('"__proto__":{"a":1},"constructor":1,"org":{"id":"o","__proto__":1,"x":1}', "strip");
    const { claims: got } = await packageOf("strip").verify("strip")(token, { key: PUBLIC.strip, now: NOW });
    expect(got).toEqual({ ...CLAIMS.strip, org: { id: "o" } });
    expect(Object.keys(got)).toEqual([...Object.keys(CLAIMS.strip), "org"]);
  });
});
