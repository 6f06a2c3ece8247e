import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { forgeToken, KEYS, NOW, type Part, SECRET } from "./forge-token.js";
import { type GeneratedPackage, installPackage, installProject, outcomeOf } from "./generated-package.js";
import { REPOSITORY } from "./project.js";

// The sample package of this repository, generated and attacked as a whole. What each function of the runtime does with each
// single value is in test/unit/runtime/attacks.test.ts.

/** The issuer of the organization's own tokens. */
export const ISSUER = "https://auth.acme.example";
/** The audience of the access tokens. */
export const API = "https://api.acme.example";
/** Wire names of private claims. */
export const ROLE = "https://acme.example/claims/role";
export const TENANT = "https://acme.example/claims/tenant";
export const JOB = "https://acme.example/claims/job";
export const VERSION = "https://acme.example/claims/version";

/** Kinds of token that the sample does not have: one that takes long tokens, one that strips, one of two more algorithms. */
const EXTRA = {
  config: {
    package: { name: "@acme/extra", version: "1.0.0" },
    tokens: {
      long: { ...common("long"), maxTokenBytes: 1_048_576 },
      exact: { ...common("exact"), maxTokenBytes: 400 },
      strip: { ...common("strip"), unknownClaims: "strip" },
      several: { ...common("several"), algorithms: ["HS256", "RS256", "PS256", "ES384"] },
    },
  },
  schemas: {
    "claims.schema.json": {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      properties: { sub: { type: "string" }, org: { type: "object", properties: { id: { type: "string" } } } },
      required: ["sub"],
    },
  },
};

function common(name: string): object {
  return {
    schema: "claims.schema.json",
    issuer: ISSUER,
    audience: `https://${name}.acme.example`,
    algorithms: ["ES256"],
    lifetime: "15m",
  };
}

/** The header that issue would write for each kind. */
export const HEADERS = {
  accessToken: { alg: "ES256", typ: "at+jwt" },
  idToken: { alg: "ES256", typ: "JWT" },
  serviceToken: { alg: "HS256", typ: "service+jwt" },
  githubActionsToken: { alg: "RS256", typ: "JWT" },
  long: { alg: "ES256", typ: "JWT" },
  exact: { alg: "ES256", typ: "JWT" },
  strip: { alg: "ES256", typ: "JWT" },
  several: { alg: "HS256", typ: "JWT" },
} as const;

/** A kind of token, of the sample package or of the extra one. */
export type Kind = keyof typeof HEADERS;

/** Claims that each kind accepts. */
export const CLAIMS: Readonly<Record<Kind, Readonly<Record<string, unknown>>>> = {
  accessToken: {
    iss: ISSUER,
    sub: "u1",
    aud: API,
    client_id: "web",
    jti: "j1",
    iat: NOW,
    exp: NOW + 600,
    [ROLE]: "member",
    [TENANT]: { id: "3f0e2a44-6f0c-4c5b-9a3e-5d1b7c8e9f01", plan: "team" },
  },
  idToken: { iss: ISSUER, sub: "u1", aud: "web", iat: NOW, exp: NOW + 600 },
  serviceToken: {
    iss: ISSUER,
    sub: "service:invoicing",
    aud: "https://billing.acme.example",
    jti: "j1",
    iat: NOW,
    exp: NOW + 60,
    [VERSION]: 1,
    [JOB]: { kind: "invoice", invoice: "i1" },
  },
  githubActionsToken: {
    iss: "https://token.actions.githubusercontent.com",
    aud: "https://deploy.acme.example",
    sub: "repo:acme/shop:ref:refs/heads/main",
    jti: "j1",
    repository: "acme/shop",
    repository_owner: "acme",
    event_name: "push",
    ref: "refs/heads/main",
    sha: "0123",
    iat: NOW,
    exp: NOW + 300,
  },
  ...extraClaims("long", "exact", "strip", "several"),
};

function extraClaims<Name extends string>(...names: readonly Name[]): Record<Name, Readonly<Record<string, unknown>>> {
  const claims = names.map((name) => [
    name,
    { iss: ISSUER, aud: `https://${name}.acme.example`, sub: "u1", iat: NOW, exp: NOW + 600 },
  ]);
  // One entry for each name.
  return Object.fromEntries(claims) as Record<Name, Readonly<Record<string, unknown>>>;
}

