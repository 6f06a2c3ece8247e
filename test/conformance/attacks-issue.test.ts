import { describe, expect, it } from "vitest";
import {
  API,
  HEADERS,
  JOB,
  jwk,
  PRIVATE,
  PUBLIC,
  ROLE,
  TENANT,
  useAttacked,
  VERSION,
} from "../support/attack-sample.js";
import { KEYS, NOW, SECRET } from "../support/forge-token.js";
import { outcomeOf } from "../support/generated-package.js";

const packageOf = useAttacked();

interface IssueAttack {
  readonly name: string;
  readonly kind?: "accessToken" | "serviceToken";
  readonly claims?: unknown;
  readonly options?: object;
  readonly want: string;
  /** The first issue: its code, and the claim that it is about. */
  readonly issue?: readonly [code: string, claim: string];
}

const INPUT = {
  aud: API,
  sub: "u1",
  client_id: "web",
  [ROLE]: "member",
  [TENANT]: { id: "3f0e2a44-6f0c-4c5b-9a3e-5d1b7c8e9f01", plan: "team" },
};
const SERVICE_INPUT = {
  sub: "service:invoicing",
  jti: "j1",
  [VERSION]: 1,
  [JOB]: { kind: "invoice", invoice: "i1" },
};
const cycle: Record<string, unknown> = { ...INPUT };
cycle["acr"] = cycle;
const wrong = (
  name: string,
  members: object,
  code = "invalid",
  claim = Object.keys(members)[0] ?? "",
): IssueAttack => ({
  name,
  claims: { ...INPUT, ...members },
  want: "invalid_claims",
  issue: [code, claim],
});
/** Claims of which one cannot be read. */
function withGetter(name: string): object {
  const get = () => {
    throw new TypeError("Not for you.");
  };
  return Object.defineProperty({ ...INPUT }, name, { enumerable: true, get });
}

const option = (name: string, options: object, want: string): IssueAttack => ({ name, options, want });