/** The key that signs each kind. */
export const PRIVATE = {
  accessToken: KEYS.ec.privateKey,
  idToken: KEYS.ec.privateKey,
  serviceToken: SECRET,
  githubActionsToken: KEYS.rsa.privateKey,
  long: KEYS.ec.privateKey,
  exact: KEYS.ec.privateKey,
  strip: KEYS.ec.privateKey,
  several: SECRET,
};
/** The key that verifies each kind. */
export const PUBLIC = {
  accessToken: KEYS.ec.publicKey,
  idToken: KEYS.ec.publicKey,
  serviceToken: SECRET,
  githubActionsToken: KEYS.rsa.publicKey,
  long: KEYS.ec.publicKey,
  exact: KEYS.ec.publicKey,
  strip: KEYS.ec.publicKey,
  several: SECRET,
};

/** The public keys as JWK: the one of the ES256 kinds, an attacker's, EdDSA, RSA. */
export const jwk = KEYS.ec.publicKey.export({ format: "jwk" });
export const otherJwk = KEYS.ecOther.publicKey.export({ format: "jwk" });
export const edJwk = KEYS.ed.publicKey.export({ format: "jwk" });
export const rsaJwk = KEYS.rsa.publicKey.export({ format: "jwk" });

/** A token of a kind, proper but for what is given. Members that are undefined are left out. */
export function make(kind: Kind, header: object = {}, claims: object = {}): string {
  return forgeToken({ ...HEADERS[kind], ...header }, { ...CLAIMS[kind], ...claims }, PRIVATE[kind]);
}

/** An access token of these parts as they stand. */
export function raw(header: Part, payload: Part): string {
  return forgeToken(header, payload, KEYS.ec.privateKey);
}

/** An access token whose claims are followed by more members, as text. */
export function rawClaims(text: string, kind: Kind = "accessToken"): string {
  return forgeToken(HEADERS[kind], JSON.stringify(CLAIMS[kind]).replace(/}$/, `,${text}}`), PRIVATE[kind]);
}

/** An access token with one claim given as JSON text. */
export function rawAccess(name: string, text: string): string {
  const rest = JSON.stringify({ ...CLAIMS.accessToken, [name]: undefined });
  return raw(HEADERS.accessToken, rest.replace(/}$/, `,${JSON.stringify(name)}:${text}}`));
}

/** An access token that is accepted. */
export const GOOD = make("accessToken");
/** Its parts. */
export const [H = "", P = "", S = ""]: readonly string[] = GOOD.split(".");

/** What verify is given, and what it has to answer. */
export interface Attack {
  readonly name: string;
  /** The kind whose verify is attacked; an access token where it is left out. */
  readonly kind?: Kind;
  readonly token: unknown;
  readonly options?: object;
  readonly want: string;
}

/** The same attack with several values. */
export function each<Value>(
  values: readonly Value[],
  attack: (value: Value, name: string) => Attack,
): readonly Attack[] {
  return values.map((value) => attack(value, String(JSON.stringify(value)).slice(0, 60)));
}

/** An attack by one or more members of the header of an access token. */
export const byHeader = (members: object, want: string, name: string): Attack => ({
  name,
  token: make("accessToken", members),
  want,
});
/** An attack by one or more claims of an access token. */
export const byClaims = (members: object, want: string, name: string, options: object = {}): Attack => ({
  name,
  token: make("accessToken", {}, members),
  options,
  want,
});

/** The two packages, installed before the tests of a file and removed after them: call it at the top of the file. */
export function useAttacked(): (kind: Kind) => GeneratedPackage {
  let sample: GeneratedPackage;
  let extra: GeneratedPackage;
  beforeAll(async () => {
    sample = await installProject(path.join(REPOSITORY, "claims.config.json"));
    extra = await installPackage(EXTRA.config, EXTRA.schemas);
  });
  afterAll(async () => {
    await sample?.remove();
    await extra?.remove();
  });
  return (kind) => (Object.hasOwn(EXTRA.config.tokens, kind) ? extra : sample);
}

/** Declares a test for each attack, by subject. */
export function attackVerify(
  packageOf: (kind: Kind) => GeneratedPackage,
  tables: Readonly<Record<string, readonly Attack[]>>,
): void {
  for (const [subject, attacks] of Object.entries(tables)) {
    describe(`a generated verify, attacked by its ${subject}`, () => {
      it.each(attacks)("answers $want to: $name", async ({ kind = "accessToken", token, options, want }) => {
        const verify = packageOf(kind).verify(kind);
        const outcome = await outcomeOf(() => verify(token, { key: PUBLIC[kind], now: NOW, ...options }));
        expect(outcome.code).toBe(want);
        expect(Object.hasOwn(outcome, "issues")).toBe(want === "invalid_claims");
        if (typeof token === "string" && token.length > 40) expect(outcome.message).not.toContain(token.slice(-20));
      });
    });
  }
}