const issueAttacks: readonly IssueAttack[] = [
  { name: "what is proper", want: "accepted" },
  { name: "what is proper of a service", kind: "serviceToken", want: "accepted" },
  wrong("an undeclared claim", { extra: 1 }, "unknown"),
  wrong("an undeclared claim inside an object", { [TENANT]: { ...INPUT[TENANT], extra: 1 } }, "unknown"),
  {
    name: "an undeclared claim inside a alternative",
    kind: "serviceToken",
    claims: { ...SERVICE_INPUT, [JOB]: { kind: "invoice", invoice: "i", extra: 1 } },
    want: "invalid_claims",
  },
  {
    name: "an undeclared __proto__",
    claims: JSON.parse(JSON.stringify(INPUT).replace(/}$/, ',"__proto__":{"a":1}}')),
    want: "invalid_claims",
    issue: ["unknown", "__proto__"],
  },
  wrong("a wrong type", { sub: 1 }),
  wrong("a value outside the enum", { [ROLE]: "root" }),
  wrong("null", { email: null }),
  { name: "undefined, which is absent", claims: { ...INPUT, email: undefined }, want: "accepted" },
  wrong("undefined for a required claim", { sub: undefined }, "missing"),
  wrong("a Date", { auth_time: new Date() }),
  wrong("a BigInt", { auth_time: 1n }),
  wrong("a function", { acr: () => "x" }),
  wrong("a symbol", { acr: Symbol("x") }),
  wrong("NaN", { auth_time: Number.NaN }),
  wrong("infinite", { auth_time: Number.POSITIVE_INFINITY }),
  { name: "a getter that throws", claims: withGetter("acr"), want: "invalid_claims", issue: ["invalid", "acr"] },
  wrong("a toJSON method", { [TENANT]: { ...INPUT[TENANT], toJSON: () => ({}) } }),
  wrong("an instance of a class", { [TENANT]: new (class Tenant {})() }),
  wrong("a Map", { [TENANT]: new Map() }),
  wrong("a hole in a list", { "https://acme.example/claims/permissions": new Array(1) }),
  {
    name: "a symbol as a name",
    claims: { ...INPUT, [Symbol("x")]: 1 },
    want: "invalid_claims",
    issue: ["invalid", ""],
  },
  { name: "a cycle", claims: cycle, want: "invalid_claims", issue: ["invalid", "acr"] },
  {
    name: "a proxy that throws",
    claims: new Proxy({}, { ownKeys: () => [].at(0) as never }),
    want: "invalid_claims",
    issue: ["invalid", ""],
  },
  ...[null, undefined, 1, "x", [], () => INPUT].map(
    (value, at): IssueAttack => ({
      name: `claims that are no object (${at})`,
      claims: value,
      want: "invalid_claims",
      issue: ["invalid", ""],
    }),
  ),
  { name: "an expiry in the past", claims: { ...INPUT, exp: NOW - 1 }, want: "expired" },
  { name: "an expiry now", claims: { ...INPUT, exp: NOW }, want: "expired" },
  { name: "an expiry over the lifetime", claims: { ...INPUT, exp: NOW + 901 }, want: "lifetime_exceeded" },
  { name: "an expiry in milliseconds", claims: { ...INPUT, exp: (NOW + 60) * 1000 }, want: "lifetime_exceeded" },
  {
    name: "an expiry as text",
    claims: { ...INPUT, exp: String(NOW + 60) },
    want: "invalid_claims",
    issue: ["invalid", "exp"],
  },
  { name: "an iat of the future", claims: { ...INPUT, iat: NOW + 120 }, want: "not_yet_valid" },
  { name: "another issuer", claims: { ...INPUT, iss: "https://evil.example" }, want: "issuer_mismatch" },
  { name: "another audience", claims: { ...INPUT, aud: "https://evil.example" }, want: "audience_mismatch" },
  { name: "an empty list of audiences", claims: { ...INPUT, aud: [] }, want: "audience_mismatch" },
  option("expiresIn over the lifetime", { expiresIn: "16m" }, "lifetime_exceeded"),
  option("expiresIn of nothing", { expiresIn: "0s" }, "invalid_option"),
  option("expiresIn without its unit", { expiresIn: 60 }, "invalid_option"),
  option("notBefore that is no time", { notBefore: "soon" }, "invalid_option"),
  option("an option that does not exist", { expires: "1m" }, "invalid_option"),
  option("the header's alg", { header: { alg: "none" } }, "algorithm_not_allowed"),
  option("the header's alg, as it is", { header: { alg: "ES256" } }, "algorithm_not_allowed"),
  option("the header's typ", { header: { typ: "JWT" } }, "type_mismatch"),
  option("the header's typ, in another case", { header: { typ: "AT+JWT" } }, "accepted"),
  option("the header's kid", { header: { kid: "k1" } }, "invalid_option"),
  ...["crit", "b64", "jwk", "jku", "x5u", "x5c"].map((name) =>
    option(`the header's ${name}`, { header: { [name]: "x" } }, "invalid_option"),
  ),
  option("a header that is no object", { header: "x" }, "invalid_option"),
  option("an algorithm outside the policy", { algorithm: "ES384" }, "algorithm_not_allowed"),
  option("the algorithm none", { algorithm: "none" }, "algorithm_not_allowed"),
  option("an algorithm that the key does not fit", { algorithm: "EdDSA" }, "invalid_key"),
  option("a public key", { key: KEYS.ec.publicKey }, "invalid_key"),
  option("a public JWK", { key: jwk }, "invalid_key"),
  option("a key of another curve", { key: KEYS.ec384.privateKey }, "invalid_key"),
  option(
    "a JWK for encrypting",
    { key: { ...KEYS.ec.privateKey.export({ format: "jwk" }), use: "enc" } },
    "invalid_key",
  ),
  option("a JWK Set without the key", { key: { keys: [jwk] } }, "key_not_found"),
  { name: "a short secret", kind: "serviceToken", options: { key: SECRET.slice(0, 31) }, want: "invalid_key" },
  {
    name: "more than fits a token",
    kind: "serviceToken",
    claims: { ...SERVICE_INPUT, jti: "j".repeat(2000) },
    want: "token_too_large",
  },
];

describe("a generated issue", () => {
  it.each(issueAttacks)("answers $want to: $name", async (attack) => {
    const { kind = "accessToken", options, want, issue } = attack;
    const input = Object.hasOwn(attack, "claims") ? attack.claims : kind === "accessToken" ? INPUT : SERVICE_INPUT;
    const whole = { key: PRIVATE[kind], now: NOW, ...options };
    let token = "";
    const outcome = await outcomeOf(async () => {
      token = await packageOf(kind).issue(kind)(input, whole);
    });
    expect(outcome.code).toBe(want);
    if (issue !== undefined) expect(outcome.issues?.map((one) => [one.code, one.claim])).toContainEqual(issue);
    if (want !== "accepted") return;
    const { claims: got, header: head } = await packageOf(kind).verify(kind)(token, { key: PUBLIC[kind], now: NOW });
    expect(got).toMatchObject(JSON.parse(JSON.stringify(input)));
    expect(head["alg"]).toBe(HEADERS[kind].alg);
  });

  it("reads each claim once, so that what it checked is what it signs", async () => {
    let reads = 0;
    const input = Object.defineProperty({ ...INPUT }, "sub", {
      enumerable: true,
      get: () => (reads++ === 0 ? "u1" : "root"),
    });
    const token = await packageOf("accessToken").issue("accessToken")(input, { key: PRIVATE.accessToken, now: NOW });
    const { claims: got } = await packageOf("accessToken").verify("accessToken")(token, {
      key: PUBLIC.accessToken,
      now: NOW,
    });
    expect(got["sub"]).toBe("u1");
    expect(reads).toBe(1);
  });
});
